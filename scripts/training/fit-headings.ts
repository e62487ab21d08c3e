/**
 * Heading lines with known offices -> the weights of read-heading.ts: a linear-chain conditional random field with one hidden layer, its
 * likelihood as high as a penalty on large weights allows. Training only.
 */
import { OFFICES } from '../../src-main/text/heading-weights';
import { numbersFrom } from '../../src-main/text/language/training/train-lines';
import { likeliestOffices } from '../../src-main/text/read-heading';
import type { OfficeWeights } from '../../src-main/text/read-heading';
import { descend } from './descend';
import type { StackExample } from './heading-examples';

export interface WeightedStack extends StackExample {
  /** What it counts beside others. */
  readonly worth: number;
}

export interface FitOptions {
  readonly hidden: number;
  /** Penalties on half the squares: of weights of the evidence, and of those of conjunctions. */
  readonly penalty: number;
  readonly hiddenPenalty: number;
  readonly rounds: number;
  readonly rate: number;
  readonly report?: (line: string) => void;
  /** Weights to go on from: the penalties are then on what is changed. */
  readonly from?: OfficeWeights;
}

const K = OFFICES.length;
const BEGINS = K;
/** Conjunctions begin with weights of at most so much, lest they all stay the same. */
const FIRST_WEIGHTS = 0.15;

/** Evidence that is not zero, its places and values, line by line. */
interface Sparse {
  readonly places: Int32Array;
  readonly values: Float64Array;
}

export function fitHeadings(stacks: readonly WeightedStack[], options: FitOptions): OfficeWeights {
  const features = Math.max(...stacks.flatMap(({ lines }) => lines.map(({ evidence }) => evidence.length)));
  const layout = layoutOf(features, options.hidden);
  const weights = new Float64Array(layout.size);
  const sparse = stacks.map(({ lines }) => lines.map(({ evidence }) => sparseOf(evidence)));
  const below = numbersFrom(1);
  for (let at = layout.conjunctions; at < layout.follows; at++) weights[at] = (below(2 ** 32) / 2 ** 31 - 1) * FIRST_WEIGHTS;
  if (options.from) {
    const { own, conjunctions, together, follows, followsInNarrow } = options.from;
    weights.set([own, conjunctions, together, follows, followsInNarrow].flat(2));
  }
  const before = options.from ? weights.slice() : new Float64Array(layout.size);
  descend(
    weights,
    (now, into) => {
      let loss = 0;
      for (const [index, stack] of stacks.entries()) loss += stack.worth * addSlope(now, into, layout, stack, sparse[index]!);
      for (let at = 0; at < layout.size; at++) {
        const penalty = at >= layout.conjunctions && at < layout.follows ? options.hiddenPenalty : options.penalty;
        const changed = now[at]! - before[at]!;
        loss += (penalty * changed ** 2) / 2;
        into[at]! += penalty * changed;
      }
      return loss;
    },
    { rounds: options.rounds, rate: options.rate, report: (round, loss) => options.report?.(`${round} ${loss.toFixed(1)}`) },
  );
  const table = (from: number, rows: number, width: number): readonly (readonly number[])[] =>
    Array.from({ length: rows }, (_, row) => Array.from(weights.slice(from + row * width, from + (row + 1) * width)));
  return {
    own: table(layout.own, K, features),
    conjunctions: table(layout.conjunctions, options.hidden, features),
    together: table(layout.together, K, options.hidden),
    follows: table(layout.follows, K + 1, K),
    followsInNarrow: table(layout.followsInNarrow, K + 1, K),
  };
}

/** Lines whose office the weights get wrong, those of known offices aside. */
export function headingErrors(weights: OfficeWeights, stacks: readonly StackExample[]): { readonly wrong: number; readonly lines: number } {
  let wrong = 0;
  let count = 0;
  for (const { narrow, lines } of stacks) {
    const offices = likeliestOffices(lines, narrow, weights);
    for (const [place, { evidence, office }] of lines.entries()) {
      if (evidence.length === 0) continue;
      count++;
      if (OFFICES.indexOf(offices[place]!) !== office) wrong++;
    }
  }
  return { wrong, lines: count };
}

interface Layout {
  readonly features: number;
  readonly hidden: number;
  readonly own: number;
  readonly conjunctions: number;
  readonly together: number;
  readonly follows: number;
  readonly followsInNarrow: number;
  readonly size: number;
}

function layoutOf(features: number, hidden: number): Layout {
  const conjunctions = K * features;
  const together = conjunctions + hidden * features;
  const follows = together + K * hidden;
  const followsInNarrow = follows + (K + 1) * K;
  return { features, hidden, own: 0, conjunctions, together, follows, followsInNarrow, size: followsInNarrow + (K + 1) * K };
}

function sparseOf(evidence: readonly number[]): Sparse {
  const places = [...evidence.keys()].filter((place) => evidence[place] !== 0);
  return { places: Int32Array.from(places), values: Float64Array.from(places, (place) => evidence[place]!) };
}

/** Adds a stack's part of the slope; returns its loss: how much less likely the right offices are than all. */
function addSlope(
  weights: Float64Array,
  into: Float64Array,
  layout: Layout,
  { narrow, lines, worth }: WeightedStack,
  sparse: readonly Sparse[],
): number {
  const { hidden, features } = layout;
  const follows = narrow ? layout.followsInNarrow : layout.follows;
  const together = lines.map(() => new Float64Array(hidden));
  const scores = lines.map(({ may }, line) => {
    const { places, values } = sparse[line]!;
    for (let unit = 0; unit < hidden; unit++) {
      const row = layout.conjunctions + unit * features;
      let sum = 0;
      for (let at = 0; at < places.length; at++) sum += weights[row + places[at]!]! * values[at]!;
      together[line]![unit] = Math.tanh(sum);
    }
    return Float64Array.from(OFFICES, (_, office) => {
      if (!may[office]) return -Infinity;
      let sum = 0;
      const row = layout.own + office * features;
      for (let at = 0; at < places.length; at++) sum += weights[row + places[at]!]! * values[at]!;
      const second = layout.together + office * hidden;
      for (let unit = 0; unit < hidden; unit++) sum += weights[second + unit]! * together[line]![unit]!;
      return sum;
    });
  });
  // Forward and backward sums of likelihoods, in logs.
  const forward: Float64Array[] = [];
  for (const [line, own] of scores.entries())
    forward.push(
      Float64Array.from(OFFICES, (_, office) =>
        line === 0
          ? own[office]! + weights[follows + BEGINS * K + office]!
          : own[office]! + logSum(OFFICES.map((_, before) => forward[line - 1]![before]! + weights[follows + before * K + office]!)),
      ),
    );
  const backward: Float64Array[] = [];
  for (let line = lines.length - 1; line >= 0; line--)
    backward[line] = Float64Array.from(OFFICES, (_, office) =>
      line === lines.length - 1
        ? 0
        : logSum(OFFICES.map((_, next) => weights[follows + office * K + next]! + scores[line + 1]![next]! + backward[line + 1]![next]!)),
    );
  const whole = logSum([...forward.at(-1)!]);
  let right = 0;
  for (const [line, { office, may }] of lines.entries()) {
    right += scores[line]![office]! + weights[follows + (line === 0 ? BEGINS : lines[line - 1]!.office) * K + office]!;
    const { places, values } = sparse[line]!;
    const slopes = Float64Array.from(OFFICES, (_, at) =>
      may[at] ? worth * (Math.exp(forward[line]![at]! + backward[line]![at]! - whole) - (at === office ? 1 : 0)) : 0,
    );
    const back = new Float64Array(hidden);
    for (let at = 0; at < K; at++) {
      const slope = slopes[at]!;
      if (slope === 0) continue;
      const row = layout.own + at * features;
      for (let place = 0; place < places.length; place++) into[row + places[place]!]! += slope * values[place]!;
      const second = layout.together + at * hidden;
      for (let unit = 0; unit < hidden; unit++) {
        into[second + unit]! += slope * together[line]![unit]!;
        back[unit]! += slope * weights[second + unit]!;
      }
    }
    for (let unit = 0; unit < hidden; unit++) {
      const slope = back[unit]! * (1 - together[line]![unit]! ** 2);
      if (slope === 0) continue;
      const row = layout.conjunctions + unit * features;
      for (let place = 0; place < places.length; place++) into[row + places[place]!]! += slope * values[place]!;
    }
    if (line === 0) {
      for (let at = 0; at < K; at++) into[follows + BEGINS * K + at]! += slopes[at]!;
      continue;
    }
    for (let before = 0; before < K; before++)
      for (let at = 0; at < K; at++) {
        const both = forward[line - 1]![before]! + weights[follows + before * K + at]! + scores[line]![at]! + backward[line]![at]! - whole;
        if (both > -Infinity) into[follows + before * K + at]! += worth * Math.exp(both);
      }
    into[follows + lines[line - 1]!.office * K + office]! -= worth;
  }
  return whole - right;
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most === -Infinity ? most : most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
