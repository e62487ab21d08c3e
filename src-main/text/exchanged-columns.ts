/**
 * The order in which the texts of one article were written, where columns of it were printed in each other's place: two stretches beside
 * each other change places as wholes, so that three breaks are mended at once, and each tells of the others.
 * Not for which texts are one paragraph (match-breaks.ts), nor for single sentences that go on elsewhere (order-fragments.ts).
 */
import { breakSidesOf } from './break-sides';
import type { BreakSides } from './break-sides';
import type { Block, LanguageScores } from './document';
import { marksAgree } from './paired-marks';
import { alikeInMatter } from './side-matter';

/** A running text of an article, in the order of the file. */
export interface ArticleText {
  readonly source: Block;
  readonly text: string;
}

/** Share of the texts broken off that go on in the next one, before either is looked at. */
const GOES_ON = 0.1;
/** Nats for a text being followed by one that does not go on from it. */
const STOPS = Math.log(1 - GOES_ON);
/** Nats that an exchange must earn: few articles have one, and there are many places for it. */
const COST = 6;
/** Nats from which a tail is looked at for going on in a head. */
const MAY_GO_ON = 3;
/**
 * Nats of each of two of the breaks that are mended, without a share of what its sides say for themselves: one alone does not tell what
 * changed places, and a sentence that is broken off goes on in any that has lost its beginning.
 */
const TOLD = 0.5;
const OWN_SHARE = 0.5;
/** Nats that two sides say for themselves of every break in mid-sentence. */
const OWN = 3;
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
  if (sides.filter(mayBeLeft).length < LEAST_TOLD || !sides.some(({ mayContinue }) => mayContinue)) return null;
  /** Whether the text, as it is printed, surely goes on in the next one; undefined where that has not been asked. */
  const surely: boolean[] = [];
  const goesOn = (tail: number): boolean =>
    (surely[tail] ??= sides[tail]!.mayGoOn && tail + 1 < sides.length && fitOf(language, sides[tail]!, sides[tail + 1]!) >= SURELY);
  const known = new Map<number, number>();
  const follows: Follows = (tail, head) => {
    if (!sides[tail]!.mayGoOn) return STOPS;
    const key = tail * texts.length + head;
    const met = known.get(key);
    if (met !== undefined) return met;
    const mayHaveLost = (): boolean => !goesOn(tail) && (head === tail + 1 || head === 0 || !goesOn(head - 1));
    const nats = followScore(language, sides[tail]!, sides[head]!, mayHaveLost);
    known.set(key, nats);
    return nats;
  };
  const tells: Tells = (tail, head) => {
    const nats = follows(tail, head);
    if (nats <= TOLD) return false;
    const own = language.endScore(sides[tail]!.tail().before) + language.startScore(sides[head]!.head().after) + OWN;
    return nats + OWN_SHARE * Math.min(0, own) > TOLD;
  };
  const file: readonly number[] = texts.map((_, place) => place);
  let order = file;
  for (let round = 0; round < MOST_EXCHANGES; round++) {
    const found = bestExchange(order, sides, follows, tells);
    if (!found) break;
    const { first, second, end } = found;
    order = [...order.slice(0, first), ...order.slice(second, end), ...order.slice(first, second), ...order.slice(end)];
  }
  return order === file ? null : order;
}

/** Breaks that a sentence must tell of. */
const LEAST_TOLD = 2;

function mayBeLeft({ mayGoOn, alone, latin }: BreakSides): boolean {
  return mayGoOn && !alone && !latin;
}

/** Nats for one text being read right after another. */
type Follows = (tail: number, head: number) => number;

/** Whether the one says of the other in particular that it goes on there. */
type Tells = (tail: number, head: number) => boolean;

/** Where the two stretches begin, and the second ends. */
interface Exchange {
  readonly first: number;
  readonly second: number;
  readonly end: number;
}

function bestExchange(order: readonly number[], sides: readonly BreakSides[], follows: Follows, tells: Tells): Exchange | null {
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
  const told = (tail: number, head: number): number => (tail >= 0 && head < count && tells(order[tail]!, order[head]!) ? 1 : 0);
  let best: Exchange | null = null;
  let most = COST;
  const weigh = (first: number, second: number, end: number): void => {
    const mended = next(first - 1, second) + next(end - 1, first) + next(second - 1, end);
    const printed = next(first - 1, first) + next(second - 1, second) + next(end - 1, end);
    const gain = mended - printed;
    if (gain <= most || told(first - 1, second) + told(end - 1, first) + told(second - 1, end) < LEAST_TOLD) return;
    most = gain;
    best = { first, second, end };
  };
  for (const tail of tails)
    for (const head of heads) {
      if (head === tail || head === tail + 1 || Math.abs(head - tail) > REACH || next(tail, head) <= MAY_GO_ON) continue;
      if (head > tail) {
        for (const end of breaks(head - 1)) if (end > head) weigh(tail + 1, head, end);
        for (const first of breaks(head - 1)) if (first <= tail) weigh(first, tail + 1, head);
      } else for (const second of breaks(head - 1)) if (second > head && second <= tail) weigh(head, second, tail + 1);
    }
  return best;
}

/** Nats below which two texts are no neighbours, and from which nothing is lost between them. */
const HARDLY = 0;
const SURELY = 7;
/** Nats for opening a paragraph below which a text may begin in the middle of one. */
const MAY_BE_HEADLESS = 0;
/** Nats against a character that was lost at the break, beside what every such guess costs. */
const LOST = 2;

/**
 * The texts are the same in every order, so that only how well each goes on from the one before tells: in mid-sentence, against one that
 * closes its paragraph before another that opens one.
 */
function followScore(language: LanguageScores, tail: BreakSides, head: BreakSides, mayHaveLost: () => boolean): number {
  let fit = fitOf(language, tail, head);
  if (fit <= HARDLY) return Math.log(1 - GOES_ON + GOES_ON * Math.exp(fit));
  const [ends, begins] = [tail.tail(), head.head()];
  if (fit < SURELY && language.startScore(begins.after) < MAY_BE_HEADLESS && mayHaveLost()) {
    const { score } = language.joinScoreWithGap(ends.before, begins.after);
    fit = Math.max(fit, score - LOST + marksAgree(ends.marks, begins.marks));
  }
  return Math.log(1 - GOES_ON + GOES_ON * Math.exp(fit + alikeInMatter(ends.sideMatter()!, begins.sideMatter()!)));
}

/** Nats for the one going on in the other by what stands at the break alone. */
function fitOf(language: LanguageScores, tail: BreakSides, head: BreakSides): number {
  if (head.surelyOpens || tail.alone || head.alone || tail.latin || head.latin) return -Infinity;
  const [ends, begins] = [tail.tail(), head.head()];
  return language.joinAcross(ends.side!, begins.side!) + marksAgree(ends.marks, begins.marks);
}
