/** Pairs of texts of pages with known breaks -> the weights of break-evidence.ts. Training only. */
import { descend } from './descend';

/** Two texts that may be one paragraph. */
export interface BreakExample {
  readonly evidence: ArrayLike<number>;
  readonly isBreak: boolean;
  /** Numbers of its tail and its head among all of all pages. */
  readonly tail: number;
  readonly head: number;
}

/** Weights with which every tail finds its head among all that it may go on in, or none, and every head its tail. */
export function fitBreaks(
  examples: readonly BreakExample[],
  options: {
    readonly penalty: number;
    readonly rounds: number;
    readonly rate: number;
    readonly report?: (round: number, loss: number) => void;
  },
): readonly number[] {
  const size = examples[0]!.evidence.length;
  const weights = new Float64Array(size);
  const rows = new Float64Array(examples.length * size);
  for (const [place, { evidence }] of examples.entries()) rows.set(Array.from(evidence), place * size);
  const tails = Int32Array.from(examples, ({ tail }) => tail);
  const heads = Int32Array.from(examples, ({ head }) => head);
  const known = Uint8Array.from(examples, ({ isBreak }) => Number(isBreak));
  const breaks = known.reduce((sum, one) => sum + one, 0);
  const fromTail = new Float64Array(tails.reduce((most, tail) => Math.max(most, tail), 0) + 1);
  const toHead = new Float64Array(heads.reduce((most, head) => Math.max(most, head), 0) + 1);
  const odds = new Float64Array(examples.length);
  descend(
    weights,
    (now, into) => {
      let loss = 0;
      fromTail.fill(1);
      toHead.fill(1);
      for (let place = 0; place < odds.length; place++) {
        let sum = 0;
        for (let at = 0; at < size; at++) sum += now[at]! * rows[place * size + at]!;
        if (known[place] === 1) loss -= (2 * sum) / breaks;
        odds[place] = Math.exp(Math.min(MOST, sum));
        fromTail[tails[place]!]! += odds[place]!;
        toHead[heads[place]!]! += odds[place]!;
      }
      for (const sums of [fromTail, toHead]) for (const sum of sums) loss += Math.log(sum) / breaks;
      for (let place = 0; place < odds.length; place++) {
        const share = odds[place]! / fromTail[tails[place]!]! + odds[place]! / toHead[heads[place]!]!;
        const slope = (share - 2 * known[place]!) / breaks;
        for (let at = 0; at < size; at++) into[at]! += slope * rows[place * size + at]!;
      }
      for (let at = 0; at < size; at++) {
        loss += options.penalty * now[at]! ** 2;
        into[at]! += 2 * options.penalty * now[at]!;
      }
      return loss;
    },
    options,
  );
  return Array.from(weights);
}

/** Nats above which nothing is likelier. */
const MOST = 30;
