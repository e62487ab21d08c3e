/**
 * What the parser asks about language: does this go on where that stops, does a paragraph end or begin here, are these two about one thing.
 * A character model of news Chinese behind a few questions, answered in nats. Pure: the host reads the file.
 * Not for layout evidence (lengths, indents, blank lines): passes weigh that themselves.
 */
import type { ModelData } from './model-file';
import { readModel } from './model-file';
import { CONTEXT, logProbability } from './run-probability';
import { EDGE, UNKNOWN, firstSymbols, lastSymbols } from './symbols';
import { topicProfile, topicScore } from './topic';
import type { TopicProfile } from './topic';

export interface JoinWithGap {
  readonly score: number;
  /** The likeliest lost character; null where none is missing. */
  readonly gap: string | null;
}

/** All texts may hold white space, which is passed over. Only a few characters on each side of a break matter: pass slices. */
export interface LanguageModel {
  /** Nats: head goes on where tail stops, against tail closing its paragraph and head opening one. Zero is even odds. */
  joinScore(tail: string, head: string): number;
  /** Nats: head goes on where tail stops, against head going on from some other place. For choosing among candidates. */
  affinity(tail: string, head: string): number;
  /** `joinScore`, allowing for one character lost at the break. */
  joinScoreWithGap(tail: string, head: string): JoinWithGap;
  /** `affinity`, allowing for one character lost at the break. */
  affinityWithGap(tail: string, head: string): JoinWithGap;
  /** Log odds that the paragraph ends after tail. */
  endScore(tail: string): number;
  /** Nats: head opens a paragraph, against head standing inside one after a sentence or clause nobody has seen. */
  startScore(head: string): number;
  /** Nats: a word ends between left and right. */
  wordBreakScore(left: string, right: string): number;
  /** Mean nats a character: about 3.5 for news, above 6 for noise. 0 for an empty text. */
  perplexity(text: string): number;
  /** What a text is about, for `topicScore`; make it once a text. */
  topicProfile(text: string): TopicProfile;
  /** Nats: b is about the same thing as a, against any other. Grows with shared names and terms. */
  topicScore(a: TopicProfile, b: TopicProfile): number;
  topicSimilarity(a: string, b: string): number;
}

/** Symbols after a break that still feel what stood before it. */
const REACH = CONTEXT;
/** Nats that put even odds at zero: a line's end stands far oftener between two paragraphs than a random place in a text does. */
const BREAK_PRIOR = 3;
/** Commonest characters tried for a lost one. */
const GAP_CANDIDATES = 1500;
const GAP_FINALISTS = 40;
/** Nats that a lost character must earn before it is believed. */
const GAP_COST = 3;

export function loadLanguageModel(bytes: Uint8Array): LanguageModel {
  return languageModelOf(readModel(bytes));
}

export function languageModelOf(model: ModelData): LanguageModel {
  const { symbols } = model;
  const scratch = new Uint16Array(64);

  /** Puts the end of tail, and the beginning of head after it, on the scratch row; returns where head begins and where it ends. */
  function lay(tail: string, head: string): { readonly middle: number; readonly end: number } {
    const middle = lastSymbols(symbols, tail, CONTEXT, scratch, 0);
    return { middle, end: middle + firstSymbols(symbols, head, REACH, scratch, middle) };
  }

  function sum(from: number, start: number, end: number): number {
    let total = 0;
    for (let at = start; at < end; at += 1) total += logProbability(model, scratch, from, at);
    return total;
  }

  /** Log probability of the row from middle on, were it the opening of a paragraph. Overwrites the symbol before it. */
  function opening(head: string): number {
    scratch[0] = EDGE;
    const end = 1 + firstSymbols(symbols, head, REACH, scratch, 1);
    return sum(0, 1, end);
  }

  function closing(tail: string): number {
    const middle = lastSymbols(symbols, tail, CONTEXT, scratch, 0);
    scratch[middle] = EDGE;
    return logProbability(model, scratch, 0, middle);
  }

  function going(tail: string, head: string): number {
    const { middle, end } = lay(tail, head);
    return sum(0, middle, end);
  }

  /** Log probability of head with nothing known before it. */
  function anywhere(head: string): number {
    const end = firstSymbols(symbols, head, REACH, scratch, 0);
    return end === 0 ? 0 : (model.share[scratch[0] as number] as number) + sum(0, 1, end);
  }

  /** Log probability that tail goes on with one unknown character and then head, with that character. */
  function goingWithGap(tail: string, head: string): { readonly score: number; readonly gap: string | null } {
    const middle = lastSymbols(symbols, tail, CONTEXT, scratch, 0);
    const end = middle + 1 + firstSymbols(symbols, head, REACH, scratch, middle + 1);
    if (middle === 0 || end === middle + 1) return { score: -Infinity, gap: null };
    const finalists: { symbol: number; score: number }[] = [];
    const candidates = Math.min(symbols.size, GAP_CANDIDATES + 2);
    for (let symbol = UNKNOWN + 1; symbol < candidates; symbol += 1) {
      scratch[middle] = symbol;
      const score = logProbability(model, scratch, middle - 1, middle) + logProbability(model, scratch, middle, middle + 1);
      const last = finalists[finalists.length - 1];
      if (finalists.length === GAP_FINALISTS && last && score <= last.score) continue;
      if (finalists.length === GAP_FINALISTS) finalists.pop();
      let place = finalists.length;
      while (place > 0 && (finalists[place - 1] as { score: number }).score < score) place -= 1;
      finalists.splice(place, 0, { symbol, score });
    }
    let best = { score: -Infinity, symbol: UNKNOWN };
    for (const { symbol } of finalists) {
      scratch[middle] = symbol;
      const score = sum(0, middle, end);
      if (score > best.score) best = { score, symbol };
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
      let total = 0;
      for (let at = 0; at < length; at += 1) total -= logProbability(model, row, 0, at);
      return length === 0 ? 0 : total / length;
    },
    topicProfile: (text) => topicProfile(model, text),
    topicScore,
    topicSimilarity: (a, b) => topicScore(topicProfile(model, a), topicProfile(model, b)),
  };
}
