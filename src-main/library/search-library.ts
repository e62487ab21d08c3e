/** The reader's queries: search's hits with the place each opens at, and the edition, page and file they stand in. */
import type { ArticleId, MatchSpan, Place, SearchHit, SearchResult, SourceSpan, Span } from '../contract/model';
import type { Input } from '../contract/operations';
import { sourceSpansOf, spansOfMatch } from '../contract/printed-text';
import type { ArticleFlag, Hit, MatchPlace, Search } from '../search/search';
import { pageOfArticle } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { listBookmarks } from '../store/bookmarks';
import { readSources } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { unreadStories } from '../store/stories';
import { bookmarks } from './bookmarks';
import { articleAt, firstPlace, headingRuns, placeOfMatch, plainHeading } from './printed-place';
import type { HeadingRun } from './printed-place';
import { textOfSource } from './read-source';
import { openEdition } from './read-edition';
import { readStories } from './read-stories';
import { partsRead } from './searchable-articles';
import { storyParagraphs } from './story-paragraphs';

export async function searchLibrary(database: Database, search: Search, input: Input<'search.query'>): Promise<SearchResult> {
  const { hits, ...outcome } = await search.query(input);
  const located: { readonly hit: Hit; readonly parts: readonly StoredArticle[]; readonly place: Place }[] = [];
  const texts = createTexts(database);
  for (const hit of hits) {
    const parts = partsRead(hit.article);
    if (parts[0]) located.push({ hit, parts, place: hit.place ? await placeOf(hit.place, parts, texts) : firstPlace(parts[0]) });
  }
  const sources = await readSources(database, [...new Set(located.map(({ place }) => place.source))]);
  return { ...outcome, hits: located.map(({ hit, parts, place }) => describe(hit, parts, place, sources.get(place.source))) };
}

const OPENING_CHARACTERS = 24;

function describe(hit: Hit, parts: readonly StoredArticle[], place: Place, source: StoredSource | undefined): SearchHit {
  const { article, snippet, matches, headlineMatches, matchCount } = hit;
  return {
    ...(article.headline === null ? { untitled: { jumpFrom: parts[0]?.parsed.jump?.from ?? null, opening: openingOf(article) } } : {}),
    articleId: article.id,
    edition: article.edition,
    paper: article.paper,
    date: article.date,
    page: pageOfPlace(parts, place, source),
    file: source?.name ?? '',
    headline: article.headline,
    section: article.column ?? article.section ?? null,
    snippet,
    matches,
    headlineMatches,
    place,
    matchCount,
  };
}

function pageOfPlace(parts: readonly StoredArticle[], { source: id, offset }: Place, source: StoredSource | undefined): string | null {
  const part = articleAt(
    parts.filter(({ source: of }) => of === id),
    offset,
  );
  return part ? pageOfArticle(part, source) : (source?.page.value ?? null);
}

function openingOf({ paragraphs }: Hit['article']): string {
  const letters = [...(paragraphs.find((text) => text.trim() !== '')?.trim() ?? '')];
  return letters.length <= OPENING_CHARACTERS ? letters.join('') : `${letters.slice(0, OPENING_CHARACTERS).join('')}…`;
}

async function placeOf(match: MatchPlace, parts: readonly StoredArticle[], texts: Texts): Promise<Place> {
  // A heading printed as it stands in the file is found without the file's text.
  const run = match.field === 'paragraph' ? null : plainHeading(parts, match.field);
  if (run) return run.place(match.start);
  if (match.field !== 'paragraph') await texts.load(parts);
  return placeOfMatch(parts, match, texts.of);
}

/** Every match in the edition, in the order it is read: by section, story by story. */
export async function markEdition(
  database: Database,
  search: Search,
  { text, edition, facets }: Input<'search.marks'>,
): Promise<readonly MatchSpan[]> {
  const marked = await search.marks(text, edition, facets);
  const { sections } = await openEdition(database, edition);
  const rank = new Map(sections.flatMap(({ articles }) => articles).map((article, at) => [article, at]));
  const rankOf = ({ article }: { readonly article: ArticleId }) => rank.get(article) ?? Infinity;
  const found = [...marked].sort((a, b) => rankOf(a) - rankOf(b));
  const stories = await readStories(
    database,
    found.map((marks) => marks.article),
  );
  const texts = createTexts(database);
  const spans: MatchSpan[] = [];
  for (const { article, places } of found) {
    const parts = stories.get(article) ?? [];
    const { paragraphs } = storyParagraphs(parts);
    for (const match of places) {
      if (match.field === 'paragraph') {
        const paragraph = paragraphs[match.paragraph];
        if (paragraph) spans.push(...spansOfMatch(sourceSpansOf(paragraph, match.start, match.end)));
        continue;
      }
      await texts.load(parts);
      const runs = headingRuns(parts, match.field, texts.of);
      spans.push(...spansOfMatch(runs.flatMap((run) => spanWithin(run, match))));
    }
  }
  return spans;
}

/** What a run prints of a match, if anything. */
function spanWithin(run: HeadingRun, match: Span): SourceSpan | readonly [] {
  const from = Math.max(run.start, match.start);
  const to = Math.min(run.end, match.end);
  if (from >= to) return [];
  const { source, offset } = run.place(from);
  return { source, start: offset, end: offset + to - from };
}

/** What `is:bookmarked` and `is:unread` find. */
export async function flaggedArticles(database: Database, flag: ArticleFlag): Promise<Iterable<ArticleId>> {
  if (flag === 'unread') return unreadStories(database);
  if ((await listBookmarks(database)).length === 0) return [];
  return (await bookmarks(database)).flatMap((mark) => mark.article ?? []);
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
