/**
 * Are two texts about one thing? By the rare pairs of characters they share: names, places, terms.
 * Each shared pair counts by how unlikely the corpus makes it; common turns of phrase count for little.
 */
import type { ModelData } from './model-file';
import type { RunScorer } from './run-probability';
import { EDGE, UNKNOWN, firstSymbols } from './symbols';

/** Distinct pairs of symbols of a text, as keys. */
export interface TopicPairs {
  readonly pairs: Int32Array;
  /** Pairs in the text, repeats counted. */
  readonly length: number;
}

/** Share of a text's pairs that it takes over from what was said before in the same article. */
const REPEATED_SHARE = 0.1;
const LOG_NOT_REPEATED = Math.log(1 - REPEATED_SHARE);
/** Pairs that overlap tell one thing twice, and an article's words come in bursts: measured on halves of cut articles. */
const EVIDENCE_WEIGHT = 0.45;

const SYMBOL_BITS = 13;
const CACHE_BITS = 18;

export interface TopicReader {
  readonly topicPairs: (text: string) => TopicPairs;
  readonly topicScore: (a: TopicPairs, b: TopicPairs) => number;
  /** Natural log of a pair's share of the corpus. */
  readonly logShare: (pair: number) => number;
}

export function topicReader(model: ModelData, score: RunScorer): TopicReader {
  const { symbols, share } = model;
  const topical = Uint8Array.from({ length: symbols.size }, (_, symbol) => (isTopical(symbols.characters[symbol] ?? '', symbol) ? 1 : 0));
  /** Log shares of pairs met before; a pair pushes out another with the same last bits. */
  const cachedPairs = new Int32Array(2 ** CACHE_BITS).fill(-1);
  const cachedShares = new Float32Array(2 ** CACHE_BITS);
  const row = new Uint16Array(2);
  let read = new Uint16Array(1024);

  function logShare(pair: number): number {
    const slot = (Math.imul(pair, 0x9e3779b1) >>> (32 - CACHE_BITS)) & (2 ** CACHE_BITS - 1);
    if (cachedPairs[slot] === pair) return cachedShares[slot] as number;
    row[0] = pair >>> SYMBOL_BITS;
    row[1] = pair & (2 ** SYMBOL_BITS - 1);
    const value = (share[row[0]] as number) + score(row, 0, 1, 2);
    cachedPairs[slot] = pair;
    cachedShares[slot] = value;
    return value;
  }

  function topicPairs(text: string): TopicPairs {
    if (read.length <= text.length) read = new Uint16Array(text.length * 2);
    const length = firstSymbols(symbols, text, text.length, read, 0);
    const seen = emptied(length);
    const pairs = new Int32Array(length);
    let size = 0;
    let counted = 0;
    for (let at = 1; at < length; at += 1) {
      const left = read[at - 1] as number;
      const right = read[at] as number;
      if (topical[left] === 0 || topical[right] === 0) continue;
      counted += 1;
      const pair = (left << SYMBOL_BITS) | right;
      if (!addPair(seen, pair)) continue;
      pairs[size] = pair;
      size += 1;
    }
    return { pairs: pairs.slice(0, size), length: counted };
  }

  /** Nats by which the pairs of either text are likelier where the other has been read than where it has not. */
  function topicScore(a: TopicPairs, b: TopicPairs): number {
    const [small, large] = a.pairs.length <= b.pairs.length ? [a, b] : [b, a];
    if (large.length === 0) return 0;
    const met = emptied(large.pairs.length);
    for (let at = 0; at < large.pairs.length; at += 1) addPair(met, large.pairs[at] as number);
    let score = 0;
    for (let at = 0; at < small.pairs.length; at += 1) {
      const pair = small.pairs[at] as number;
      score +=
        met.slots[slotIn(met, pair)] === 0
          ? LOG_NOT_REPEATED
          : Math.log(1 - REPEATED_SHARE + REPEATED_SHARE / (large.length * Math.exp(logShare(pair))));
    }
    return score * EVIDENCE_WEIGHT;
  }

  return { topicPairs, topicScore, logShare };
}

/** Open addressing; 0 is an empty slot, as pairs are above zero: no topical symbol is EDGE. */
interface PairSet {
  readonly slots: Int32Array;
  readonly bits: number;
}

/** One set of each size, emptied for every use: only one is ever in use at a time. */
const sets: PairSet[] = [];

function emptied(most: number): PairSet {
  let bits = 4;
  while (2 ** bits < most * 2) bits += 1;
  if (bits > LARGEST_KEPT) return { slots: new Int32Array(2 ** bits), bits };
  const set = (sets[bits] ??= { slots: new Int32Array(2 ** bits), bits });
  set.slots.fill(0);
  return set;
}

/** Sets of more than 2 ** 16 slots are made anew and let go. */
const LARGEST_KEPT = 16;

function slotIn({ slots, bits }: PairSet, pair: number): number {
  let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits);
  while (slots[slot] !== 0 && slots[slot] !== pair) slot = (slot + 1) & (slots.length - 1);
  return slot;
}

/** False where the pair was in already. */
function addPair(set: PairSet, pair: number): boolean {
  const slot = slotIn(set, pair);
  if (set.slots[slot] === pair) return false;
  set.slots[slot] = pair;
  return true;
}

/** Han characters only: marks, digits and letters say nothing of the matter. */
function isTopical(character: string, symbol: number): boolean {
  const code = character.charCodeAt(0);
  return symbol !== EDGE && symbol !== UNKNOWN && code >= 0x4e00 && code < 0xa000;
}
