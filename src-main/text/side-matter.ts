/**
 * How like in matter the words on either side of a break are. All texts of an article are about one thing; those of one paragraph are more
 * so, above all close to the break. Not for whether a sentence goes on across it (break-sides.ts).
 */
import type { LanguageScores } from './document';
import { once } from './once';
import { cut, kept } from './scratch';

/** A unit vector of what the words next to a break are about, and one of what those around them are, worked out when asked for; zeros where they say nothing. */
export interface SideMatter {
  readonly near: Float32Array;
  readonly around: () => Float32Array;
}

/** Characters from the break. */
const NEAR = 40;
const AROUND = 150;
/** Nats for words that are about the very same, and a share of them for those around. */
const ALIKE = 1.5;
const AROUND_SHARE = 0.6;

export function matterBefore(language: LanguageScores, text: string): SideMatter {
  return { near: unitVector(language, text.slice(-NEAR)), around: once(() => unitVector(language, text.slice(-AROUND))) };
}

export function matterBehind(language: LanguageScores, text: string): SideMatter {
  return { near: unitVector(language, text.slice(0, NEAR)), around: once(() => unitVector(language, text.slice(0, AROUND))) };
}

/** Nats for both being of one paragraph, against their being of two of one article. */
export function alikeInMatter(before: SideMatter, behind: SideMatter): number {
  return ALIKE * (product(before.near, behind.near) + AROUND_SHARE * product(before.around(), behind.around()));
}

/** From -1 to 1: how like the words next to the break are in matter. */
export function likeClose(before: SideMatter, behind: SideMatter): number {
  return product(before.near, behind.near);
}

const places = new Int32Array(AROUND);
/** Sums are written with up to three numbers behind them. */
const SPARE = 4;
const sumRows = kept(Int32Array);
const vectorRows = cut(Float32Array);

function unitVector(language: LanguageScores, text: string): Float32Array {
  let count = 0;
  for (const pair of language.pairsAsTheyStand(text)) {
    const place = language.matterPlace(pair);
    if (place >= 0) places[count++] = place;
  }
  const size = language.matterSize;
  const sum = sumRows(size + SPARE);
  language.sumMatter(places, count, sum);
  const vector = vectorRows(size);
  let square = 0;
  for (let at = 0; at < size; at++) square += sum[at]! * sum[at]!;
  if (square > 0) for (let at = 0; at < size; at++) vector[at] = sum[at]! / Math.sqrt(square);
  return vector;
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
