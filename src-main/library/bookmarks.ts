/** A reader's bookmarks and reading positions: each hangs on the words of a source, and is shown with the article that holds them now. */
import type { Bookmark, BookmarkId, EditionId, Place, ReadingPosition, SourceId } from '../contract/model';
import { Problem } from '../contract/problem';
import { articlesOfSource, pageOfArticle, readArticles } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import { deleteBookmark, insertBookmark, listBookmarks, readBookmark } from '../store/bookmarks';
import type { StoredBookmark } from '../store/bookmarks';
import type { Database } from '../store/database';
import { markOpened, readEdition } from '../store/editions';
import { deletePosition, readPosition, savePosition } from '../store/positions';
import { readSource, sourcesOfEdition } from '../store/sources';
import { storyHead } from '../store/stories';
import { comparePages } from './page-order';
import { articleAt, openingAfter, quoteAt } from './printed-place';
import { editionContents } from './read-edition';
import { textOfSource } from './read-source';

/** @throws Problem not-found (no such source), bad-input (outside its text) */
export async function addBookmark(database: Database, place: Place): Promise<Bookmark> {
  return database.transaction(async () => {
    const quote = await quoteAtPlace(database, place);
    const id = await insertBookmark(database, { ...place, quote, createdAt: new Date().toISOString() });
    const mark = await readBookmark(database, id);
    if (!mark) throw new Problem('not-found', { bookmark: id });
    return describe(database, mark, await articlesOfSource(database, place.source));
  });
}

/** @throws Problem not-found */
export async function removeBookmark(database: Database, id: BookmarkId): Promise<null> {
  if (!(await deleteBookmark(database, id))) throw new Problem('not-found', { bookmark: id });
  return null;
}

/** Newest first. */
export function bookmarks(database: Database): Promise<readonly Bookmark[]> {
  return database.snapshot(async () => {
    const articles = new Map<SourceId, readonly StoredArticle[]>();
    const described: Bookmark[] = [];
    for (const mark of await listBookmarks(database)) {
      const known = articles.get(mark.source) ?? (await articlesOfSource(database, mark.source));
      articles.set(mark.source, known);
      described.push(await describe(database, mark, known));
    }
    return described;
  });
}

async function describe(database: Database, mark: StoredBookmark, articles: readonly StoredArticle[]): Promise<Bookmark> {
  const source = await readSource(database, mark.source);
  const edition = source && (await readEdition(database, source.edition));
  if (!source || !edition) throw new Problem('not-found', { source: mark.source });
  const holder = articleAt(articles, mark.offset);
  const head = holder && (await storyHead(database, holder.id));
  const opening = head === holder?.id ? holder : (await readArticles(database, head === undefined ? [] : [head]))[0];
  return {
    id: mark.id,
    place: { source: mark.source, offset: mark.offset },
    quote: mark.quote,
    opening: openingAfter(holder, mark.offset),
    edition: edition.id,
    article: opening?.id ?? null,
    headline: opening?.parsed.headline ?? null,
    section: opening?.parsed.column ?? opening?.parsed.section ?? null,
    paper: edition.paper.value,
    date: edition.date.value,
    page: holder ? pageOfArticle(holder, source) : source.page.value,
    createdAt: mark.createdAt,
  };
}

/** @throws Problem not-found, bad-input where the place is outside its source's text or its source outside the edition */
export async function keepPosition(database: Database, edition: EditionId, place: Place, progress: number | undefined): Promise<null> {
  return database.transaction(async () => {
    const source = await readSource(database, place.source);
    if (!source) throw new Problem('not-found', { source: place.source });
    if (source.edition !== edition) throw new Problem('bad-input', { field: 'place.source' });
    const quote = await quoteAtPlace(database, place);
    const now = new Date().toISOString();
    const share = progress ?? (await shareBefore(database, edition, place));
    await savePosition(database, { edition, ...place, quote, progress: share, savedAt: now });
    await markOpened(database, edition, now);
    return null;
  });
}

/**
 * @param position null: nothing of it has been read; without a place it stays where it was, or is where the edition begins
 * @returns what was kept before
 * @throws Problem not-found, bad-input as `keepPosition`
 */
export async function markPosition(
  database: Database,
  edition: EditionId,
  position: { readonly place?: Place | undefined; readonly progress: number } | null,
): Promise<{ readonly position: ReadingPosition | null }> {
  return database.transaction(async () => {
    const files = [...(await sourcesOfEdition(database, edition))].sort(comparePages);
    const [first] = files;
    if (!first) throw new Problem('not-found', { edition });
    const before = await readPosition(database, edition);
    const place = position?.place ?? { source: before?.source ?? first.id, offset: before?.offset ?? 0 };
    if (!files.some(({ id }) => id === place.source)) throw new Problem('bad-input', { field: 'position.place.source' });
    await deletePosition(database, edition);
    if (position) {
      const quote = await quoteAtPlace(database, place);
      await savePosition(database, { edition, ...place, quote, progress: position.progress, savedAt: new Date().toISOString() });
    }
    return { position: before ? { place: { source: before.source, offset: before.offset }, progress: before.progress } : null };
  });
}

async function quoteAtPlace(database: Database, place: Place): Promise<string> {
  const text = await textOfSource(database, place.source);
  if (place.offset > text.length) throw new Problem('bad-input', { field: 'place.offset' });
  return quoteAt(articleAt(await articlesOfSource(database, place.source), place.offset), text, place.offset);
}

/** Share of the edition's printed characters before the place, in edition order. */
async function shareBefore(database: Database, edition: EditionId, place: Place): Promise<number> {
  const sources = [...(await sourcesOfEdition(database, edition))].sort(comparePages);
  const contents = await editionContents(database, edition, sources);
  let total = 0;
  let found: number | null = null;
  for (const article of contents) {
    const heading = article.heading.some(({ source, start, end }) => holds(place, source, start, end));
    if (heading) found ??= total;
    for (const { spans } of article.paragraphs)
      for (const { source, start, end } of spans) {
        if (holds(place, source, start, end)) found ??= total + place.offset - start;
        total += end - start;
      }
  }
  return total === 0 ? 0 : (found ?? 0) / total;
}

function holds(place: Place, source: SourceId, start: number, end: number): boolean {
  return place.source === source && place.offset >= start && place.offset < end;
}
