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
const BACKOFF_MASK = 2 ** BACKOFF_BITS - 1;

/** The two logs of a run as the small code that the table keeps. */
export function encodeLogs(logProbability: number, logBackoff: number): number {
  const probability = clamp(Math.round(-logProbability / PROBABILITY_STEP), 2 ** PROBABILITY_BITS - 1);
  const backoff = clamp(Math.round((BACKOFF_TOP - logBackoff) / BACKOFF_STEP), 2 ** BACKOFF_BITS - 1);
  return (probability << BACKOFF_BITS) | backoff;
}

function clamp(value: number, highest: number): number {
  return Math.max(0, Math.min(highest, value));
}

/** Natural log of the probability of `row[start]` to `row[end - 1]`, each after the symbols from `from` on; an EDGE hides all that stands before it. */
export type RunScorer = (row: Uint16Array, from: number, start: number, end: number) => number;

/** Natural log of the probability of `right` where only `left` is known to stand before it: `RunScorer` for the commonest of its cases. */
export function pairScorer({ runs, single, singleBackoff }: ModelData): (left: number, right: number) => number {
  return (left, right) => {
    const code = lookUpRun(runs, hashRun(hashRun(0, right), left));
    return code === NO_ENTRY ? (single[right] as number) + (singleBackoff[left] as number) : -(code >>> BACKOFF_BITS) * PROBABILITY_STEP;
  };
}

/** What a row's end says of the symbol that comes next: how far back the model knows it, and the codes of these runs by their length. */
export interface RunContext {
  /** Symbols that count; runs of 2 to `depth` symbols have codes. */
  readonly depth: number;
  readonly codes: Int32Array;
}

export interface RunReader {
  readonly score: RunScorer;
  /** What `row[from]` to `row[start - 1]` says of `row[start]`. */
  readonly contextOf: (row: Uint16Array, from: number, start: number) => RunContext;
  /**
   * `score` where the context is known already; the row holds the symbols before `start` all the same. Where it is below `least` any number
   * below that may come out: symbols are not looked up any more once all that is left could not make up for it.
   * @param most by how many symbols are looked up: the most that those left may come to; 0 where nothing better is known
   */
  readonly scoreAfter: (
    context: RunContext,
    row: Uint16Array,
    start: number,
    end: number,
    least?: number,
    most?: Float64Array | null,
  ) => number;
}

export function runScorer(model: ModelData): RunScorer {
  return runReader(model).score;
}

/** A run's code tells both its own probability and its weight as the next symbol's context: each run is looked up once. */
export function runReader({ runs, single, singleBackoff }: ModelData): RunReader {
  /** Codes of the runs that end right before the next symbol, by length, from 2 to `depth`. */
  const known = new Int32Array(CONTEXT + 2);
  let depth = 0;

  function lookUpContexts(row: Uint16Array, from: number, start: number): void {
    depth = 0;
    let run = 0;
    for (let length = 1; length <= CONTEXT && start - length >= from; length += 1) {
      const symbol = row[start - length] as number;
      run = hashRun(run, symbol);
      if (length > 1) {
        const code = lookUpRun(runs, run);
        if (code === NO_ENTRY) return;
        known[length] = code;
      }
      depth = length;
      if (symbol === EDGE) return;
    }
  }

  /** From the contexts known, which are those of the symbol behind the row when it returns. */
  function sum(row: Uint16Array, start: number, end: number, least: number, most: Float64Array | null): number {
    let total = 0;
    for (let at = start; at < end; at += 1) {
      if (least > -Infinity) {
        const possible = most === null ? total : total + (most[at - start] as number);
        if (possible < least) return possible;
      }
      const symbol = row[at] as number;
      let probability = single[symbol] as number;
      let run = hashRun(0, symbol);
      let unbroken = 1;
      let context = 0;
      for (let length = 1; length <= depth; length += 1) {
        const before = row[at - length] as number;
        const backoff = length === 1 ? (singleBackoff[before] as number) : BACKOFF_TOP - (context & BACKOFF_MASK) * BACKOFF_STEP;
        run = hashRun(run, before);
        const code = lookUpRun(runs, run);
        probability = code === NO_ENTRY ? probability + backoff : -(code >>> BACKOFF_BITS) * PROBABILITY_STEP;
        context = known[length + 1] as number;
        if (code !== NO_ENTRY && unbroken === length) {
          known[length + 1] = code;
          unbroken = length + 1;
        }
      }
      depth = symbol === EDGE ? 1 : Math.min(CONTEXT, unbroken);
      // Codes are rounded, and no symbol is likelier than certain.
      total += Math.min(0, probability);
    }
    return total;
  }

  return {
    score(row, from, start, end) {
      lookUpContexts(row, from, start);
      return sum(row, start, end, -Infinity, null);
    },
    contextOf(row, from, start) {
      lookUpContexts(row, from, start);
      return { depth, codes: known.slice() };
    },
    scoreAfter(context, row, start, end, least = -Infinity, most = null) {
      ({ depth } = context);
      for (let length = 2; length <= depth; length += 1) known[length] = context.codes[length] as number;
      return sum(row, start, end, least, most);
    },
  };
}
