/**
 * Finds the set of documents that a query is true of, exactly: text through the full-text index, everything else through the register.
 * Not for order, pages or marks.
 */
import { assertNever } from '../contract/problem';
import type { ArticleId } from '../contract/model';
import { lowerBound } from './article-register';
import type { Grouping, Register } from './article-register';
import { readFolded } from './article-texts';
import type { FoldedArticle } from './article-texts';
import { dayNumber, firstOfDay, lastOfDay } from './document-number';
import { intersect, select, subtract, unite } from './document-set';
import type { DocumentSet } from './document-set';
import { foldText } from './fold';
import { matchText } from './match-expression';
import type { Query } from './query-language';
import type { SearchOptions } from './search';

type TextQuery = Query & { readonly kind: 'text' };

/** Articles looked at in one go where the index alone cannot tell. */
const VERIFIED_AT_ONCE = 200;

export function containsText({ passages, folded }: FoldedArticle, { text, columns }: TextQuery): boolean {
  return folded.some((passage, at) => (columns === null || columns.includes(passages[at]!.column)) && passage.includes(text));
}

export interface Evaluation {
  readonly options: SearchOptions;
  readonly register: Register;
}

export async function evaluateQuery(evaluation: Evaluation, query: Query): Promise<DocumentSet> {
  const { register } = evaluation;
  switch (query.kind) {
    case 'text':
      return evaluateTexts(evaluation, [query]);
    case 'dates':
      return betweenDays(register, query.from, query.to);
    case 'paper':
      return inGroupings(register, ({ paper }) => paper !== null && foldText(paper).includes(query.text));
    case 'kinds':
      return inGroupings(register, ({ kind }) => query.kinds.includes(kind));
    case 'flag':
      return ofArticles(register, new Set(await evaluation.options.flagged(query.flag)));
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
  const texts = parts.filter((part) => part.kind === 'text');
  let found = texts.length > 0 ? await evaluateTexts(evaluation, texts) : evaluation.register.documents;
  for (const part of parts) {
    if (found.length === 0) break;
    if (part.kind === 'text') continue;
    if (part.kind === 'not') found = subtract(found, await evaluateQuery(evaluation, part.part));
    else found = intersect(found, await evaluateQuery(evaluation, part));
  }
  return found;
}

async function evaluateTexts(evaluation: Evaluation, texts: readonly TextQuery[]): Promise<DocumentSet> {
  const { database } = evaluation.options;
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
  return Float64Array.from(JSON.parse(row!.documents) as number[]);
}

async function verify(evaluation: Evaluation, candidates: DocumentSet, texts: readonly TextQuery[]): Promise<DocumentSet> {
  const { options, register } = evaluation;
  const sound = new Set<ArticleId>();
  const ids = articlesOf(register, candidates);
  for (let at = 0; at < ids.length; at += VERIFIED_AT_ONCE)
    for (const article of await readFolded(options.articles, ids.slice(at, at + VERIFIED_AT_ONCE)))
      if (texts.every((text) => containsText(article, text))) sound.add(article.article.id);
  return intersect(candidates, ofArticles(register, sound));
}

export function articlesOf({ documents, articles }: Register, chosen: Iterable<number>): ArticleId[] {
  const ids: ArticleId[] = [];
  for (const document of chosen) {
    const at = lowerBound(documents, document);
    if (documents[at] === document) ids.push(articles[at]!);
  }
  return ids;
}

function ofArticles({ documents, articles }: Register, ids: ReadonlySet<ArticleId>): DocumentSet {
  return documents.filter((_, at) => ids.has(articles[at]!));
}

function inGroupings({ documents, groups, groupings }: Register, holds: (grouping: Grouping) => boolean): DocumentSet {
  const chosen = groupings.map((grouping) => grouping !== undefined && holds(grouping));
  return documents.filter((_, at) => chosen[groups[at]!]);
}

/** Undated articles lie between no days. */
function betweenDays({ documents }: Register, from: string, to: string): DocumentSet {
  const first = firstOfDay(from === '' ? 1 : Math.max(1, dayNumber(from)));
  const last = to === '' ? Infinity : lastOfDay(dayNumber(to));
  return select(documents, (document) => document >= first && document <= last);
}
