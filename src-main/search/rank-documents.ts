/**
 * Puts hits in the order a reader would: found in the headline, then in deck or lead, then in the body; words that stand together first;
 * then the newer. Coarse order comes from the index for all hits; the first page's worth is then weighed by its text.
 */
import { dayOf } from './document-number';
import type { DocumentNumber } from './document-number';
import { intersect, subtract } from './document-set';
import type { DocumentSet } from './document-set';
import { documentsMatching } from './evaluate-query';
import type { Evaluation } from './evaluate-query';
import type { FoldedArticle } from './article-texts';
import { countMatches } from './find-matches';
import type { PassageMatches } from './find-matches';
import type { TextColumn } from './index-tables';
import { HEAD_COLUMNS, inColumns, rankPhrase } from './match-expression';
import type { Query } from './query-language';

/** Hits at the head of the coarse order whose texts are weighed. */
export const WEIGHED = 64;
/** Tokens between two words that still count as together. */
const NEAR = 12;

/**
 * Coarse order, best first, of `documents` (ascending, so newest first). `wanted` is how many of the head will be looked at: tiers that cannot
 * reach it are not asked for.
 */
export async function orderByRelevance(
  evaluation: Pick<Evaluation, 'options'>,
  query: Query,
  documents: DocumentSet,
  wanted: number,
): Promise<Float64Array> {
  const all = rankExpression(query);
  // So few are all weighed by their texts, whichever page is asked for.
  if (all === null || documents.length <= WEIGHED) return documents;
  const tiers: DocumentSet[] = [];
  let rest = documents;
  let ranked = 0;
  const take = async (table: 'search_text' | 'search_head', expression: string): Promise<void> => {
    if (ranked >= wanted || rest.length === 0) return;
    const tier = intersect(rest, await documentsMatching(evaluation, table, expression));
    tiers.push(tier);
    rest = subtract(rest, tier);
    ranked += tier.length;
  };
  const together = nearExpression(query);
  if (together) await take('search_head', together);
  await take('search_head', all);
  await take('search_text', inColumns(HEAD_COLUMNS, all));
  if (together) await take('search_text', together);
  tiers.push(rest);
  return concatenate(tiers);
}

/** What the query says of text, as far as it says what must be there. */
function rankExpression(query: Query): string | null {
  if (query.kind === 'text') return rankPhrase(query.text);
  if (query.kind !== 'and' && query.kind !== 'or') return null;
  const parts = query.parts.flatMap((part) => rankExpression(part) ?? []);
  if (parts.length === 0) return null;
  return `(${parts.join(query.kind === 'and' ? ' AND ' : ' OR ')})`;
}

/** Null where there is but one text, or a word whose end is open: FTS5 takes no prefix inside NEAR. */
function nearExpression(query: Query): string | null {
  if (query.kind !== 'and') return null;
  const phrases = query.parts.flatMap((part) => (part.kind === 'text' ? [rankPhrase(part.text)] : []));
  if (phrases.length < 2 || phrases.some((phrase) => phrase.endsWith('*'))) return null;
  return `NEAR(${phrases.join(' ')}, ${NEAR})`;
}

function concatenate(tiers: readonly DocumentSet[]): Float64Array {
  const order = new Float64Array(tiers.reduce((sum, tier) => sum + tier.length, 0));
  let at = 0;
  for (const tier of tiers) {
    order.set(tier, at);
    at += tier.length;
  }
  return order;
}

export interface Weighed {
  readonly document: DocumentNumber;
  readonly folded: FoldedArticle;
  readonly matches: readonly PassageMatches[];
}

const LETTER = /[\p{L}\p{M}]/u;
const HALF_LIFE_DAYS = 3 * 365;

/** Whether the texts that the query asks for stand in the columns given; what it says of other things is not asked again. */
function standsIn(hit: Weighed, query: Query, holds: (column: TextColumn) => boolean): boolean {
  const { passages, squeezed } = hit.folded;
  if (query.kind === 'text') return passages.some(({ column }, at) => holds(column) && squeezed[at]!.includes(query.text));
  if (query.kind === 'and') return query.parts.every((part) => standsIn(hit, part, holds));
  if (query.kind === 'or') return query.parts.some((part) => standsIn(hit, part, holds));
  return true;
}

/** 0 headline, 1 other headings and lead, 2 body. */
function tierOf(hit: Weighed, query: Query): number {
  if (standsIn(hit, query, (column) => column === 'headline')) return 0;
  return standsIn(hit, query, (column) => column !== 'body') ? 1 : 2;
}

/** Share of matches that begin a word; Han characters always do. */
function wordStarts({ folded, matches }: Weighed): number {
  let starts = 0;
  let all = 0;
  for (const { passage, spans } of matches)
    for (const { start } of spans) {
      const text = folded.folded[passage]!;
      const inside = start > 0 && /[a-z]/u.test(text[start]!) && LETTER.test(text[start - 1]!) && !/\p{Script=Han}/u.test(text[start - 1]!);
      all += 1;
      if (!inside) starts += 1;
    }
  return all === 0 ? 0 : starts / all;
}

/** How much an article is about what is sought: matches by length, saturating, words together, in the words' own beginnings. */
function weigh(weighed: Weighed, newest: number): number {
  const { folded, matches, document } = weighed;
  const length = folded.folded.reduce((sum, text) => sum + text.length, 0);
  const density = (countMatches(matches) * 800) / (400 + length);
  const together = Math.max(0, ...matches.map(({ texts, closeness }) => (texts - 1) * (0.4 + closeness)));
  const age = Math.max(0, newest - dayOf(document));
  return density / (density + 3) + together + wordStarts(weighed) + 0.4 * 2 ** (-age / HALF_LIFE_DAYS);
}

/** Best first; equal weights keep the order given. */
export function orderByWeight(hits: readonly Weighed[], query: Query): readonly Weighed[] {
  const newest = Math.max(0, ...hits.map(({ document }) => dayOf(document)));
  return hits
    .map((hit) => ({ hit, tier: tierOf(hit, query), weight: weigh(hit, newest) }))
    .sort((a, b) => a.tier - b.tier || b.weight - a.weight)
    .map(({ hit }) => hit);
}
