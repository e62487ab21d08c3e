/**
 * The likeliest way to part texts between two articles: how each fits either, what it is tied to by a broken sentence, and the text it
 * lies behind, which mostly is of the same article. For untangle-articles.ts and find-woven.ts; not for what the texts are about.
 */
import type { BreakLink } from './match-breaks';
import type { Piece } from './topic-index';
import type { Sides } from './two-topics';

/** Nats for each change from one article to the other; neighbours mostly belong together. */
const SWITCH = 2;
const LINK_CAP = 9;

/** Where a broken sentence leads from, and how surely. */
interface Tie {
  readonly from: number;
  readonly weight: number;
}

/** What is known of texts before they are parted, by their places among each other. */
interface Neighbourhood {
  /** The place of the text that each lies behind; -1 where there is none. It is always a lower one. */
  readonly behind: Int32Array;
  /** For every text that a broken sentence leads to, where from. */
  readonly into: ReadonlyMap<number, Tie>;
  /** Nats for a text being of another side than the one it lies behind. */
  readonly switching: (place: number) => number;
  /** The text can only be of the first side. */
  readonly isHeld: (place: number) => boolean;
}

export function neighbourhoodOf(pieces: readonly Piece[], links: readonly BreakLink[], free?: readonly boolean[]): Neighbourhood {
  const behind = placesBehind(pieces);
  return {
    behind,
    into: tiesWithin(pieces, links),
    switching: (place) => (behind[place]! < 0 || (free && free[place]! && !free[behind[place]!]) ? 0 : SWITCH),
    isHeld: (place) => free !== undefined && !free[place]!,
  };
}

/** Links between the texts, by the place they lead to. */
function tiesWithin(pieces: readonly Piece[], links: readonly BreakLink[]): ReadonlyMap<number, Tie> {
  const places = new Map(pieces.map((piece, place) => [piece.block, place]));
  const into = new Map<number, Tie>();
  for (const link of links) {
    const from = places.get(link.tail);
    const to = places.get(link.head);
    if (from !== undefined && to !== undefined) into.set(to, { from, weight: Math.min(LINK_CAP, link.weight) });
  }
  return into;
}

/** A text of several lines lies behind the line before its first. */
function placesBehind(pieces: readonly Piece[]): Int32Array {
  const lines = pieces.flatMap(({ blocks }, place) => blocks.map((block) => ({ block, place }))).toSorted((a, b) => a.block - b.block);
  const behind = new Int32Array(pieces.length).fill(-1);
  for (const [at, { block, place }] of lines.entries()) {
    if (block !== pieces[place]!.block) continue;
    let before = at - 1;
    while (before >= 0 && lines[before]!.place >= place) before--;
    if (before >= 0) behind[place] = lines[before]!.place;
  }
  return behind;
}

/** Nats for a text that can only be of the first side being of the second. */
const NEVER = 1000;

/**
 * @param fits two for each text: nats by which it fits the first side and the second
 * @param sides how the texts are parted for now, for ties between texts that do not lie behind each other
 */
export function likeliestSides({ behind, into, switching, isHeld }: Neighbourhood, fits: Float64Array, sides: Sides): Sides {
  const worth = fits.slice();
  /** For each side of the text that one lies behind, the side it is best given itself. */
  const choice = new Int8Array(fits.length);
  for (let place = behind.length - 1; place >= 0; place--) {
    const front = behind[place]!;
    const tie = into.get(place);
    if (isHeld(place)) worth[place * 2 + 1]! -= NEVER;
    if (tie && tie.from !== front) worth[place * 2 + sides[tie.from]!]! += tie.weight;
    if (front < 0) continue;
    const cost = switching(place);
    const bond = tie && tie.from === front ? tie.weight : 0;
    for (let side = 0; side < 2; side++) {
      const stay = worth[place * 2 + side]! + bond;
      const leave = worth[place * 2 + 1 - side]! - cost;
      choice[place * 2 + side] = stay >= leave ? side : 1 - side;
      worth[front * 2 + side]! += Math.max(stay, leave);
    }
  }
  const found: Sides = new Int8Array(behind.length);
  for (let place = 0; place < behind.length; place++) {
    const front = behind[place]!;
    if (front >= 0) found[place] = choice[place * 2 + found[front]!]!;
    else found[place] = worth[place * 2 + 1]! > worth[place * 2]! ? 1 : 0;
  }
  return found;
}

/** Nats for how the texts are parted, without what they are about: ties kept, less what changing sides costs. */
export function worthOfNeighbours({ behind, into, switching }: Neighbourhood, sides: Sides): number {
  let worth = 0;
  for (let place = 0; place < sides.length; place++) {
    const side = sides[place]!;
    const tie = into.get(place);
    if (tie && sides[tie.from] === side) worth += tie.weight;
    const front = behind[place]!;
    if (front >= 0 && side !== sides[front]) worth -= switching(place);
  }
  return worth;
}
