/**
 * How every failure is worded: what happened, to which file, and what the reader can do. Not for showing it: see problem-notice.tsx.
 */
import type { TFunction } from 'i18next';
import { Problem } from '../../src-main/contract/problem';
import type { ProblemData } from '../../src-main/contract/model';

export interface ProblemWords {
  readonly what: string;
  readonly advice: string;
}

/** `t` may belong to any feature. A failure that is no `Problem` is worded as unexpected. */
export function problemWords(t: TFunction<string>, problem: unknown): ProblemWords {
  const data: ProblemData = problem instanceof Problem ? problem.data : isProblemData(problem) ? problem : { code: 'unexpected' };
  const values = { ...data.values, reference: data.reference ?? '' };
  const named = typeof data.values?.['name'] === 'string' && data.values['name'] !== '';
  return {
    what: (named
      ? t('app:problem-in-file', { ...values, what: t(`app:problem-${data.code}`, values) })
      : t(`app:problem-${data.code}`, values)
    ).trim(),
    advice: t(`app:advice-${data.code}`, values).trim(),
  };
}

function isProblemData(value: unknown): value is ProblemData {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
