/**
 * What the page's own words say of a break: 高文 | 斌没有说话, where 高文斌 stands elsewhere on the page. Names and terms of a story are
 * in no language model; those that a page uses once it mostly uses again.
 */
import type { LanguageScores } from './document';

/** Share of the page's own words in what is expected next, where these are known well. */
const SHARE = 0.5;
/** Characters of text that are counted; bounds the memory for a file of thousands of pages. */
const MOST_TEXT = 1_000_000;
/** Least and most nats. */
const LEAST = -1;
const MOST = 8;

/** Nats by which a head goes on where a tail stops, more than the language model says. Linear in the texts. */
export function saidOnPage(
  language: LanguageScores,
  texts: readonly string[],
  tails: readonly string[],
): (tail: string, head: string) => number {
  const counts = countsAfter(texts, tails);

  /** Nats for the next character behind two, of which `before` ends in the first or both. */
  function gain(two: string, next: string, before: string): number {
    const met = counts.get(two) ?? 0;
    if (met === 0) return 0;
    const share = (SHARE * met) / (met + 1);
    const seen = counts.get(two + next) ?? 0;
    const expected = seen === 0 ? 0 : seen / (met + 1) / Math.exp(language.nextScore(before, next));
    return Math.log(1 - share + share * expected);
  }

  return (tail, head) => {
    const [before, last] = [tail.at(-2) ?? '', tail.at(-1) ?? ''];
    const [first, second] = [head.charAt(0), head.charAt(1)];
    if (!isHan(last) || !isHan(first)) return 0;
    const atBreak = isHan(before) ? gain(before + last, first, tail) : 0;
    const behind = isHan(second) ? gain(last + first, second, tail + first) : 0;
    return Math.max(LEAST, Math.min(MOST, atBreak + behind));
  };
}

/** How often two characters stand in the texts, and these with the next, of which the first ends a tail or both do. */
function countsAfter(texts: readonly string[], tails: readonly string[]): ReadonlyMap<string, number> {
  const lasts = new Set(tails.map((tail) => tail.slice(-1)));
  const ends = new Set(tails.map((tail) => tail.slice(-2)));
  const counts = new Map<string, number>();
  const count = (run: string): void => {
    counts.set(run, (counts.get(run) ?? 0) + 1);
  };
  let counted = 0;
  for (const text of texts) {
    if ((counted += text.length) > MOST_TEXT) break;
    for (let at = 0; at + 2 < text.length; at++) {
      if (!lasts.has(text.charAt(at)) && !ends.has(text.slice(at, at + 2))) continue;
      count(text.slice(at, at + 2));
      count(text.slice(at, at + 3));
    }
  }
  return counts;
}

function isHan(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character);
}
