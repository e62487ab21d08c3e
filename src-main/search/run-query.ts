/** From what was typed to a page of hits: read, evaluate, narrow, order, mark. */
import type { QueryFault } from '../contract/model';
import { lowerBound } from './article-register';
import type { ArticleRegister } from './article-register';
import { readFolded } from './article-texts';
import type { FoldedArticle } from './article-texts';
import { countFacets } from './count-facets';
import type { CountedResult } from './count-facets';
import { firstOfDay } from './document-number';
import type { DocumentNumber } from './document-number';
import { intersect } from './document-set';
import type { DocumentSet } from './document-set';
import { containsText, documentsByPairs, evaluateQuery, ofEdition, readDocuments } from './evaluate-query';
import type { Evaluation, TextQuery } from './evaluate-query';
import { countMatches, findMatches, placeOf } from './find-matches';
import type { PassageMatches } from './find-matches';
import { makeSnippet } from './make-snippet';
import { matchText } from './match-expression';
import { plainWords, readQuery, textsSought, withoutTextQuotes } from './query-language';
import type { Query } from './query-language';
import { orderByRelevance, orderByWeight, WEIGHED } from './rank-documents';
import type { Weighed } from './rank-documents';
import type { ArticleMarks, Hit, IndexDatabase, SearchInput, SearchOptions } from './search';

export interface Desk {
  /** The database as search's own statements see it. */
  readonly database: IndexDatabase;
  readonly options: SearchOptions;
  readonly register: ArticleRegister;
}

export interface QueryAnswer extends Omit<CountedResult, 'documents'> {
  readonly total: number;
  readonly hint: 'searched-as-text' | null;
  readonly fault?: QueryFault;
  readonly plain?: { readonly text: string; readonly total: number };
  readonly hits: readonly Hit[];
}

const NO_FACETS = { section: [], paper: [], place: [], month: [], kind: [] } as const;
const PAGE = 50;
/** Articles that are looked at together, from the newest on; enough for a page where all have what is sought. */
const LOOKED_AT = 64;

export async function answerQuery(desk: Desk, input: SearchInput): Promise<QueryAnswer> {
  const { query, ...reading } = readQuery(input.text);
  if (query === null) return { total: 0, ...reading, hits: [], facets: NO_FACETS };
  const evaluation = await evaluationOf(desk);
  const { documents, facets } = await evaluateNarrowed(evaluation, query, input);
  const hits = await pageOfHits(evaluation, query, documents, input);
  const plain = await answerPlain(evaluation, input, documents.length);
  return { total: documents.length, ...reading, ...(plain ? { plain } : {}), hits, facets };
}

async function evaluateNarrowed(evaluation: Evaluation, query: Query, { edition, facets = {} }: SearchInput): Promise<CountedResult> {
  const found = await evaluateQuery(evaluation, query);
  const within = edition === undefined ? found : intersect(found, await ofEdition(evaluation, edition));
  return countFacets(evaluation.register, within, facets);
}

/** Signs of the language, rightly or wrongly set, may be all that keeps the words from being found; quotation marks of the text keep some of them. */
async function answerPlain(evaluation: Evaluation, input: SearchInput, found: number): Promise<QueryAnswer['plain'] | null> {
  const text = found === 0 ? plainWords(input.text) : withoutTextQuotes(input.text.trim());
  const { query } = readQuery(text);
  if (query === null || text === input.text.trim()) return null;
  const { documents } = await evaluateNarrowed(evaluation, query, input);
  return documents.length <= found ? null : { text, total: documents.length };
}

/** The hits alone. Where a page of the newest can be read off the index, the rest of the result is not even listed. */
export async function answerHits(desk: Desk, input: SearchInput): Promise<readonly Hit[]> {
  const { query } = readQuery(input.text);
  if (query === null) return [];
  const narrowed = input.edition !== undefined || Object.values(input.facets ?? {}).some((values) => values.length > 0);
  const texts = input.sort === 'newest' && !narrowed ? textsAlone(query) : null;
  const articles = texts && (await newestWith(desk, texts, input));
  if (texts === null || articles === null) return (await answerQuery(desk, input)).hits;
  return articles.map((folded) => hitOf(folded, findMatches(folded, texts)));
}

/** The texts that an article must have, where that is all that the query asks. */
function textsAlone(query: Query): readonly TextQuery[] | null {
  const parts = query.kind === 'and' ? query.parts : [query];
  const texts = parts.filter((part) => part.kind === 'text');
  return texts.length === parts.length ? texts : null;
}

/** A page of the newest articles with all of these texts; null where the index alone cannot tell. */
async function newestWith(desk: Desk, texts: readonly TextQuery[], input: SearchInput): Promise<readonly FoldedArticle[] | null> {
  const { limit = PAGE, offset = 0 } = input;
  const few = await newestOfFew(desk, texts, offset + limit);
  if (few !== null) return few.slice(offset);
  const expression = await exactExpression(desk.database, texts);
  if (expression === null) return null;
  const rows = await desk.database.all<{ document: DocumentNumber; article: number }>(
    `SELECT document, article FROM (SELECT rowid AS number FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT ? OFFSET ?)
     JOIN search_article ON document = number ORDER BY document`,
    [expression, limit, offset],
  );
  return readFolded(
    desk.options.articles,
    rows.map((row) => row.article),
  );
}

/**
 * The newest `wanted` articles with all of these texts, found among those that have their pairs of characters, and looked at from the newest on.
 * Null where there are more than a few.
 */
async function newestOfFew(desk: Desk, texts: readonly TextQuery[], wanted: number): Promise<readonly FoldedArticle[] | null> {
  const documents = await documentsByPairs(desk.database, texts);
  if (documents === null) return null;
  const found: FoldedArticle[] = [];
  for (let at = 0; at < documents.length && found.length < wanted; at += LOOKED_AT) {
    for (const [, article] of await readDocuments(watched(desk), documents.subarray(at, at + LOOKED_AT)))
      if (texts.every((text) => containsText(article, text))) found.push(article);
  }
  return found.slice(0, wanted);
}

/** Null unless the index alone can tell. */
async function exactExpression(database: IndexDatabase, texts: readonly TextQuery[]): Promise<string | null> {
  const expressions: string[] = [];
  for (const { text, columns } of texts) {
    const { expression, exact } = await matchText(database, text, columns);
    if (!exact) return null;
    expressions.push(expression);
  }
  return expressions.join(' AND ');
}

async function evaluationOf(desk: Desk): Promise<Evaluation> {
  return { ...watched(desk), register: await desk.register.current() };
}

const watched = ({ options, database }: Desk): Pick<Evaluation, 'options'> => ({ options: { ...options, database } });

async function pageOfHits(
  evaluation: Evaluation,
  query: Query,
  documents: DocumentSet,
  { sort = 'relevance', limit = PAGE, offset = 0 }: SearchInput,
): Promise<readonly Hit[]> {
  const end = Math.min(documents.length, offset + limit);
  if (offset >= end) return [];
  const read = (chosen: Float64Array): Promise<readonly Weighed[]> => readMatched(evaluation, query, chosen);
  let page: readonly Weighed[];
  if (sort === 'newest') page = await read(documents.subarray(offset, end));
  else if (sort === 'oldest') page = await read(oldestFirst(documents).subarray(offset, end));
  else {
    const order = await orderByRelevance(evaluation, query, documents, Math.max(end, WEIGHED));
    const weighed = offset < WEIGHED ? orderByWeight(await read(order.subarray(0, WEIGHED)), query).slice(offset, end) : [];
    const rest = end > WEIGHED ? await read(order.subarray(Math.max(offset, WEIGHED), end)) : [];
    page = [...weighed, ...rest];
  }
  return page.map(({ folded, matches }) => hitOf(folded, matches));
}

async function readMatched(evaluation: Evaluation, query: Query, documents: Float64Array): Promise<readonly Weighed[]> {
  const texts = textsSought(query);
  const read = await readDocuments(evaluation, documents);
  return read.map(([document, folded]) => ({ document, folded, matches: findMatches(folded, texts) }));
}

function hitOf(folded: FoldedArticle, matches: readonly PassageMatches[]): Hit {
  const { text, matches: marks } = makeSnippet(folded, matches);
  const first = matches[0];
  const headline = matches.find(({ passage }) => folded.passages[passage]!.column === 'headline');
  return {
    article: folded.article,
    snippet: text,
    matches: marks,
    headlineMatches: headline?.spans ?? [],
    place: first ? placeOf(folded.passages[first.passage]!, first.spans[0]!) : null,
    matchCount: countMatches(matches),
  };
}

/** Undated articles come last in either order. */
function oldestFirst(documents: DocumentSet): DocumentSet {
  const undated = lowerBound(documents, firstOfDay(0));
  const order = documents.slice();
  order.subarray(0, undated).reverse();
  return order;
}

/** Every match in one edition, articles in the edition's order. */
export async function answerMarks(desk: Desk, input: SearchInput): Promise<readonly ArticleMarks[]> {
  const { query } = readQuery(input.text);
  if (query === null) return [];
  const evaluation = await evaluationOf(desk);
  const { documents } = await evaluateNarrowed(evaluation, query, input);
  const hits = await readMatched(evaluation, query, documents);
  return hits.map(({ folded, matches }) => ({
    article: folded.article.id,
    places: matches.flatMap(({ passage, spans }) => spans.map((span) => placeOf(folded.passages[passage]!, span))),
  }));
}
