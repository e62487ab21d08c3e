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

/** Nats by which a head goes on where a tail stops, more than the language model says. Linear in the texts. */
export function saidOnPage(
  language: LanguageScores,
  texts: readonly string[],
  tails: readonly string[],
): (tail: string, head: string) => number {
  const { followed, runs } = countsAfter(texts, tails);

  /** Nats for the next character behind one or two, which `before` ends in. */
  function gain(context: string, next: string, before: string): number {
    const met = followed.get(context) ?? 0;
    if (met === 0) return 0;
    const share = (SHARE * met) / (met + 1);
    const seen = runs.get(context + next) ?? 0;
    if (context.length === 1 && seen < SAID_AGAIN) return 0;
    const expected = seen === 0 ? 0 : seen / (met + 1) / Math.exp(language.nextScore(before, next));
    return Math.log(1 - share + share * expected);
  }

  return (tail, head) => {
    const [before, last] = [tail.at(-2) ?? '', tail.at(-1) ?? ''];
    const [first, second] = [head.charAt(0), head.charAt(1)];
    if (!isHan(last) || !isHan(first)) return 0;
    const context = isHan(before) && followed.has(before + last) ? before + last : last;
    const atBreak = gain(context, first, tail);
    const behind = isHan(second) ? gain(last + first, second, tail + first) : 0;
    return Math.max(LEAST, Math.min(MOST, atBreak + behind));
  };
}

interface Counts {
  /** How often one character or two that end a tail stand in the texts with another behind them. */
  readonly followed: ReadonlyMap<string, number>;
  /** These with that other. */
  readonly runs: ReadonlyMap<string, number>;
}

function countsAfter(texts: readonly string[], tails: readonly string[]): Counts {
  const lasts = new Set(tails.map((tail) => tail.slice(-1)));
  const ends = new Set(tails.map((tail) => tail.slice(-2)));
  const followed = new Map<string, number>();
  const runs = new Map<string, number>();
  const count = (context: string, next: string): void => {
    followed.set(context, (followed.get(context) ?? 0) + 1);
    runs.set(context + next, (runs.get(context + next) ?? 0) + 1);
  };
  let counted = 0;
  for (const text of texts) {
    if ((counted += text.length) > MOST_TEXT) break;
    for (let at = 0; at + 1 < text.length; at++) {
      const isLast = lasts.has(text.charAt(at));
      const two = text.slice(at, at + 2);
      if (isLast) count(text.charAt(at), text.charAt(at + 1));
      if (at + 2 < text.length && (isLast || ends.has(two))) count(two, text.charAt(at + 2));
    }
  }
  return { followed, runs };
}

function isHan(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character);
}
