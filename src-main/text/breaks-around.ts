/**
 * What the breaks of an article tell of each other: where one text goes on far away, what stood behind it has lost its beginning, and what
 * stood before its rest goes on elsewhere; and where most leave the file's order, a neighbour is no likelier than any other.
 */
import type { BrokenPair } from './broken-pairs';

/** Sentences that go on in the next text, and that go on elsewhere, that an article is taken to have before any is looked at. */
const ORDERLY = 1;
const DISORDERLY = 0.3;

/** For each pair what seems to go on where around it, as break-evidence.ts names it. */
export function aroundEvidence(pairs: readonly BrokenPair[]): readonly (readonly number[])[] {
  const likelihood = likelihoods(pairs);
  const farOut = new Map<number, number>();
  const farInto = new Map<number, number>();
  const sums = new Map<string, number>();
  const add = (key: string, value: number): void => void sums.set(key, (sums.get(key) ?? 0) + value);
  for (const [place, { left, right, article }] of pairs.entries()) {
    const likely = likelihood[place]!;
    const way = right === left + 1 ? 'near' : 'far';
    add(`${way} ${article}`, likely);
    add(`${way} from ${left}`, likely);
    if (way === 'near') continue;
    farOut.set(left, Math.max(farOut.get(left) ?? 0, likely));
    farInto.set(right, Math.max(farInto.get(right) ?? 0, likely));
  }
  return pairs.map(({ left, right, article }) => {
    const others = (way: string): number => Math.max(0, (sums.get(`${way} ${article}`) ?? 0) - (sums.get(`${way} from ${left}`) ?? 0));
    const disorder = Math.log((others('far') + DISORDERLY) / (others('near') + ORDERLY));
    if (right === left + 1) return [0, 0, 0, 0, disorder];
    const headLeft = farOut.get(right - 1) ?? 0;
    const tailLeft = farInto.get(left + 1) ?? 0;
    return [headLeft, tailLeft, headLeft * tailLeft, disorder, 0];
  });
}

/** Nats above which nothing is likelier. */
const MOST = 30;

/** From 0 to 1: among all that the tail may go on in, and all that may go on in the head. */
function likelihoods(pairs: readonly BrokenPair[]): readonly number[] {
  const [fromTail, toHead] = [new Map<number, number>(), new Map<number, number>()];
  const odds = pairs.map(({ weight }) => Math.exp(Math.min(MOST, weight)));
  for (const [place, { left, right }] of pairs.entries()) {
    fromTail.set(left, (fromTail.get(left) ?? 1) + odds[place]!);
    toHead.set(right, (toHead.get(right) ?? 1) + odds[place]!);
  }
  return pairs.map(({ left, right }, place) => odds[place]! / Math.sqrt(fromTail.get(left)! * toHead.get(right)!));
}
