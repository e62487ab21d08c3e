/**
 * What the parser asks about language: does this go on where that stops, does a paragraph end or begin here, are these two about one thing.
 * A character model of news Chinese behind a few questions, answered in nats. Pure: the host reads the file.
 * Not for layout evidence (lengths, indents, blank lines): passes weigh that themselves.
 */
import type { ModelData } from './model-file';
import { readModel } from './model-file';
import { CONTEXT, pairScorer, runReader } from './run-probability';
import type { RunContext } from './run-probability';
import { lineScorer } from './title-scores';
import { EDGE, UNKNOWN, firstSymbols, lastSymbols } from './symbols';
import { matterReader } from './matter';
import { topicReader } from './topic';
import type { TopicPairs } from './topic';

export interface JoinWithGap {
  readonly score: number;
  /** The likeliest lost character; null where none is missing. */
  readonly gap: string | null;
}

/** What stands before a break, with what the model knows of what may follow it. */
export interface BreakTail {
  readonly symbols: Uint16Array;
  readonly key: number;
  readonly context: RunContext;
  /** Log probability of a paragraph's end here. */
  readonly closing: number;
}

/** What stands behind a break. */
export interface BreakHead {
  readonly symbols: Uint16Array;
  readonly key: number;
  /** Log probability of it, were it the opening of a paragraph. */
  readonly opening: number;
  /** By how many of its symbols are looked up behind a tail: about the most that the others may come to. */
  readonly most: Float64Array;
}

/** All texts may hold white space, which is passed over. Only a few characters on each side of a break matter: pass slices. */
export interface LanguageModel {
  /** Nats: head goes on where tail stops, against tail closing its paragraph and head opening one. Zero is even odds. */
  joinScore(tail: string, head: string): number;
  /** Either side of a break, for `joinAcross`; make it once where it is held against several others. */
  breakTail(tail: string): BreakTail;
  breakHead(head: string): BreakHead;
  /** `joinScore` of sides that are at hand; below `least` only as much as is needed to know that it is below. */
  joinAcross(tail: BreakTail, head: BreakHead, least?: number): number;
  /** Nats: head goes on where tail stops, against head going on from some other place. For choosing among candidates. */
  affinity(tail: string, head: string): number;
  /** `joinScore`, allowing for one character lost at the break. */
  joinScoreWithGap(tail: string, head: string): JoinWithGap;
  /** `affinity`, allowing for one character lost at the break. */
  affinityWithGap(tail: string, head: string): JoinWithGap;
  /** Natural log of the probability of the first character of `next` behind `before`. */
  nextScore(before: string, next: string): number;
  /** Log odds that the paragraph ends after tail. */
  endScore(tail: string): number;
  /** Nats: head opens a paragraph, against head standing inside one after a sentence or clause nobody has seen. */
  startScore(head: string): number;
  /** Nats: a word ends between left and right. */
  wordBreakScore(left: string, right: string): number;
  /** Mean nats a character: about 3.5 for news, above 6 for noise. 0 for an empty text. */
  perplexity(text: string): number;
  /** Nats: a line reads like a title, against like a piece of running text. */
  titleScore(line: string): number;
  /** Nats: a title reads like that of a series or section, against like that of one story. */
  standingScore(title: string): number;
  /** What a text is about, for `topicScore`; make it once a text. */
  topicPairs(text: string): TopicPairs;
  /** The pairs of `topicPairs` as they stand in the text, repeats and all; overwritten by the next call. */
  pairsAsTheyStand(text: string): Int32Array;
  /** Nats: b is about the same thing as a, against any other. Grows with shared names and terms. */
  topicScore(a: TopicPairs, b: TopicPairs): number;
  topicSimilarity(a: string, b: string): number;
  /** Numbers in a vector that tells what a text is about. */
  readonly matterSize: number;
  /** Where the vector of a pair of `topicPairs` is, for `sumMatter`; -1 where it has none. */
  matterPlace(pair: number): number;
  /** Fills `matterSize` numbers with the sum of the vectors at the first `count` of these places. */
  sumMatter(places: Int32Array, count: number, into: Int32Array): void;
  /** Natural log of the corpus's share of a pair of `topicPairs`. */
  logShare(pair: number): number;
}

/** Symbols after a break that still feel what stood before it. */
const REACH = CONTEXT;
/** Nats that put even odds at zero: a line's end stands far oftener between two paragraphs than a random place in a text does. */
const BREAK_PRIOR = 3;
/** By how many symbols of a head are looked up: nats that a tail may say at most of the others, beyond what these say of them. */
const TOLD_BY_TAIL: readonly number[] = [0, 6, 3, 2];
/** Commonest characters tried for a lost one. */
const GAP_CANDIDATES = 1500;
const GAP_FINALISTS = 24;
/** Nats that further characters on both sides may tell at most of a lost one, beyond what its neighbours tell of it and of each other. */
const TOLD_BY_MORE = 4;
/** Symbols whose successors are remembered, and as many whose predecessors are; 6 KB each. */
const MOST_NEIGHBOURS = 1024;
/** Breaks whose lost character is remembered. */
const MOST_GAPS = 64;
/** Nats that a lost character must earn before it is believed. */
const GAP_COST = 3;

export function loadLanguageModel(bytes: Uint8Array): LanguageModel {
  return languageModelOf(readModel(bytes));
}

export function languageModelOf(model: ModelData): LanguageModel {
  const { symbols } = model;
  const scratch = new Uint16Array(64);
  const { score, contextOf, scoreAfter } = runReader(model);
  const pairScore = pairScorer(model);
  const successors = new Map<number, Float32Array>();
  const predecessors = new Map<number, Float32Array>();
  const { topicPairs, pairsAsTheyStand, topicScore, topicSimilarity, logShare } = topicReader(model, score);
  const sum = (from: number, start: number, end: number): number => score(scratch, from, start, end);
  const scoreLine = lineScorer(symbols);
  const openings = memory();
  const closings = memory();
  const anywheres = memory();
  const crossings = pairMemory();

  /** Log probability of head, were it the opening of a paragraph. */
  function opening(head: string): number {
    const end = 1 + firstSymbols(symbols, head, REACH, scratch, 1);
    const key = keyOf(scratch, 1, end);
    const met = openings.read(key);
    if (met !== undefined) return met;
    scratch[0] = EDGE;
    return openings.keep(key, sum(0, 1, end));
  }

  /** Log probability of a paragraph's end after tail. */
  function closing(tail: string): number {
    const middle = lastSymbols(symbols, tail, CONTEXT, scratch, 0);
    const key = keyOf(scratch, 0, middle);
    const met = closings.read(key);
    if (met !== undefined) return met;
    scratch[middle] = EDGE;
    return closings.keep(key, sum(0, middle, middle + 1));
  }

  function going(tail: string, head: string): number {
    const middle = lastSymbols(symbols, tail, CONTEXT, scratch, 0);
    const end = middle + firstSymbols(symbols, head, REACH, scratch, middle);
    const tailKey = keyOf(scratch, 0, middle);
    const headKey = keyOf(scratch, middle, end);
    return crossings.read(tailKey, headKey) ?? crossings.keep(tailKey, headKey, sum(0, middle, end));
  }

  function breakTail(tail: string): BreakTail {
    const end = closing(tail);
    const middle = lastSymbols(symbols, tail, CONTEXT, scratch, 0);
    return { symbols: scratch.slice(0, middle), key: keyOf(scratch, 0, middle), context: contextOf(scratch, 0, middle), closing: end };
  }

  function breakHead(head: string): BreakHead {
    const start = opening(head);
    const end = firstSymbols(symbols, head, REACH, scratch, 0);
    return { symbols: scratch.slice(0, end), key: keyOf(scratch, 0, end), opening: start, most: mostBehind(end) };
  }

  /** Of the symbols up to `end`, what stands behind the first of them by itself, and some nats for what a tail may add. */
  function mostBehind(end: number): Float64Array {
    const most = new Float64Array(end);
    let rest = 0;
    for (let at = end - 1; at > 0; at -= 1) {
      rest += sum(0, at, at + 1);
      most[at] = rest + (TOLD_BY_TAIL[at] as number);
    }
    return most;
  }

  /** `going` of sides that are at hand. Most are strangers, and the first symbols tell so. */
  function across(tail: BreakTail, head: BreakHead, least: number): number {
    const met = crossings.read(tail.key, head.key);
    if (met !== undefined) return met;
    const middle = tail.symbols.length;
    scratch.set(tail.symbols);
    scratch.set(head.symbols, middle);
    const found = scoreAfter(tail.context, scratch, middle, middle + head.symbols.length, least, head.most);
    return found < least ? found : crossings.keep(tail.key, head.key, found);
  }

  /** Log probability of head with nothing known before it. */
  function anywhere(head: string): number {
    const end = firstSymbols(symbols, head, REACH, scratch, 0);
    if (end === 0) return 0;
    const key = keyOf(scratch, 0, end);
    return anywheres.read(key) ?? anywheres.keep(key, (model.share[scratch[0] as number] as number) + sum(0, 1, end));
  }

  /** Several passes ask about the same breaks, and a page of like lines asks the same again and again. */
  const gapsMet = new Map<string, JoinWithGap>();

  /** Log probability that tail goes on with one unknown character and then head, with that character. */
  function goingWithGap(tail: string, head: string): { readonly score: number; readonly gap: string | null } {
    const middle = lastSymbols(symbols, tail, CONTEXT, scratch, 0);
    const end = middle + 1 + firstSymbols(symbols, head, REACH, scratch, middle + 1);
    if (middle === 0 || end === middle + 1) return { score: -Infinity, gap: null };
    scratch[middle] = EDGE;
    const asked = String.fromCharCode(...scratch.subarray(0, end));
    const met = gapsMet.get(asked);
    if (met) return met;
    if (gapsMet.size === MOST_GAPS) gapsMet.clear();
    const found = likeliestGap(middle, end);
    gapsMet.set(asked, found);
    return found;
  }

  /** The likeliest symbols so far, and the nats of each. */
  const finalists = new Uint16Array(GAP_FINALISTS);
  const gains = new Float64Array(GAP_FINALISTS);

  function likeliestGap(middle: number, end: number): JoinWithGap {
    let found = 0;
    const candidates = Math.min(symbols.size, GAP_CANDIDATES + 2);
    const following = neighboursOf(successors, scratch[middle - 1] as number, candidates, (symbol, other) => pairScore(symbol, other));
    const preceding = neighboursOf(predecessors, scratch[middle + 1] as number, candidates, (symbol, other) => pairScore(other, symbol));
    let least = -Infinity;
    for (let symbol = UNKNOWN + 1; symbol < candidates; symbol += 1) {
      const gain = (following[symbol] as number) + (preceding[symbol] as number);
      if (gain <= least) continue;
      let place = found === GAP_FINALISTS ? found - 1 : found;
      for (; place > 0 && (gains[place - 1] as number) < gain; place -= 1) {
        gains[place] = gains[place - 1] as number;
        finalists[place] = finalists[place - 1] as number;
      }
      gains[place] = gain;
      finalists[place] = symbol;
      if (found < GAP_FINALISTS) found += 1;
      if (found === GAP_FINALISTS) least = gains[GAP_FINALISTS - 1] as number;
    }
    let best = { score: -Infinity, symbol: UNKNOWN };
    const context = contextOf(scratch, 0, middle);
    const rest = sum(middle + 1, middle + 2, end);
    for (let place = 0; place < found && (gains[place] as number) + rest + TOLD_BY_MORE > best.score; place += 1) {
      const symbol = finalists[place] as number;
      scratch[middle] = symbol;
      const whole = scoreAfter(context, scratch, middle, end, best.score);
      if (whole > best.score) best = { score: whole, symbol };
    }
    return { score: best.score - GAP_COST, gap: symbols.characters[best.symbol] ?? null };
  }

  function joinAgainst(tail: string, head: string, other: number): JoinWithGap {
    const plain = going(tail, head) - other;
    const gapped = goingWithGap(tail, head);
    return gapped.score - other > plain ? { score: gapped.score - other, gap: gapped.gap } : { score: plain, gap: null };
  }

  const apart = (tail: string, head: string): number => closing(tail) + opening(head) + BREAK_PRIOR;

  return {
    joinScore: (tail, head) => going(tail, head) - apart(tail, head),
    breakTail,
    breakHead,
    joinAcross(tail, head, least = -Infinity) {
      const other = tail.closing + head.opening + BREAK_PRIOR;
      return across(tail, head, least + other) - other;
    },
    nextScore(before, next) {
      const middle = lastSymbols(symbols, before, CONTEXT, scratch, 0);
      return sum(0, middle, middle + firstSymbols(symbols, next, 1, scratch, middle));
    },
    affinity: (tail, head) => going(tail, head) - anywhere(head),
    joinScoreWithGap: (tail, head) => joinAgainst(tail, head, apart(tail, head)),
    affinityWithGap: (tail, head) => joinAgainst(tail, head, anywhere(head)),
    endScore(tail) {
      const end = closing(tail);
      return end - Math.log1p(-Math.min(0.999_999, Math.exp(end)));
    },
    startScore: (head) => opening(head) - anywhere(head),
    wordBreakScore: (left, right) => anywhere(right) - going(left, right),
    perplexity(text) {
      const row = new Uint16Array(text.length + 1);
      const length = firstSymbols(symbols, text, text.length, row, 0);
      return length === 0 ? 0 : -score(row, 0, 0, length) / length;
    },
    titleScore: (line) => scoreLine(model.titles, line),
    standingScore: (title) => scoreLine(model.standing, title),
    topicPairs,
    pairsAsTheyStand,
    topicScore,
    logShare,
    topicSimilarity,
    ...matterReader(model.matter),
  };
}

/** What the pair score gives each of the commonest symbols beside this one. */
function neighboursOf(
  rows: Map<number, Float32Array>,
  symbol: number,
  candidates: number,
  scoreOf: (symbol: number, other: number) => number,
): Float32Array {
  const met = rows.get(symbol);
  if (met) return met;
  const row = new Float32Array(candidates);
  for (let other = 0; other < candidates; other += 1) row[other] = scoreOf(symbol, other);
  if (rows.size >= MOST_NEIGHBOURS) rows.clear();
  rows.set(symbol, row);
  return row;
}

/** The slot of a key in a memory of 2 ** MEMORY_BITS. */
function slotOf(key: number): number {
  const high = Math.floor(key / 0x1_0000_0000);
  return Math.imul((key - high * 0x1_0000_0000) ^ high, 0x9e3779b1) >>> (32 - MEMORY_BITS);
}

function slotOfPair(first: number, second: number): number {
  return slotOf(first) ^ (slotOf(second) >>> 1);
}

/** Up to four symbols as one whole number; a shorter run differs from all longer ones. */
function keyOf(row: Uint16Array, start: number, end: number): number {
  let key = 1;
  for (let at = start; at < end; at += 1) key = key * 8192 + (row[at] as number);
  return key;
}

const MEMORY_BITS = 13;

interface Memory {
  readonly read: (key: number) => number | undefined;
  readonly keep: (key: number, value: number) => number;
}

/** What was worked out lately: a page asks for the same heads and tails again and again. A key pushes out another that shares its slot. */
function memory(): Memory {
  const keys = new Float64Array(2 ** MEMORY_BITS);
  const values = new Float64Array(2 ** MEMORY_BITS);
  return {
    read(key) {
      const slot = slotOf(key);
      return keys[slot] === key ? values[slot] : undefined;
    },
    keep(key, value) {
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = value;
      return value;
    },
  };
}

interface PairMemory {
  readonly read: (first: number, second: number) => number | undefined;
  readonly keep: (first: number, second: number, value: number) => number;
}

/** The same for what two keys decide. */
function pairMemory(): PairMemory {
  const firsts = new Float64Array(2 ** MEMORY_BITS);
  const seconds = new Float64Array(2 ** MEMORY_BITS);
  const values = new Float64Array(2 ** MEMORY_BITS);
  return {
    read(first, second) {
      const slot = slotOfPair(first, second);
      return firsts[slot] === first && seconds[slot] === second ? values[slot] : undefined;
    },
    keep(first, second, value) {
      const slot = slotOfPair(first, second);
      firsts[slot] = first;
      seconds[slot] = second;
      values[slot] = value;
      return value;
    },
  };
}
