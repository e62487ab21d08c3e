/** Short lines of known pages -> the weights of title-evidence.ts: logistic regression. Training only. */
import { descend } from './descend';
import type { TitleExample } from './heading-examples';

export interface WeightedTitle extends TitleExample {
  /** What it counts beside others. */
  readonly worth: number;
}

export function fitTitles(
  titles: readonly WeightedTitle[],
  options: { readonly penalty: number; readonly rounds: number; readonly rate: number },
): readonly number[] {
  const features = titles[0]!.evidence.length;
  const weights = new Float64Array(features);
  descend(
    weights,
    (now, into) => {
      let loss = 0;
      for (const { evidence, title, worth } of titles) {
        let sum = 0;
        for (let at = 0; at < features; at++) sum += now[at]! * evidence[at]!;
        const share = 1 / (1 + Math.exp(-sum));
        loss -= worth * Math.log(Math.max(1e-12, title ? share : 1 - share));
        const slope = worth * (share - (title ? 1 : 0));
        for (let at = 0; at < features; at++) into[at]! += slope * evidence[at]!;
      }
      for (let at = 0; at < features; at++) {
        loss += (options.penalty * now[at]! ** 2) / 2;
        into[at]! += options.penalty * now[at]!;
      }
      return loss;
    },
    options,
  );
  return Array.from(weights);
}
