/**
 * Which text that breaks off goes on in which other text of its article: all that is known of each break, weighed as pages with known breaks
 * taught it, and then once more with what seems to go on where around it: columns that were exchanged break in three places at once.
 * Not for which article a text belongs to (match-breaks.ts).
 */
import type { Edge } from './assignment';
import { bestLinks, isRubble, latinLinks, pairKey } from './break-links';
import type { BreakLink, Stretch } from './break-links';
import { partsName } from './break-evidence';
import { breakSidesOf, isTold } from './break-sides';
import type { BreakSides } from './break-sides';
import { BREAK_WEIGHTS } from './break-weights';
import { aroundEvidence } from './breaks-around';
import { brokenPairs, worthOf } from './broken-pairs';
import type { LanguageScores } from './document';

const LATIN_GOES_ON = 2.5;

/** `stretches` in the order of their articles, those of one article beside each other. */
export function mendBreaks(language: LanguageScores | null, stretches: readonly Stretch[]): readonly BreakLink[] {
  const sides = stretches.map(({ source, text }) => breakSidesOf(language, source, text));
  if (isRubble(stretches.filter(({ order }) => isTold(sides[order]!)))) return [];
  const latin = latinLinks(stretches, sides, LATIN_GOES_ON).filter(
    ({ left, right }) => stretches[left]!.article === stretches[right]!.article,
  );
  if (!language) return bestLinks([...latin, ...toNext(stretches, sides)], stretches, new Map());
  const pairs = brokenPairs(language, stretches, sides);
  const around = aroundEvidence(pairs);
  const weighed = pairs.map((pair, place): Edge => {
    const weight = worthOf(BREAK_WEIGHTS.again, pair.evidence) + worthOf(BREAK_WEIGHTS.around, around[place]!) + pair.besides;
    return { left: pair.left, right: pair.right, weight: weight + (pair.right === pair.left + 1 ? LESS_HARMED.near : LESS_HARMED.far) };
  });
  const gaps = new Map(pairs.flatMap(({ left, right, gap }) => (gap === null ? [] : [[pairKey(left, right), gap] as const])));
  return bestLinks([...latin, ...weighed.filter(({ weight }) => weight > 0)], stretches, gaps);
}

/** Nats more for every pair: the pages that the weights were fitted to have more texts that stop, and more strangers between texts, than papers have. */
const LESS_HARMED = { near: 0.8, far: 0.4 };

/** Without a language a text that breaks off goes on in the next one. */
const NEXT = { open: 2.5, finished: 0.7 };
const NEXT_NAMED = 2;

function toNext(stretches: readonly Stretch[], sides: readonly BreakSides[]): readonly Edge[] {
  return stretches.flatMap(({ order, article }) => {
    const [from, to] = [sides[order]!, sides[order + 1]];
    if (!to || stretches[order + 1]!.article !== article || !isTold(from) || !isTold(to) || !from.mayGoOn || to.surelyOpens) return [];
    const [tail, head] = [from.tail(), to.head()];
    if ((tail.open && head.headless) || tail.semicolon) return [];
    const weight = (tail.finished ? NEXT.finished : NEXT.open) + NEXT_NAMED * partsName(tail, head);
    return weight > 0 ? [{ left: order, right: order + 1, weight }] : [];
  });
}
