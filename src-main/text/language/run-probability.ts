/**
 * The probability of a symbol after the symbols before it, by the longest runs the model keeps.
 */
import type { ModelData } from './model-file';
import { BACKOFF_BITS, NO_ENTRY, PROBABILITY_BITS, hashRun, lookUpRun } from './run-table';
import { EDGE } from './symbols';

/** Longest context in symbols. */
export const CONTEXT = 4;

const PROBABILITY_STEP = 0.125;
const BACKOFF_STEP = 0.15;
const BACKOFF_TOP = 0.6;

/** The two logs of a run as the small code that the table keeps. */
export function encodeLogs(logProbability: number, logBackoff: number): number {
  const probability = clamp(Math.round(-logProbability / PROBABILITY_STEP), 2 ** PROBABILITY_BITS - 1);
  const backoff = clamp(Math.round((BACKOFF_TOP - logBackoff) / BACKOFF_STEP), 2 ** BACKOFF_BITS - 1);
  return (probability << BACKOFF_BITS) | backoff;
}

function clamp(value: number, highest: number): number {
  return Math.max(0, Math.min(highest, value));
}

/**
 * Natural log of the probability of `symbols[at]` after the symbols from `from` on.
 * An EDGE among them hides all that stands before it.
 */
export function logProbability(model: ModelData, symbols: Uint16Array, from: number, at: number): number {
  const symbol = symbols[at] as number;
  let probability = model.single[symbol] as number;
  let run = hashRun(0, symbol);
  let context = 0;
  const lowest = Math.max(from, at - CONTEXT);
  for (let left = at - 1; left >= lowest; left -= 1) {
    const before = symbols[left] as number;
    context = hashRun(context, before);
    let backoff: number;
    if (left === at - 1) backoff = model.singleBackoff[before] as number;
    else {
      const code = lookUpRun(model.runs, context);
      if (code === NO_ENTRY) break;
      backoff = BACKOFF_TOP - (code & (2 ** BACKOFF_BITS - 1)) * BACKOFF_STEP;
    }
    run = hashRun(run, before);
    const code = lookUpRun(model.runs, run);
    probability = code === NO_ENTRY ? probability + backoff : -(code >>> BACKOFF_BITS) * PROBABILITY_STEP;
    if (before === EDGE) break;
  }
  return probability;
}
