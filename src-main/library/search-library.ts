/** The reader's queries: search's hits with the place each opens at, and the edition, page and file they stand in. */
import type { ArticleId, EditionId, Place, SearchHit, SearchResult, SourceSpan } from '../contract/model';
import type { Input } from '../contract/operations';
import { sourceSpansOf } from '../contract/printed-text';
import type { ArticleFlag, Hit, MatchPlace, Search } from '../search/search';
import { readArticles } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { listBookmarks } from '../store/bookmarks';
import { readSource } from '../store/sources';
import { storyChains, unreadStories } from '../store/stories';
import { bookmarks } from './bookmarks';
import { firstPlace, headingRuns, placedParagraphs, placeOfMatch } from './printed-place';
import { textOfSource } from './read-source';

export async function searchLibrary(database: Database, search: Search, input: Input<'search.query'>): Promise<SearchResult> {
  const { hits, ...outcome } = await search.query(input);
  const located: SearchHit[] = [];
  const stories = await readStories(
    database,
    hits.map((hit) => hit.article.id),
  );
  const texts = createTexts(database);
  for (const hit of hits) {
    const parts = stories.get(hit.article.id);
    if (parts?.[0]) located.push(await locate(database, hit, parts, texts));
  }
  return { ...outcome, hits: located };
}

async function locate(database: Database, hit: Hit, parts: readonly StoredArticle[], texts: Texts): Promise<SearchHit> {
  const { article, snippet, matches, headlineMatches, matchCount } = hit;
  const place = hit.place ? await placeOf(hit.place, parts, texts) : firstPlace(parts[0] as StoredArticle);
  const source = await readSource(database, place.source);
  return {
    articleId: article.id,
    edition: article.edition,
    paper: article.paper,
    date: article.date,
    page: source?.page.value ?? null,
    file: source?.name ?? '',
    headline: article.headline,
    section: article.column,
    snippet,
    matches,
    headlineMatches,
    place,
    matchCount,
  };
}

async function placeOf(match: MatchPlace, parts: readonly StoredArticle[], texts: Texts): Promise<Place> {
  if (match.field !== 'paragraph') await texts.load(parts);
  return placeOfMatch(parts, match, texts.of);
}

/** Every match in the edition, in the order of its articles. */
export async function markEdition(database: Database, search: Search, text: string, edition: EditionId): Promise<readonly SourceSpan[]> {
  const found = await search.marks(text, edition);
  const stories = await readStories(
    database,
    found.map((marks) => marks.article),
  );
  const texts = createTexts(database);
  const spans: SourceSpan[] = [];
  for (const { article, places } of found) {
    const parts = stories.get(article) ?? [];
    const paragraphs = parts.flatMap(placedParagraphs);
    for (const match of places) {
      if (match.field === 'paragraph') {
        const paragraph = paragraphs[match.paragraph];
        if (paragraph) spans.push(...sourceSpansOf(paragraph, match.start, match.end));
        continue;
      }
      await texts.load(parts);
      for (const run of headingRuns(parts, match.field, texts.of)) {
        const from = Math.max(run.start, match.start);
        const to = Math.min(run.end, match.end);
        if (from >= to) continue;
        const { source, offset } = run.place(from);
        spans.push({ source, start: offset, end: offset + to - from });
      }
    }
  }
  return spans;
}

/** What `is:bookmarked` and `is:unread` find. */
export async function flaggedArticles(database: Database, flag: ArticleFlag): Promise<Iterable<ArticleId>> {
  if (flag === 'unread') return unreadStories(database);
  if ((await listBookmarks(database)).length === 0) return [];
  return (await bookmarks(database)).flatMap((mark) => mark.article ?? []);
}

async function readStories(database: Database, heads: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly StoredArticle[]>> {
  const chains = await storyChains(database, heads);
  const articles = new Map(
    (await readArticles(database, [...heads, ...[...chains.values()].flat()])).map((article) => [article.id, article]),
  );
  return new Map(heads.map((head) => [head, [head, ...(chains.get(head) ?? [])].flatMap((id) => articles.get(id) ?? [])]));
}

interface Texts {
  load(parts: readonly StoredArticle[]): Promise<void>;
  /** Of a source that was loaded. */
  readonly of: (source: number) => string;
}

function createTexts(database: Database): Texts {
  const texts = new Map<number, string>();
  return {
    async load(parts) {
      for (const { source } of parts) if (!texts.has(source)) texts.set(source, await textOfSource(database, source));
    },
    of: (source) => texts.get(source) ?? '',
  };
}
