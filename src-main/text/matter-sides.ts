/**
 * How like each of some texts is to either of two sums of them, while texts come and go: every text's product with every other is worked
 * out once, so that a question costs next to nothing however often the texts change sides.
 */
import { kept } from './scratch';
import { ALL, KNOWN, NO_TEXT, beliefInShare, cosine, cosineToRest, product, rowLength } from './text-vectors';
import type { TextVectors } from './text-vectors';

/** From -1 to 1, and how far that is to be believed, from 0 to 1. */
export interface Likeness {
  readonly likeness: number;
  readonly belief: number;
}

export interface MatterSides {
  /** Adds the text at a place to a side, or takes it away. */
  readonly add: (place: number, side: number, sign: 1 | -1) => void;
  /** From -1 to 1; `own` says that the text is on that side, and is held against the rest of it. */
  readonly likeness: (place: number, side: number, own: boolean) => number;
  /** Between the two sides; `first` are the places of all texts on the first. */
  readonly between: (first: readonly number[]) => Likeness;
}

const productRows = kept(Float64Array);
const withSideRows = kept(Float64Array);

/** For texts by their numbers on the page, NO_TEXT among them; one set at a time. */
export function matterSides({ size, rows }: TextVectors, texts: readonly number[]): MatterSides {
  const count = texts.length;
  const starts = texts.map((text) => text * rowLength(size));
  const known = texts.map((text, place) => (text === NO_TEXT ? 0 : rows[starts[place]! + size + KNOWN]!));
  const all = texts.map((text, place) => (text === NO_TEXT ? 0 : rows[starts[place]! + size + ALL]!));
  const products = productRows(count * count);
  for (let one = 0; one < count; one++)
    for (let other = 0; other <= one; other++) {
      const both = texts[one] === NO_TEXT || texts[other] === NO_TEXT ? 0 : product(size, rows, starts[one]!, rows, starts[other]!);
      products[one * count + other] = both;
      products[other * count + one] = both;
    }
  /** Of each text with the sum of either side. */
  const withSide = withSideRows(count * 2).fill(0, 0, count * 2);
  const squares = new Float64Array(2);
  const knownIn = new Float64Array(2);
  const allIn = new Float64Array(2);

  function add(place: number, side: number, sign: 1 | -1): void {
    squares[side]! += 2 * sign * withSide[place * 2 + side]! + products[place * count + place]!;
    for (let other = 0; other < count; other++) withSide[other * 2 + side]! += sign * products[place * count + other]!;
    knownIn[side]! += sign * known[place]!;
    allIn[side]! += sign * all[place]!;
  }

  function likeness(place: number, side: number, own: boolean): number {
    const inRest = own ? (knownIn[side]! - known[place]!) / (allIn[side]! - all[place]!) : knownIn[side]! / allIn[side]!;
    const belief = beliefInShare(Math.min(known[place]! / all[place]!, inRest));
    if (belief === 0) return 0;
    const square = products[place * count + place]!;
    const both = withSide[place * 2 + side]!;
    return belief * (own ? cosineToRest(both, square, squares[side]!) : cosine(both, square, squares[side]!));
  }

  function between(first: readonly number[]): Likeness {
    const belief = beliefInShare(Math.min(knownIn[0]! / allIn[0]!, knownIn[1]! / allIn[1]!));
    const both = first.reduce((sum, place) => sum + withSide[place * 2 + 1]!, 0);
    return { likeness: belief * cosine(both, squares[0]!, squares[1]!), belief };
  }

  return { add, likeness, between };
}
