/**
 * The likeliest way to part texts between two articles: how each fits either, what it is tied to by a broken sentence, and the text it
 * lies behind, which mostly is of the same article. For untangle-articles.ts and find-woven.ts; not for what the texts are about.
 */
import type { BreakLink } from './break-links';
import type { Piece } from './topic-index';
import { cut, kept } from './scratch';
import type { Sides } from './two-topics';

/** Nats for each change from one article to the other; neighbours mostly belong together. */
const SWITCH = 2;
const LINK_CAP = 9;

/** What is known of texts before they are parted, by their places among each other. */
export interface Neighbourhood {
  /** The place of the text that each lies behind; -1 where there is none. It is always a lower one. */
  readonly behind: Int32Array;
  /** Nats against a text being of another side than the one it lies behind. */
  readonly switching: Float64Array;
  /** The text that a broken sentence leads from to each, and how surely; -1 where none does. */
  readonly tiedTo: Int32Array;
  readonly bonds: Float64Array;
  /** 1 where the text can only be of the first side. */
  readonly held: Uint8Array;
}

const placeRows = cut(Int32Array);
const natRows = cut(Float64Array);
const heldRows = cut(Uint8Array);

export function neighbourhoodOf(pieces: readonly Piece[], links: readonly BreakLink[], free?: readonly boolean[]): Neighbourhood {
  const behind = placesBehind(pieces);
  const switching = natRows(pieces.length);
  const held = heldRows(pieces.length);
  for (let place = 0; place < pieces.length; place++) {
    const front = behind[place]!;
    switching[place] = front < 0 || (free && free[place]! && !free[front]) ? 0 : SWITCH;
    held[place] = free && !free[place]! ? 1 : 0;
  }
  const tiedTo = placeRows(pieces.length).fill(-1);
  const bonds = natRows(pieces.length);
  const places = new Map<number, number>();
  for (let place = 0; place < pieces.length; place++) places.set(pieces[place]!.block, place);
  for (const link of links) {
    const to = places.get(link.head);
    const from = to === undefined ? undefined : places.get(link.tail);
    if (to === undefined || from === undefined) continue;
    tiedTo[to] = from;
    bonds[to] = Math.min(LINK_CAP, link.weight);
  }
  return { behind, switching, tiedTo, bonds, held };
}

/** A text of several lines lies behind the line before its first. Pieces come in the order of their first lines. */
function placesBehind(pieces: readonly Piece[]): Int32Array {
  const behind = placeRows(pieces.length);
  for (let place = 0; place < pieces.length; place++) behind[place] = place - 1;
  if (pieces.every(({ blocks }) => blocks.length === 1)) return behind;
  const lines = pieces.flatMap(({ blocks }, place) => blocks.map((block) => ({ block, place }))).toSorted((a, b) => a.block - b.block);
  behind.fill(-1);
  for (const [at, { block, place }] of lines.entries()) {
    if (block !== pieces[place]!.block) continue;
    let before = at - 1;
    while (before >= 0 && lines[before]!.place >= place) before--;
    if (before >= 0) behind[place] = lines[before]!.place;
  }
  return behind;
}

const sideRows = cut(Int8Array);
const worthRows = kept(Float64Array);
const choiceRows = kept(Int32Array);

/** Nats for a text that can only be of the first side being of the second. */
const NEVER = 1000;

/**
 * @param fits two for each text: nats by which it fits the first side and the second
 * @param sides how the texts are parted for now, for ties between texts that do not lie behind each other
 */
export function likeliestSides({ behind, switching, tiedTo, bonds, held }: Neighbourhood, fits: Float64Array, sides: Sides): Sides {
  const worth = worthRows(fits.length);
  worth.set(fits);
  /** For each side of the text that one lies behind, the side it is best given itself. */
  const choice = choiceRows(fits.length);
  for (let place = behind.length - 1; place >= 0; place--) {
    const front = behind[place]!;
    const tied = tiedTo[place]!;
    if (held[place] === 1) worth[place * 2 + 1]! -= NEVER;
    if (tied >= 0 && tied !== front) worth[place * 2 + sides[tied]!]! += bonds[place]!;
    if (front < 0) continue;
    const cost = switching[place]!;
    const bond = tied === front ? bonds[place]! : 0;
    for (let side = 0; side < 2; side++) {
      const stay = worth[place * 2 + side]! + bond;
      const leave = worth[place * 2 + 1 - side]! - cost;
      choice[place * 2 + side] = stay >= leave ? side : 1 - side;
      worth[front * 2 + side]! += Math.max(stay, leave);
    }
  }
  const found: Sides = sideRows(behind.length);
  for (let place = 0; place < behind.length; place++) {
    const front = behind[place]!;
    if (front >= 0) found[place] = choice[place * 2 + found[front]!]!;
    else found[place] = worth[place * 2 + 1]! > worth[place * 2]! ? 1 : 0;
  }
  return found;
}

/** Nats for how the texts are parted, without what they are about: ties kept, less what changing sides costs. */
export function worthOfNeighbours({ behind, switching, tiedTo, bonds }: Neighbourhood, sides: Sides): number {
  let worth = 0;
  for (let place = 0; place < sides.length; place++) {
    const side = sides[place]!;
    const tied = tiedTo[place]!;
    if (tied >= 0 && sides[tied] === side) worth += bonds[place]!;
    const front = behind[place]!;
    if (front >= 0 && side !== sides[front]) worth -= switching[place]!;
  }
  return worth;
}
