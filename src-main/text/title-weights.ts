/** Nats for each piece of a short line's evidence, in the order of title-evidence.ts. Data only, written by `npm run train:headings`. */
export const TITLE_WEIGHTS: readonly number[] = [
  0.87, 0.58, 1.97, 0.85, -1.1, -2.12, -0.98, -1.25, -1.36, -1.45, -0.8, -2.55, -0.28, -0.06, -1.37, 0.25, -0.15, -0.64, 0.93, 2.43, 2.32,
  -0.92, 0.35, 0.38, -0.16, -0.29, 0.09, 0.21, -0.15, -1.45, 1.52, -0.82, 2.3, 1.37, -0.92, 1.64, -0.14, -0.8, -0.36, -0.3, -1.3, -1.31,
  -3.92,
];
