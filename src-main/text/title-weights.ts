/** Nats for each piece of a short line's evidence, in the order of title-evidence.ts. Data only, written by `npm run train:headings`. */
export const TITLE_WEIGHTS: readonly number[] = [
  0.77, 0.55, 1.79, 1.02, -1.17, -2.14, -1.06, -1.48, -1.26, -1.5, -0.65, -2.69, -0.3, -0.08, -1.49, 0.25, -0.17, -0.29, 1.11, 2.56, 2.46,
  -1.09, 0.26, 0.26, -0.18, -0.32, 0.08, 0.19, -0.15, -1.6, 1.45, -0.62, 2.44, 1.38, -1.28, 1.67, -0.29, -0.42, -0.37, -0.33, -1.59, -1.36,
  -3.87,
];
