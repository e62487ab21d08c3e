/**
 * Are two texts about one thing? By the rare pairs of characters they share: names, places, terms.
 * Each shared pair counts by how unlikely the corpus makes it; common turns of phrase count for little.
 */
import type { ModelData } from './model-file';
import { logProbability } from './run-probability';
import { EDGE, UNKNOWN, firstSymbols } from './symbols';

export interface TopicProfile {
  /** Distinct pairs of symbols of the text -> natural log of the pair's share of the corpus. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Pairs in the text, repeats counted. */
  readonly length: number;
}

/** Share of a text's pairs that it takes over from what was said before in the same article. */
const REPEATED_SHARE = 0.1;
/** Pairs that overlap tell one thing twice, and an article's words come in bursts: measured on halves of cut articles. */
const EVIDENCE_WEIGHT = 0.45;

export function topicProfile(model: ModelData, text: string): TopicProfile {
  const row = new Uint16Array(text.length + 1);
  const length = firstSymbols(model.symbols, text, text.length, row, 0);
  const pairs = new Map<number, number>();
  let counted = 0;
  for (let at = 1; at < length; at += 1) {
    const left = row[at - 1] as number;
    const right = row[at] as number;
    if (!isTopical(model, left) || !isTopical(model, right)) continue;
    counted += 1;
    const pair = left * 0x10000 + right;
    if (pairs.has(pair)) continue;
    pairs.set(pair, (model.share[left] as number) + logProbability(model, row, at - 1, at));
  }
  return { pairs, length: counted };
}

/** Han characters only: marks, digits and letters say nothing of the matter. */
function isTopical(model: ModelData, symbol: number): boolean {
  if (symbol === EDGE || symbol === UNKNOWN) return false;
  const code = (model.symbols.characters[symbol] ?? '').charCodeAt(0);
  return code >= 0x4e00 && code < 0xa000;
}

/**
 * Nats by which the pairs of either text are likelier where the other has been read than where it has not.
 */
export function topicScore(a: TopicProfile, b: TopicProfile): number {
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
  if (large.length === 0) return 0;
  let score = 0;
  for (const [pair, logShare] of small.pairs)
    score += large.pairs.has(pair)
      ? Math.log(1 - REPEATED_SHARE + REPEATED_SHARE / (large.length * Math.exp(logShare)))
      : Math.log(1 - REPEATED_SHARE);
  return score * EVIDENCE_WEIGHT;
}
