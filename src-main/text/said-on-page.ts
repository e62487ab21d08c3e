/**
 * What the page's own words say of a break: 高文 | 斌没有说话, where 高文斌 stands elsewhere on the page. Names and terms of a story are
 * in no language model; those that a page uses once it mostly uses again.
 */
import type { LanguageScores } from './document';

/** Share of the page's own words in what is expected next, where these are known well. */
const SHARE = 0.5;
/** Characters of text that are counted; bounds the memory for a file of thousands of pages. */
const MOST_TEXT = 1_000_000;
/** Behind one character alone the next must have been said so often to tell anything. */
const SAID_AGAIN = 2;
/** Least and most nats. */
const LEAST = -1;
const MOST = 8;

const UNITS = 0x1_0000;

/** Nats by which a head goes on behind one tail, more than the language model says. */
export type SaidBehind = (head: string) => number;

const NOTHING: SaidBehind = () => 0;

/** For each of the tails what may go on behind it, held against many heads. Linear in the texts. */
export function saidOnPage(language: LanguageScores, texts: readonly string[], tails: readonly string[]): (tail: string) => SaidBehind {
  const { single, pair, followed, runs } = countsAfter(texts, tails);

  /** Nats for the next character behind a context that `before` ends in. */
  function gain(context: number | undefined, next: number, before: string, least: number): number {
    if (context === undefined) return 0;
    const met = followed[context]!;
    const seen = runs.get(runOf(context, next)) ?? 0;
    if (seen < least) return 0;
    const share = (SHARE * met) / (met + 1);
    const expected = seen === 0 ? 0 : seen / (met + 1) / Math.exp(language.nextScore(before, String.fromCharCode(next)));
    return Math.log(1 - share + share * expected);
  }

  return (tail) => {
    const last = tail.charCodeAt(tail.length - 1);
    if (!isHan(last)) return NOTHING;
    const before = tail.charCodeAt(tail.length - 2);
    const one = single(last);
    const two = isHan(before) ? pair(before, last) : undefined;
    return (head) => {
      const first = head.charCodeAt(0);
      if (!isHan(first)) return 0;
      const second = head.charCodeAt(1);
      const atBreak = two === undefined ? gain(one, first, tail, SAID_AGAIN) : gain(two, first, tail, 0);
      const behind = isHan(second) ? gain(pair(last, first), second, tail + head.charAt(0), 0) : 0;
      return Math.max(LEAST, Math.min(MOST, atBreak + behind));
    };
  };
}

/** How often what ends a tail stands in the texts with another character behind it. Contexts of one character or two are numbered: small numbers are counted far faster than pairs of characters. */
interface Counts {
  /** The number of a context; undefined for one that was not met. */
  readonly single: (unit: number) => number | undefined;
  readonly pair: (first: number, second: number) => number | undefined;
  /** By context. */
  readonly followed: readonly number[];
  /** By context and the unit behind it. */
  readonly runs: ReadonlyMap<number, number>;
}

/** By UTF-16 unit, its number among those that end a tail, from 1 on: most characters of a page end none. All 0 between calls. */
const endOf = new Uint16Array(UNITS);

function countsAfter(texts: readonly string[], tails: readonly string[]): Counts {
  const ends = new Map<number, number>();
  for (const tail of tails) {
    const unit = tail.charCodeAt(tail.length - 1);
    if (!ends.has(unit)) ends.set(unit, ends.size + 1);
  }
  for (const [unit, end] of ends) endOf[unit] = end;
  const endPairs = new Set(tails.map((tail) => tail.charCodeAt(tail.length - 2) * UNITS + tail.charCodeAt(tail.length - 1)));
  const contexts = new Map<number, number>();
  const followed: number[] = [];
  const runs = new Map<number, number>();
  const count = (key: number, next: number): void => {
    let context = contexts.get(key);
    if (context === undefined) {
      context = followed.length;
      contexts.set(key, context);
      followed.push(0);
    }
    followed[context]!++;
    const run = runOf(context, next);
    runs.set(run, (runs.get(run) ?? 0) + 1);
  };
  let counted = 0;
  for (const text of texts) {
    if ((counted += text.length) > MOST_TEXT) break;
    for (let at = 0; at + 1 < text.length; at++) {
      const [here, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      const [end, nextEnd] = [endOf[here]!, endOf[next]!];
      if (end > 0) count(end, next);
      else if (nextEnd === 0 || !endPairs.has(here * UNITS + next)) continue;
      if (at + 2 < text.length) count(pairKey(end, here, nextEnd, next), text.charCodeAt(at + 2));
    }
  }
  for (const unit of ends.keys()) endOf[unit] = 0;
  const numberOf = (unit: number): number => ends.get(unit) ?? 0;
  return {
    single: (unit) => contexts.get(numberOf(unit)),
    pair: (first, second) => contexts.get(pairKey(numberOf(first), first, numberOf(second), second)),
    followed,
    runs,
  };

  /** Above all numbers of single units, and different for all pairs one of which ends a tail. */
  function pairKey(end: number, first: number, nextEnd: number, second: number): number {
    return end > 0 ? end * UNITS + second : (ends.size + 1 + nextEnd) * UNITS + first;
  }
}

function runOf(context: number, next: number): number {
  return context * UNITS + next;
}

/** Of the common Han characters, by UTF-16 unit. */
function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}
