/**
 * What the texts of a page are about, whatever words they share: a vector for each, from the language model, and sums of them for articles.
 * Not for what words they share: topic-index.ts.
 */

import { kept } from './scratch';

/** A row for each text, by its number on the page. */
export interface TextVectors {
  /** Numbers in a vector. Behind it in its row: its squared length, how many of the text's pairs of characters have a vector, and how many it has. */
  readonly size: number;
  readonly rows: Float64Array;
}

/** Numbers in a row, and in the sum of several. */
export function rowLength(size: number): number {
  return size + 3;
}

/** Of words that are no text of the page. */
export const NO_TEXT = -1;

/** Places behind the vector. */
const SQUARE = 0;
export const KNOWN = 1;
export const ALL = 2;

/** Fills the row of a text: the sum of its pairs' vectors, how many have one, and how many there are. */
export function setRow({ size, rows }: TextVectors, text: number, vector: Int32Array, known: number, all: number): void {
  const start = text * rowLength(size);
  for (let index = 0; index < size; index++) rows[start + index] = vector[index]!;
  rows[start + size + SQUARE] = product(size, rows, start, rows, start);
  rows[start + size + KNOWN] = known;
  rows[start + size + ALL] = all;
}

/** Adds a text's row to a sum, or takes it away. */
export function addRow({ size, rows }: TextVectors, text: number, sum: Float64Array, sign: 1 | -1): void {
  const start = text * rowLength(size);
  let both = 0;
  for (let index = 0; index < size; index++) {
    const value = rows[start + index]!;
    both += sum[index]! * value;
    sum[index]! += sign * value;
  }
  sum[size + SQUARE]! += 2 * sign * both + rows[start + size + SQUARE]!;
  sum[size + KNOWN]! += sign * rows[start + size + KNOWN]!;
  sum[size + ALL]! += sign * rows[start + size + ALL]!;
}

/** How much more like the first than the second a sum is, from -2 to 2, and how far that is to be believed, from 0 to 1. */
export interface Leaning {
  readonly leaning: number;
  readonly belief: number;
}

/** Nothing is about as like as any article's text. */
export function leaning(size: number, sum: Float64Array, first: Float64Array, second: Float64Array): Leaning {
  const toFirst = beliefIn(size, sum, first);
  const isNothing = second[size + ALL] === 0;
  const belief = isNothing ? toFirst : Math.min(toFirst, beliefIn(size, sum, second));
  if (belief === 0) return UNTOLD;
  return { leaning: cosineOfSums(size, sum, first) - (isNothing ? LIKENESS_TO_ANY : cosineOfSums(size, sum, second)), belief };
}

const UNTOLD: Leaning = { leaning: 0, belief: 0 };
const LIKENESS_TO_ANY = 0.4;

/**
 * How far, from 0 to 1, two sums' vectors tell what their texts are about. Where most pairs of a text have no vector, those that have one
 * are what any text says, and all such texts look alike.
 */
export function beliefIn(size: number, a: Float64Array, b: Float64Array): number {
  return beliefInShare(Math.min(a[size + KNOWN]! / a[size + ALL]!, b[size + KNOWN]! / b[size + ALL]!));
}

/** Share of the pairs with a vector: below the one it says nothing, from the other on all it can. News of state and economy has more than half, of sports and daily life less than two fifths. */
const LEAST_KNOWN = 0.4;
const WELL_KNOWN = 0.55;

/** None where the share is that of nothing, 0 / 0. */
export function beliefInShare(known: number): number {
  return known > LEAST_KNOWN ? Math.min(1, (known - LEAST_KNOWN) / (WELL_KNOWN - LEAST_KNOWN)) : 0;
}

const sumRows = kept(Float64Array);

/** How like each text of a whole is to all the others, on the mean: from -1 to 1, and 0 as far as that is not to be believed. */
export function unityOf({ size, rows }: TextVectors, texts: readonly number[]): number {
  const sum = sumRows(rowLength(size)).fill(0, 0, rowLength(size));
  for (const text of texts) addRow({ size, rows }, text, sum, 1);
  let unity = 0;
  for (const text of texts) {
    const start = text * rowLength(size);
    const [square, known, all] = [rows[start + size + SQUARE]!, rows[start + size + KNOWN]!, rows[start + size + ALL]!];
    const belief = beliefInShare(Math.min(known / all, (sum[size + KNOWN]! - known) / (sum[size + ALL]! - all)));
    const both = product(size, sum, 0, rows, start);
    unity += belief * cosineToRest(both, square, sum[size + SQUARE]!);
  }
  return texts.length === 0 ? 0 : unity / texts.length;
}

export function cosineOfSums(size: number, a: Float64Array, b: Float64Array): number {
  return cosine(product(size, a, 0, b, 0), a[size + SQUARE]!, b[size + SQUARE]!);
}

/** Vectors are of whole numbers: a square below one is nothing. */
export function cosine(both: number, first: number, second: number): number {
  return first < 1 || second < 1 ? 0 : both / Math.sqrt(first * second);
}

/** Of a vector that is part of a sum with all else in it. */
export function cosineToRest(both: number, own: number, sum: number): number {
  return cosine(both - own, own, sum - 2 * both + own);
}

export function product(size: number, a: Float64Array, fromA: number, b: Float64Array, fromB: number): number {
  let sum = 0;
  for (let index = 0; index < size; index++) sum += a[fromA + index]! * b[fromB + index]!;
  return sum;
}
