/** What each piece of the evidence of a break is worth, in nats. Data only, written by `npm run train:breaks`; the evidence is named in break-evidence.ts. */
export interface BreakWeights {
  /** Of tail, head, elsewhere and pair, where each pair is weighed by itself. */
  readonly first: readonly number[];
  /** The same where all have been weighed once, beside `around`. */
  readonly again: readonly number[];
  readonly around: readonly number[];
}

export const BREAK_WEIGHTS: BreakWeights = {
  first: [
    -0.07, 0.67, -2.9, 2.77, 0.01, 0.16, -0.46, -0.5, 1.23, 0.89, 0.06, -0.75, 3.28, -0.85, 0.59, 0.37, 0.81, 1.05, -0.42, -3.07, 0.79,
    0.53, 0.31, 0.56, 1.03,
  ],
  again: [
    -0.1, 0.51, -2.71, 2.74, 0.02, 0.2, -0.5, -0.5, 1.02, 0.85, 0.09, -0.59, 1.03, -0.92, 0.59, 0.36, 0.77, 1.07, -0.43, -2.9, 0.84, 0.53,
    0.32, 0.54, 1.03,
  ],
  around: [2.93, 2.62, -4.6, 0.63, -1.03],
};
