/**
 * Finds the set of documents that a query is true of, exactly: text through the full-text index, everything else through the register.
 * Not for order, pages or marks.
 */
import { assertNever } from '../contract/problem';
import { pageKey } from '../contract/page-number';
import { squeezeText } from '../contract/squeeze';
import type { ArticleId, EditionId } from '../contract/model';
import type { Grouping, Register } from './article-register';
import { readFolded } from './article-texts';
import type { FoldedArticle } from './article-texts';
import { dayNumber, firstOfDay, lastOfDay } from './document-number';
import type { DocumentNumber } from './document-number';
import { intersect, select, subtract, unite } from './document-set';
import type { DocumentSet } from './document-set';
import { foldText } from './fold';
import { matchText } from './match-expression';
import { articlesByPairs } from './pair-index';
import type { Query } from './query-language';
import type { IndexDatabase, SearchOptions } from './search';

export type TextQuery = Query & { readonly kind: 'text' };

/** Articles looked at in one go where the index alone cannot tell. */
const VERIFIED_AT_ONCE = 200;

export function containsText({ passages, squeezed }: FoldedArticle, { text, columns }: TextQuery): boolean {
  return squeezed.some((passage, at) => (columns === null || columns.includes(passages[at]!.column)) && passage.includes(text));
}

/** A column, or the section of the page where an article has none: what the register lists it under. */
function asksForColumn({ columns }: TextQuery): boolean {
  return columns?.length === 1 && columns[0] === 'column';
}

/** Asked of the full-text index. */
function isOfText(query: Query): query is TextQuery {
  return query.kind === 'text' && !asksForColumn(query);
}

function inSection(register: Register, text: string): DocumentSet {
  return inGroupings(register, ({ section }) => section !== null && squeezeText(foldText(section)).includes(text));
}

export interface Evaluation {
  readonly options: SearchOptions;
  readonly register: Register;
}

export async function evaluateQuery(evaluation: Evaluation, query: Query): Promise<DocumentSet> {
  const { register } = evaluation;
  switch (query.kind) {
    case 'text':
      return asksForColumn(query) ? inSection(register, query.text) : evaluateTexts(evaluation, [query]);
    case 'dates':
      return betweenDays(register, query.from, query.to);
    case 'paper':
      return inGroupings(register, ({ paper }) => paper !== null && squeezeText(foldText(paper)).includes(query.text));
    case 'page':
      return inGroupings(register, ({ page }) => page !== null && pageKey(page) === query.page);
    case 'kinds':
      return inGroupings(register, ({ kind }) => query.kinds.includes(kind));
    case 'flag':
      return documentsOf(evaluation.options.database, await evaluation.options.flagged(query.flag));
    case 'not':
      return subtract(register.documents, await evaluateQuery(evaluation, query.part));
    case 'or': {
      let found: DocumentSet = new Float64Array();
      for (const part of query.parts) found = unite(found, await evaluateQuery(evaluation, part));
      return found;
    }
    case 'and':
      return evaluateAll(evaluation, query.parts);
    default:
      return assertNever(query);
  }
}

/** Texts first and together, since the index joins them without listing each; what is excluded last. */
async function evaluateAll(evaluation: Evaluation, parts: readonly Query[]): Promise<DocumentSet> {
  const texts = parts.filter(isOfText);
  let found = texts.length > 0 ? await evaluateTexts(evaluation, texts) : evaluation.register.documents;
  for (const part of parts) {
    if (found.length === 0) break;
    if (isOfText(part)) continue;
    if (part.kind === 'not') found = subtract(found, await evaluateQuery(evaluation, part.part));
    else found = intersect(found, await evaluateQuery(evaluation, part));
  }
  return found;
}

async function evaluateTexts(evaluation: Evaluation, texts: readonly TextQuery[]): Promise<DocumentSet> {
  const { database } = evaluation.options;
  const few = await documentsByPairs(database, texts);
  if (few !== null) return verify(evaluation, few, texts);
  const expressions: string[] = [];
  const uncertain: TextQuery[] = [];
  for (const query of texts) {
    const { expression, exact } = await matchText(database, query.text, query.columns);
    expressions.push(expression);
    if (!exact) uncertain.push(query);
  }
  const candidates = await documentsMatching(evaluation, 'search_text', expressions.join(' AND '));
  return uncertain.length === 0 ? candidates : verify(evaluation, candidates, uncertain);
}

/** Few documents among which all are that have these texts, ascending; null where there may be many. */
export async function documentsByPairs(database: IndexDatabase, texts: readonly TextQuery[]): Promise<DocumentSet | null> {
  const articles = await articlesByPairs(
    database,
    texts.map(({ text }) => text),
  );
  return articles && documentsOf(database, articles);
}

/** Ascending. The numbers come as one text, which crosses from the driver's thread far faster than a row each. */
export async function documentsMatching(
  { options }: Pick<Evaluation, 'options'>,
  table: 'search_text' | 'search_head',
  expression: string,
): Promise<DocumentSet> {
  const row = await options.database.get<{ documents: string }>(
    `SELECT json_group_array(rowid) AS documents FROM ${table} WHERE ${table} MATCH ?`,
    [expression],
  );
  return parseDocuments(row!.documents);
}

const parseDocuments = (json: string): DocumentSet => Float64Array.from(JSON.parse(json) as number[]);

async function verify(evaluation: Evaluation, candidates: DocumentSet, texts: readonly TextQuery[]): Promise<DocumentSet> {
  const sound = new Set<DocumentNumber>();
  for (let at = 0; at < candidates.length; at += VERIFIED_AT_ONCE)
    for (const [document, article] of await readDocuments(evaluation, candidates.subarray(at, at + VERIFIED_AT_ONCE)))
      if (texts.every((text) => containsText(article, text))) sound.add(document);
  return candidates.filter((document) => sound.has(document));
}

/** In the order given; documents whose article is no longer there are left out. */
export async function readDocuments(
  { options }: Pick<Evaluation, 'options'>,
  documents: Float64Array,
): Promise<readonly (readonly [DocumentNumber, FoldedArticle])[]> {
  if (documents.length === 0) return [];
  const rows = await options.database.all<{ document: DocumentNumber; article: ArticleId }>(
    'SELECT document, article FROM search_article WHERE document IN (SELECT value FROM json_each(?))',
    [JSON.stringify([...documents])],
  );
  const idOf = new Map(rows.map((row) => [row.document, row.article]));
  const articles = await readFolded(
    options.articles,
    rows.map((row) => row.article),
  );
  const byId = new Map(articles.map((article) => [article.article.id, article]));
  return Array.from(documents).flatMap((document) => {
    const article = byId.get(idOf.get(document) ?? 0);
    return article ? [[document, article] as const] : [];
  });
}

/** Ascending; of those articles that are in the index. */
async function documentsOf(database: IndexDatabase, ids: Iterable<ArticleId>): Promise<DocumentSet> {
  const row = await database.get<{ documents: string }>(
    'SELECT json_group_array(document) AS documents FROM search_article WHERE article IN (SELECT value FROM json_each(?))',
    [JSON.stringify([...ids])],
  );
  return parseDocuments(row!.documents).sort();
}

export async function ofEdition({ options }: Evaluation, edition: EditionId): Promise<DocumentSet> {
  const row = await options.database.get<{ documents: string }>(
    'SELECT json_group_array(document) AS documents FROM search_article WHERE edition = ?',
    [edition],
  );
  return parseDocuments(row!.documents).sort();
}

function inGroupings({ documents, groups, groupings }: Register, holds: (grouping: Grouping) => boolean): DocumentSet {
  const chosen = groupings.map((grouping) => grouping !== undefined && holds(grouping));
  return documents.filter((_, at) => chosen[groups[at]!]);
}

/** Undated articles lie between no days. */
function betweenDays({ documents }: Register, from: string, to: string): DocumentSet {
  const first = to === '' ? 0 : firstOfDay(dayNumber(to));
  const last = lastOfDay(from === '' ? 1 : Math.max(1, dayNumber(from)));
  return select(documents, (document) => document >= first && document <= last);
}
