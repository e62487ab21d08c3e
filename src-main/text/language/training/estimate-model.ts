/**
 * Run counts -> log probabilities and backoff weights: interpolated Kneser-Ney smoothing with three discounts an order
 * (Chen and Goodman, 1998), then pruned by weighted difference (Seymore and Rosenfeld, 1996).
 * Training only.
 */
import { EDGE } from '../symbols';
import { ORDER, sameRun } from './count-ngrams';
import type { RunCounts } from './count-ngrams';

/** Estimates for the runs of one length; arrays run alongside `RunCounts.position`. */
export interface RunEstimates extends RunCounts {
  /** Natural log of the last symbol's probability after the ones before it. */
  readonly logProbability: Float32Array;
  /** Natural log of the weight of shorter contexts when this run is the context; 0 where it is none. */
  readonly logBackoff: Float32Array;
  /** 1 where the run stays in the model. */
  readonly kept: Uint8Array;
}

interface Links {
  /** Index, one length shorter, of the run without its last symbol. */
  readonly context: Uint32Array;
  /** Index, one length shorter, of the run without its first symbol. */
  readonly shorter: Uint32Array;
}

/** @param threshold weighted difference in nats below which a run is pruned; 0 keeps all that carry anything */
export function estimateModel(
  corpus: Uint16Array,
  counts: readonly RunCounts[],
  symbols: number,
  threshold: number,
): readonly RunEstimates[] {
  const links = counts.map((runs, index) => (index === 0 ? null : linkRuns(corpus, runs, counts[index - 1] as RunCounts)));
  const smoothed: Smoothed[] = [];
  for (const [index, runs] of counts.entries()) {
    const longer = links[index + 1];
    const adjusted = longer ? continuationCounts(corpus, runs, longer) : runs.count;
    smoothed.push(smooth(adjusted, links[index] ?? null, smoothed[index - 1] ?? null, symbols));
  }
  return prune(counts, links, smoothed, threshold);
}

function linkRuns(corpus: Uint16Array, runs: RunCounts, shorterRuns: RunCounts): Links {
  const size = runs.position.length;
  const context = new Uint32Array(size);
  const shorter = new Uint32Array(size);
  const find = indexRuns(corpus, shorterRuns);
  for (let run = 0; run < size; run += 1) {
    const start = runs.position[run] as number;
    context[run] = find(start);
    shorter[run] = find(start + 1);
  }
  return { context, shorter };
}

/** Finds a run of the given length by where it can be read. */
function indexRuns(corpus: Uint16Array, runs: RunCounts): (start: number) => number {
  let capacity = 1;
  while (capacity < runs.position.length * 2) capacity *= 2;
  const slots = new Uint32Array(capacity);
  const mask = capacity - 1;
  const hashAt = (start: number): number => {
    let hash = 0;
    for (let offset = 0; offset < runs.length; offset += 1) {
      hash = Math.imul(hash ^ (corpus[start + offset] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash & mask;
  };
  for (let run = 0; run < runs.position.length; run += 1) {
    let slot = hashAt(runs.position[run] as number);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = run + 1;
  }
  return (start) => {
    let slot = hashAt(start);
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === 0) throw new Error('a run without its parts: the counts are not of this corpus');
      if (sameRun(corpus, runs.position[entry - 1] as number, start, runs.length)) return entry - 1;
      slot = (slot + 1) & mask;
    }
  };
}

/** In how many different longer runs each run is the end; runs that begin a paragraph have nothing before them and keep their count. */
function continuationCounts(corpus: Uint16Array, runs: RunCounts, longer: Links): Uint32Array {
  const adjusted = new Uint32Array(runs.position.length);
  for (const run of longer.shorter) adjusted[run]! += 1;
  for (let run = 0; run < adjusted.length; run += 1)
    if (corpus[runs.position[run] as number] === EDGE && runs.length > 1) adjusted[run] = runs.count[run] as number;
  return adjusted;
}

interface Smoothed {
  readonly probability: Float64Array;
  /** Mass that the runs of this length leave to shorter contexts, by context (index one length shorter). */
  readonly left: Float64Array;
}

function smooth(adjusted: Uint32Array, links: Links | null, lower: Smoothed | null, symbols: number): Smoothed {
  const size = adjusted.length;
  const discount = discountsOf(adjusted);
  const contexts = lower ? lower.probability.length : 1;
  const total = new Float64Array(contexts);
  const taken = new Float64Array(contexts);
  for (let run = 0; run < size; run += 1) {
    const context = links ? (links.context[run] as number) : 0;
    const count = adjusted[run] as number;
    total[context]! += count;
    taken[context]! += Math.min(count, discount[Math.min(count, 3)] ?? 0);
  }
  const left = taken.map((mass, context) => (total[context] ? mass / total[context] : 1));
  const probability = new Float64Array(size);
  for (let run = 0; run < size; run += 1) {
    const context = links ? (links.context[run] as number) : 0;
    const count = adjusted[run] as number;
    const own = Math.max(0, count - (discount[Math.min(count, 3)] as number)) / (total[context] as number);
    const below = lower && links ? (lower.probability[links.shorter[run] as number] as number) : 1 / symbols;
    probability[run] = own + (left[context] as number) * below;
  }
  return { probability, left };
}

function within(value: number, limit: number): number {
  return Number.isFinite(value) ? Math.min(limit, Math.max(0.1, value)) : 0.5;
}

/** Discounts for counts of 1, 2 and 3 or more, from how many runs have each count. */
function discountsOf(counts: Uint32Array): readonly number[] {
  const having = [0, 0, 0, 0, 0];
  for (const count of counts) if (count <= 4) having[count]! += 1;
  const [, one = 0, two = 0, three = 0, four = 0] = having;
  const share = one / (one + 2 * two);
  return [0, within(1 - (2 * share * two) / one, 1), within(2 - (3 * share * three) / two, 2), within(3 - (4 * share * four) / three, 3)];
}

function prune(
  counts: readonly RunCounts[],
  links: readonly (Links | null)[],
  smoothed: readonly Smoothed[],
  threshold: number,
): readonly RunEstimates[] {
  const kept = counts.map((runs) => new Uint8Array(runs.position.length));
  kept[0]?.fill(1);
  for (let level = ORDER - 1; level >= 1; level -= 1) {
    const { context, shorter } = links[level] as Links;
    const { probability, left } = smoothed[level] as Smoothed;
    const below = (smoothed[level - 1] as Smoothed).probability;
    const { count } = counts[level] as RunCounts;
    const own = kept[level] as Uint8Array;
    for (let run = 0; run < own.length; run += 1) {
      const backed = (left[context[run] as number] as number) * (below[shorter[run] as number] as number);
      const difference = (count[run] as number) * Math.log((probability[run] as number) / backed);
      if (own[run] || difference > threshold) {
        own[run] = 1;
        (kept[level - 1] as Uint8Array)[context[run] as number] = 1;
      }
    }
  }
  return counts.map((runs, level) => ({
    ...runs,
    kept: kept[level] as Uint8Array,
    logProbability: Float32Array.from((smoothed[level] as Smoothed).probability, Math.log),
    logBackoff: backoffOf(links[level + 1] ?? null, smoothed[level] as Smoothed, smoothed[level + 1] ?? null, kept[level + 1] ?? null),
  }));
}

/** What the kept longer runs leave over, shared out so that each context's probabilities still sum to one. */
function backoffOf(links: Links | null, own: Smoothed, longer: Smoothed | null, kept: Uint8Array | null): Float32Array {
  const size = own.probability.length;
  if (!links || !longer || !kept) return new Float32Array(size);
  const rest = new Float64Array(size).fill(1);
  const restBelow = new Float64Array(size).fill(1);
  for (let run = 0; run < kept.length; run += 1) {
    if (!kept[run]) continue;
    const context = links.context[run] as number;
    rest[context]! -= longer.probability[run] as number;
    restBelow[context]! -= own.probability[links.shorter[run] as number] as number;
  }
  return Float32Array.from(rest, (mass, run) => Math.log(Math.max(mass, 1e-6) / Math.max(restBelow[run] as number, 1e-6)));
}
