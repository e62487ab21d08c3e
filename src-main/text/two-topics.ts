/**
 * Texts that are parted between two matters, and how well each fits either: what untangle-articles.ts and find-woven.ts try out.
 * Both matters are counted side by side, so that one walk over a text's pairs answers for both.
 */
import { LARGEST_PRODUCT, LEAST_PAIRS, LOG_NOT_SHARED, REPEATED_SHARE, narrowedTo } from './topic-index';
import { cut, kept } from './scratch';
import { NO_TEXT } from './text-vectors';
import { matterSides } from './matter-sides';
import type { Likeness } from './matter-sides';
import type { LanguageScores } from './document';
import { LEAST_SCORE_A_PAIR } from './language/topic';
import type { Gains, TopicSpace, Words } from './topic-index';

/** By text: 0 for the first matter, 1 for the second, NEITHER for a text that is not given away yet. */
export type Sides = Int8Array;
export const NEITHER = -1;

/** For maps and sets of ways to part texts. */
export function keyOf(sides: Sides): string {
  return sides.join('');
}

export interface TwoTopics {
  /** The texts in numbers of their own, as `narrowedTo` gives them. */
  readonly space: Gains;
  readonly words: readonly (Words | null)[];
  /** By shared number, two for each: how often either matter has the pair. */
  readonly counts: Int32Array;
  /** Pairs counted in either matter, repeats counted. */
  readonly lengths: Int32Array;
  /** Makes the counts those of what each matter was given. */
  readonly count: (sides: Sides) => void;
  readonly give: (place: number, side: number) => void;
  /** Counts the titles in, or takes them out again; they are in to begin with. */
  readonly countTitles: (sign: 1 | -1) => void;
  /** Nats by which a text fits the first matter and the second, to `fits[at]` and the place behind. `own` is the matter that has counted it already. */
  readonly fit: (place: number, own: number, fits: Float64Array, at: number) => void;
  /** The same for all texts so parted; 0 for one too short to tell. */
  readonly fitsOf: (sides: Sides) => Float64Array;
  /** Nats by which the titles fit what is counted now. */
  readonly titlesFit: () => number;
  /** How like what the two matters are about is, without their titles. */
  readonly likenessOf: (sides: Sides) => Likeness;
  /** How like each text is to the rest of its own matter, summed up. */
  readonly unityOf: (sides: Sides) => number;
}

/** Nats for a text that is about just what a matter is about, whatever words they share. */
const MATTER_WEIGHT = 8;

/** Each matter has a title, or none. */
const TITLES = 2;

const countRows = kept(Int32Array);
const fitRows = cut(Float64Array);
const sideRows = cut(Int8Array);

/** One set of two topics at a time: the numbers of the last are let go. */
export function twoTopics(page: TopicSpace, titles: readonly [Words, Words | null], texts: readonly (Words | null)[]): TwoTopics {
  const { space, words: all } = narrowedTo(page, [...titles, ...texts]);
  const words = all.slice(TITLES);
  const counts = countRows(space.shared * 2).fill(0, 0, space.shared * 2);
  const lengths = new Int32Array(2);
  const counted: Sides = sideRows(texts.length).fill(NEITHER);
  const titleFits = new Float64Array(2);
  const matter = matterSides(
    page.vectors,
    all.map((text) => text?.text ?? NO_TEXT),
  );
  countTitles(1);

  /** By the place among titles and texts together. */
  function add(at: number, side: number, sign: 1 | -1): void {
    const text = all[at];
    if (!text) return;
    const { row, start, end, length } = text;
    for (let index = start; index < end; index++) counts[row[index]! * 2 + side]! += sign;
    lengths[side]! += sign * length;
    matter.add(at, side, sign);
  }

  function countTitles(sign: 1 | -1): void {
    for (let side = 0; side < TITLES; side++) add(side, side, sign);
  }

  function give(place: number, side: number): void {
    const before = counted[place]!;
    if (side === before) return;
    counted[place] = side;
    if (before !== NEITHER) add(TITLES + place, before, -1);
    if (side !== NEITHER) add(TITLES + place, side, 1);
  }

  function count(sides: Sides): void {
    for (let place = 0; place < sides.length; place++) give(place, sides[place]!);
  }

  function fit(place: number, own: number, fits: Float64Array, at: number): void {
    fitOf(TITLES + place, own, fits, at);
  }

  function fitOf(of: number, own: number, fits: Float64Array, at: number): void {
    const text = all[of];
    if (!text) {
      fits.fill(0, at, at + 2);
      return;
    }
    fitBoth(space, counts, lengths, text, own, fits, at);
    fits[at]! += MATTER_WEIGHT * matter.likeness(of, 0, own === 0);
    fits[at + 1]! += MATTER_WEIGHT * matter.likeness(of, 1, own === 1);
  }

  function fitsOf(sides: Sides): Float64Array {
    count(sides);
    const fits = fitRows(words.length * 2);
    for (let place = 0; place < words.length; place++) fit(place, sides[place]!, fits, place * 2);
    return fits;
  }

  function titlesFit(): number {
    let sum = 0;
    for (let side = 0; side < TITLES; side++) {
      fitOf(side, side, titleFits, 0);
      sum += titleFits[side]!;
    }
    return sum;
  }

  function likenessOf(sides: Sides): Likeness {
    count(sides);
    countTitles(-1);
    const first: number[] = [];
    for (let place = 0; place < sides.length; place++) if (sides[place] === 0 && words[place]) first.push(TITLES + place);
    const found = matter.between(first);
    countTitles(1);
    return found;
  }

  function unityOf(sides: Sides): number {
    count(sides);
    let unity = 0;
    for (let place = 0; place < words.length; place++) if (words[place]) unity += matter.likeness(TITLES + place, sides[place]!, true);
    return unity;
  }

  return { likenessOf, unityOf, space, words, counts, lengths, count, give, countTitles, fit, fitsOf, titlesFit };
}

/** `topicFit` with either matter; written out for both, as nothing else in a parse is run through so often. */
function fitBoth(
  { gains }: Gains,
  counts: Int32Array,
  lengths: Int32Array,
  words: Words,
  own: number,
  fits: Float64Array,
  into: number,
): void {
  const { row, start, end } = words;
  const ownFirst = own === 0 ? 1 : 0;
  const ownSecond = own === 1 ? 1 : 0;
  const firstLength = lengths[0]! - ownFirst * words.length;
  const secondLength = lengths[1]! - ownSecond * words.length;
  let firstScore = 0;
  let secondScore = 0;
  let firstProduct = 1;
  let secondProduct = 1;
  let firstApart = words.alone;
  let secondApart = words.alone;
  for (let at = start; at < end; at++) {
    const pair = row[at]!;
    const first = counts[pair * 2]! - ownFirst;
    const second = counts[pair * 2 + 1]! - ownSecond;
    if (first > 0) {
      firstProduct *= 1 - REPEATED_SHARE + (gains[pair]! * Math.sqrt(first)) / firstLength;
      if (firstProduct > LARGEST_PRODUCT || firstProduct < 1 / LARGEST_PRODUCT) {
        firstScore += Math.log(firstProduct);
        firstProduct = 1;
      }
    } else firstApart++;
    if (second > 0) {
      secondProduct *= 1 - REPEATED_SHARE + (gains[pair]! * Math.sqrt(second)) / secondLength;
      if (secondProduct > LARGEST_PRODUCT || secondProduct < 1 / LARGEST_PRODUCT) {
        secondScore += Math.log(secondProduct);
        secondProduct = 1;
      }
    } else secondApart++;
  }
  fits[into] = firstLength < LEAST_PAIRS ? 0 : (firstScore + Math.log(firstProduct) + firstApart * LOG_NOT_SHARED) / 2;
  fits[into + 1] = secondLength < LEAST_PAIRS ? 0 : (secondScore + Math.log(secondProduct) + secondApart * LOG_NOT_SHARED) / 2;
}

/**
 * Log odds of two halves being two matters, by the nats they share for each pair of words of the shorter; null where they are not above
 * `least`, and where a half has no words. Those nats take longest to find out: nothing is counted where the fewest there can be decide.
 */
export function partingOdds(
  language: LanguageScores,
  halves: readonly [readonly string[], readonly string[]],
  oddsAt: (sharedAPair: number) => number,
  least: number,
): number | null {
  if (oddsAt(LEAST_SCORE_A_PAIR) <= least) return null;
  const [mine, theirs] = [language.topicPairs(halves[0].join('\n')), language.topicPairs(halves[1].join('\n'))];
  const pairs = Math.min(mine.pairs.length, theirs.pairs.length);
  if (pairs === 0) return null;
  const odds = oddsAt(language.topicScore(mine, theirs) / pairs);
  return odds > least ? odds : null;
}
