/**
 * Are two texts about one thing? By the rare pairs of characters they share: names, places, terms.
 * Each shared pair counts by how unlikely the corpus makes it; common turns of phrase count for little.
 */
import type { ModelData } from './model-file';
import { cut } from '../scratch';
import type { RunScorer } from './run-probability';
import { SKIPPED } from './symbols';
import type { SymbolTable } from './symbols';

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
/** `topicScore` for each pair of the shorter text where the two have none in common. */
export const LEAST_SCORE_A_PAIR = LOG_NOT_REPEATED * EVIDENCE_WEIGHT;

const SYMBOL_BITS = 13;
const CACHE_BITS = 18;

export interface TopicReader {
  readonly topicPairs: (text: string) => TopicPairs;
  /** Pairs as they stand in the text, repeats and all; overwritten by the next call. */
  readonly pairsAsTheyStand: (text: string) => Int32Array;
  readonly topicScore: (a: TopicPairs, b: TopicPairs) => number;
  readonly topicSimilarity: (a: string, b: string) => number;
  /** Natural log of a pair's share of the corpus. */
  readonly logShare: (pair: number) => number;
}

const pairRows = cut(Int32Array);

export function topicReader(model: ModelData, score: RunScorer): TopicReader {
  const { symbols, share } = model;
  const pairsAsTheyStand = pairReader(symbols);
  /** Log shares of pairs met before; a pair, which is never 0, pushes out another with the same last bits. */
  const cachedPairs = new Int32Array(2 ** CACHE_BITS);
  const cachedShares = new Float32Array(2 ** CACHE_BITS);
  const row = new Uint16Array(2);

  function logShare(pair: number): number {
    const slot = (Math.imul(pair, 0x9e3779b1) >>> (32 - CACHE_BITS)) & (2 ** CACHE_BITS - 1);
    if (cachedPairs[slot] !== pair) {
      row[0] = pair >>> SYMBOL_BITS;
      row[1] = pair & (2 ** SYMBOL_BITS - 1);
      cachedPairs[slot] = pair;
      cachedShares[slot] = (share[row[0]] as number) + score(row, 0, 1, 2);
    }
    return cachedShares[slot] as number;
  }

  function topicPairs(text: string): TopicPairs {
    const all = pairsAsTheyStand(text);
    const { slots, bits } = emptied(all.length);
    const mask = slots.length - 1;
    let size = 0;
    for (let at = 0; at < all.length; at += 1) {
      const pair = all[at] as number;
      let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits);
      while (slots[slot] !== 0 && slots[slot] !== pair) slot = (slot + 1) & mask;
      if (slots[slot] !== 0) continue;
      slots[slot] = pair;
      all[size] = pair;
      size += 1;
    }
    const pairs = pairRows(size);
    for (let at = 0; at < size; at += 1) pairs[at] = all[at] as number;
    return { pairs, length: all.length };
  }

  /** Nats by which the pairs of either text are likelier where the other has been read than where it has not. */
  function topicScore(a: TopicPairs, b: TopicPairs): number {
    const [small, large] = a.pairs.length <= b.pairs.length ? [a, b] : [b, a];
    if (large.length === 0) return 0;
    const { slots, bits } = setOf(large.pairs);
    const mask = slots.length - 1;
    let score = 0;
    for (let at = 0; at < small.pairs.length; at += 1) {
      const pair = small.pairs[at] as number;
      let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits);
      while (slots[slot] !== 0 && slots[slot] !== pair) slot = (slot + 1) & mask;
      score +=
        slots[slot] === 0 ? LOG_NOT_REPEATED : Math.log(1 - REPEATED_SHARE + REPEATED_SHARE / (large.length * Math.exp(logShare(pair))));
    }
    return score * EVIDENCE_WEIGHT;
  }

  const topicSimilarity = (a: string, b: string): number => topicScore(topicPairs(a), topicPairs(b));

  return { topicPairs, pairsAsTheyStand, topicScore, topicSimilarity, logShare };
}

/** Gives the pairs of a text as they stand in it, repeats and all; overwritten by the next call. */
export function pairReader(symbols: SymbolTable): (text: string) => Int32Array {
  const topical = topicalUnits(symbols);
  let found = new Int32Array(1024);
  return (text) => {
    if (found.length < text.length) found = new Int32Array(text.length * 2);
    let size = 0;
    let left = NOT_TOPICAL;
    for (let at = 0; at < text.length; at += 1) {
      const right = topical[text.charCodeAt(at)] as number;
      if (right === SKIPPED) continue;
      if (left !== NOT_TOPICAL && right !== NOT_TOPICAL) {
        found[size] = (left << SYMBOL_BITS) | right;
        size += 1;
      }
      left = right;
    }
    return found.subarray(0, size);
  };
}

const NOT_TOPICAL = 0;

/** By UTF-16 unit: its symbol where it is a Han character, as marks, digits and letters say nothing of the matter; SKIPPED for white space, else NOT_TOPICAL. */
function topicalUnits({ ofUnit, characters }: SymbolTable): Uint16Array {
  const isTopical = Uint8Array.from(characters, (character) => (character >= '\u4e00' && character < '\ua000' ? 1 : 0));
  const topical = new Uint16Array(ofUnit.length);
  for (let unit = 0; unit < ofUnit.length; unit += 1) {
    const symbol = ofUnit[unit] as number;
    topical[unit] = symbol === SKIPPED || isTopical[symbol] === 1 ? symbol : NOT_TOPICAL;
  }
  return topical;
}

/** Open addressing; 0 is an empty slot, as pairs are above zero: no topical symbol is EDGE. */
interface PairSet {
  readonly slots: Int32Array;
  readonly bits: number;
  /** What it was filled with last; null where it was emptied for another use. */
  holds: Int32Array | null;
}

/** The set of these pairs until the next set of about that size is asked for; nothing is done where it is the one asked for last. */
function setOf(pairs: Int32Array): PairSet {
  const kept = sets[bitsFor(pairs.length)];
  if (kept?.holds === pairs) return kept;
  const set = emptied(pairs.length);
  const { slots, bits } = set;
  const mask = slots.length - 1;
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] as number;
    let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits);
    while (slots[slot] !== 0 && slots[slot] !== pair) slot = (slot + 1) & mask;
    slots[slot] = pair;
  }
  set.holds = pairs;
  return set;
}

/** So that a set of this many is at most half full. */
function bitsFor(size: number): number {
  return Math.max(4, 33 - Math.clz32(size));
}

/** One set of each size, emptied for every use: only one is ever in use at a time. */
const sets: PairSet[] = [];

function emptied(most: number): PairSet {
  const bits = bitsFor(most);
  if (bits > LARGEST_KEPT) return { slots: new Int32Array(2 ** bits), bits, holds: null };
  const set = (sets[bits] ??= { slots: new Int32Array(2 ** bits), bits, holds: null });
  set.slots.fill(0);
  set.holds = null;
  return set;
}

/** Sets of more than 2 ** 16 slots are made anew and let go. */
const LARGEST_KEPT = 16;
