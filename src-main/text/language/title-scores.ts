/**
 * What a single line reads like: a title rather than a piece of running text, a standing title rather than the title of one story.
 * Two linear models over runs of one to three symbols, edges included. Not for layout: where the line stands is the passes' concern.
 */
import { EDGE, firstSymbols } from './symbols';
import type { SymbolTable } from './symbols';

/** Weights by hashed run of symbols, in steps of `step` nats. */
export interface LineWeights {
  readonly weights: Int8Array;
  readonly step: number;
  /** Nats for a line of which nothing is known. */
  readonly bias: number;
}

/** Slots of each table: 2 ** 16. */
export const WEIGHT_BITS = 16;
const LONGEST_RUN = 3;
/** Symbols read of a line; no title is longer. */
export const MOST_SYMBOLS = 48;

/** Writes the slots of all runs of a row of symbols to `into`; returns how many. `row` has an edge at either end. */
export function runSlots(row: Uint16Array, length: number, into: Int32Array): number {
  let count = 0;
  for (let start = 0; start < length; start += 1) {
    let hash = 0x811c9dc5;
    for (let size = 1; size <= LONGEST_RUN && start + size <= length; size += 1) {
      hash = Math.imul(hash ^ (row[start + size - 1] as number), 0x01000193);
      into[count] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - WEIGHT_BITS);
      count += 1;
    }
  }
  return count;
}

/** Reads a line's symbols between two edges into `row`; returns the row's length. */
export function readLine(symbols: SymbolTable, text: string, row: Uint16Array): number {
  row[0] = EDGE;
  const end = 1 + firstSymbols(symbols, text, MOST_SYMBOLS, row, 1);
  row[end] = EDGE;
  return end + 1;
}

/** Nats for the line being of the first kind rather than the second. */
export function lineScorer(symbols: SymbolTable): (weights: LineWeights, text: string) => number {
  const row = new Uint16Array(MOST_SYMBOLS + 2);
  const slots = new Int32Array((MOST_SYMBOLS + 2) * LONGEST_RUN);
  return ({ weights, step, bias }, text) => {
    const count = runSlots(row, readLine(symbols, text, row), slots);
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += weights[slots[at] as number] as number;
    return bias + (sum * step) / Math.sqrt(count);
  };
}
