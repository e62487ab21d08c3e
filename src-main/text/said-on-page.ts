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

/** For each tail what may go on behind it, held against many heads. Linear in the texts. */
export function saidOnPage(language: LanguageScores, texts: readonly string[], tails: readonly string[]): (tail: string) => SaidBehind {
  const { followed, runs } = countsAfter(texts, tails);

  /** Nats for the next character behind a context that `before` ends in. */
  function gain(context: number, next: number, before: string, least: number): number {
    const met = followed.get(context);
    if (met === undefined) return 0;
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
    const two = pairOf(before, last);
    const byTwo = isHan(before) && followed.has(two);
    return (head) => {
      const first = head.charCodeAt(0);
      if (!isHan(first)) return 0;
      const second = head.charCodeAt(1);
      const atBreak = byTwo ? gain(two, first, tail, 0) : gain(last, first, tail, SAID_AGAIN);
      const behind = isHan(second) ? gain(pairOf(last, first), second, tail + head.charAt(0), 0) : 0;
      return Math.max(LEAST, Math.min(MOST, atBreak + behind));
    };
  };
}

interface Counts {
  /** How often one character or two that end a tail stand in the texts with another behind them. */
  readonly followed: ReadonlyMap<number, number>;
  /** These with that other. */
  readonly runs: ReadonlyMap<number, number>;
}

/** By UTF-16 unit, 1 for those that end a tail: most characters of a page end none. All 0 between calls. */
const endsTail = new Uint8Array(UNITS);

function countsAfter(texts: readonly string[], tails: readonly string[]): Counts {
  for (const tail of tails) endsTail[tail.charCodeAt(tail.length - 1)] = 1;
  const ends = new Set(tails.map((tail) => pairOf(tail.charCodeAt(tail.length - 2), tail.charCodeAt(tail.length - 1))));
  const followed = new Map<number, number>();
  const runs = new Map<number, number>();
  const count = (context: number, next: number): void => {
    const run = runOf(context, next);
    followed.set(context, (followed.get(context) ?? 0) + 1);
    runs.set(run, (runs.get(run) ?? 0) + 1);
  };
  let counted = 0;
  for (const text of texts) {
    if ((counted += text.length) > MOST_TEXT) break;
    for (let at = 0; at + 1 < text.length; at++) {
      const [here, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      if (endsTail[here] === 1) count(here, next);
      else if (endsTail[next] === 0 || !ends.has(pairOf(here, next))) continue;
      if (at + 2 < text.length) count(pairOf(here, next), text.charCodeAt(at + 2));
    }
  }
  for (const tail of tails) endsTail[tail.charCodeAt(tail.length - 1)] = 0;
  return { followed, runs };
}

/** Two UTF-16 units as one number above all single ones. */
function pairOf(first: number, second: number): number {
  return (first + 1) * UNITS + second;
}

/** A context of one unit or two with the unit behind it. */
function runOf(context: number, next: number): number {
  return (context + 1) * UNITS + next;
}

/** Of the common Han characters, by UTF-16 unit. */
function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}
