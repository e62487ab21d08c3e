/**
 * The order in which the texts of one article were written, where columns of it were printed in each other's place: two stretches beside
 * each other change places as wholes, so that three breaks are mended at once, and each tells of the others.
 * Not for which texts are one paragraph (match-breaks.ts), nor for single sentences that go on elsewhere (order-fragments.ts).
 */
import { breakSidesOf } from './break-sides';
import type { BreakSides } from './break-sides';
import type { Block, LanguageScores } from './document';
import { marksAgree } from './paired-marks';

/** A running text of an article, in the order of the file. */
export interface ArticleText {
  readonly source: Block;
  readonly text: string;
}

/** Share of the texts broken off that go on in the next one, before either is looked at. */
const GOES_ON = 0.25;
/** Nats for a text being followed by one that does not go on from it. */
const STOPS = Math.log(1 - GOES_ON);
/** Nats that an exchange must earn: few articles have one, and there are many places for it. */
const COST = 8;
/** Nats of each of two of the breaks that are mended: one alone does not tell what changed places. */
const TOLD = 5;
/** Nats from which two neighbours surely belong together. */
const SURELY_ONE = 14;
/** Texts that change places lie within so many; bounds the work, as do the others. */
const REACH = 60;
const MOST_ANCHORS = 200;
const MOST_EXCHANGES = 3;

/** The places of the texts in the order of reading; null where it is the file's. */
export function readingOrder(language: LanguageScores, texts: readonly ArticleText[]): readonly number[] | null {
  if (texts.length < 3) return null;
  const sides = texts.map(({ source, text }) => breakSidesOf(language, source, text));
  const known = new Map<number, number>();
  const follows: Follows = (tail, head) => {
    if (!sides[tail]!.mayGoOn) return STOPS;
    const key = tail * texts.length + head;
    const met = known.get(key);
    if (met !== undefined) return met;
    const nats = followScore(language, sides[tail]!, sides[head]!);
    known.set(key, nats);
    return nats;
  };
  const file: readonly number[] = texts.map((_, place) => place);
  let order = file;
  for (let round = 0; round < MOST_EXCHANGES; round++) {
    const found = bestExchange(order, sides, follows);
    if (!found) break;
    const { first, second, end } = found;
    order = [...order.slice(0, first), ...order.slice(second, end), ...order.slice(first, second), ...order.slice(end)];
  }
  return order === file ? null : order;
}

/** Nats for one text being read right after another. */
type Follows = (tail: number, head: number) => number;

/** Where the two stretches begin, and the second ends. */
interface Exchange {
  readonly first: number;
  readonly second: number;
  readonly end: number;
}

function bestExchange(order: readonly number[], sides: readonly BreakSides[], follows: Follows): Exchange | null {
  const count = order.length;
  // The article's beginning and end go with all texts alike.
  const next = (tail: number, head: number): number => (tail < 0 || head >= count ? 0 : follows(order[tail]!, order[head]!));
  const isSeam = (place: number): boolean => next(place - 1, place) < SURELY_ONE;
  const tails = [...order.keys()].filter((place) => sides[order[place]!]!.mayGoOn && isSeam(place + 1));
  if (tails.length === 0) return null;
  const heads = [...order.keys()].filter((place) => sides[order[place]!]!.mayContinue && isSeam(place));
  if (tails.length * heads.length > MOST_ANCHORS) return null;
  const everywhere = [...order.keys(), count];
  const behindTails = [0, ...tails.map((place) => place + 1)];
  /** Where the third break may be, beside that which a sentence leaves and the one at this place: of two of the three a sentence tells. */
  const breaks = (place: number): readonly number[] => (place >= 0 && sides[order[place]!]!.mayGoOn ? everywhere : behindTails);
  let best: Exchange | null = null;
  let most = COST;
  const weigh = (first: number, second: number, end: number): void => {
    const mended = [next(first - 1, second), next(end - 1, first), next(second - 1, end)];
    if (mended.filter((nats) => nats > TOLD).length < 2) return;
    const printed = next(first - 1, first) + next(second - 1, second) + next(end - 1, end);
    const gain = mended.reduce((sum, nats) => sum + nats, -printed);
    if (gain <= most) return;
    most = gain;
    best = { first, second, end };
  };
  for (const tail of tails)
    for (const head of heads) {
      if (head === tail || head === tail + 1 || Math.abs(head - tail) > REACH || next(tail, head) <= TOLD) continue;
      if (head > tail) {
        for (const end of breaks(head - 1)) if (end > head) weigh(tail + 1, head, end);
        for (const first of breaks(head - 1)) if (first <= tail) weigh(first, tail + 1, head);
      } else for (const second of breaks(head - 1)) if (second > head && second <= tail) weigh(head, second, tail + 1);
    }
  return best;
}

/**
 * The texts are the same in every order, so that only how well each goes on from the one before tells: in mid-sentence, against one that
 * closes its paragraph before another that opens one.
 */
function followScore(language: LanguageScores, tail: BreakSides, head: BreakSides): number {
  if (head.surelyOpens || tail.alone || head.alone || tail.latin || head.latin) return STOPS;
  const [ends, begins] = [tail.tail(), head.head()];
  const fit = language.joinAcross(ends.side!, begins.side!) + marksAgree(ends.marks, begins.marks);
  return Math.log(1 - GOES_ON + GOES_ON * Math.exp(fit));
}
