/**
 * Examples of two kinds of lines -> weights that tell them apart: logistic regression by stochastic gradient descent with a step of its own
 * for each weight (AdaGrad). Deterministic. Training only.
 */
import { MOST_SYMBOLS, WEIGHT_BITS, readLine, runSlots } from '../title-scores';
import type { LineWeights } from '../title-scores';
import type { SymbolTable } from '../symbols';

const ROUNDS = 4;
const RATE = 0.1;
const BIAS_RATE = 0.01;
const FIRST_SQUARES = 0.01;

/** Whole numbers below `limit`, the same every time. */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}

/** @param first lines of the kind that scores above zero; both kinds count alike, however many there are of each */
export function trainLines(symbols: SymbolTable, first: readonly string[], second: readonly string[], seed: number): LineWeights {
  const examples = [...first.map((text) => ({ text, wanted: 1 })), ...second.map((text) => ({ text, wanted: 0 }))];
  const worth = [examples.length / (2 * second.length), examples.length / (2 * first.length)] as const;
  const values = new Float64Array(2 ** WEIGHT_BITS);
  const squares = new Float64Array(2 ** WEIGHT_BITS).fill(FIRST_SQUARES);
  const row = new Uint16Array(MOST_SYMBOLS + 2);
  const slots = new Int32Array(row.length * 3);
  const below = numbersFrom(seed);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = examples.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [examples[at], examples[other]] = [examples[other]!, examples[at]!];
    }
    for (const { text, wanted } of examples) {
      const count = runSlots(row, readLine(symbols, text, row), slots);
      const share = 1 / Math.sqrt(count);
      let sum = bias;
      for (let at = 0; at < count; at += 1) sum += values[slots[at]!]! * share;
      const slope = (1 / (1 + Math.exp(-sum)) - wanted) * worth[wanted as 0 | 1];
      bias -= BIAS_RATE * slope;
      for (let at = 0; at < count; at += 1) {
        const slot = slots[at]!;
        squares[slot]! += (slope * share) ** 2;
        values[slot]! -= (RATE * slope * share) / Math.sqrt(squares[slot]!);
      }
    }
  }
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const step = largest / 127;
  return { weights: Int8Array.from(values, (value) => Math.round(value / step)), step, bias };
}
