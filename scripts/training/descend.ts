/** Least loss by Adam over all examples at once, its step falling to nothing. Deterministic. Training only. */

const FIRST = 0.9;
const SECOND = 0.999;
const LEAST = 1e-8;

/**
 * Changes the weights in place.
 * @param slope adds the loss's slope to its second argument, which begins at zero, and returns the loss
 */
export function descend(
  weights: Float64Array,
  slope: (weights: Float64Array, into: Float64Array) => number,
  options: { readonly rounds: number; readonly rate: number; readonly report?: (round: number, loss: number) => void },
): void {
  const slopes = new Float64Array(weights.length);
  const means = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  for (let round = 1; round <= options.rounds; round++) {
    slopes.fill(0);
    const loss = slope(weights, slopes);
    if (round % 50 === 0 || round === 1) options.report?.(round, loss);
    const rate = options.rate * (1 - (round - 1) / options.rounds);
    for (let at = 0; at < weights.length; at++) {
      means[at] = FIRST * means[at]! + (1 - FIRST) * slopes[at]!;
      squares[at] = SECOND * squares[at]! + (1 - SECOND) * slopes[at]! ** 2;
      const mean = means[at]! / (1 - FIRST ** round);
      weights[at]! -= (rate * mean) / (Math.sqrt(squares[at]! / (1 - SECOND ** round)) + LEAST);
    }
  }
}
