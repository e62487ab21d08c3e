/** Nats for each piece of a short line's evidence, in the order of title-evidence.ts. Data only, written by `npm run train:headings`. */
export const TITLE_WEIGHTS: readonly number[] = [
  1, 0.58, 1.08, 0.11, -1.61, -2.86, -0.56, 0.19, -1.47, -1.29, -1.83, -2.67, -0.28, 0.03, -2.01, 0.06, -0.06, -2, 0.42, 2.9, 2.25, -0.18,
  0.16, 0.61, -0.1, -0.39, 0.12, 0.19, -0.17, 0.18, 1.99, -0.24, 1.41, 1.1, -0.89, 2.02, 0.06, -0.72,
];
