import type { TFunction } from 'i18next';
import type { LineChange } from '../../../src-main/contract/model';
import { assertNever } from '../../../src-main/contract/problem';

/** What a change does, in one short sentence. `line` counts from 1; null where it is not known. */
export function correctionWords(t: TFunction<string>, change: LineChange, line: number | null): string {
  const values = { line: line ?? '?' };
  switch (change.kind) {
    case 'role':
      return t('reader:correction-role', { ...values, role: t(`reader:role-${change.role}`) });
    case 'notice':
      return t(`reader:correction-notice-${change.answer}`, { ...values, finding: t(`reader:notice-kind-${change.notice}`) });
    case 'begin-article':
    case 'join':
    case 'split':
    case 'leave-out':
    case 'merge':
      return t(`reader:correction-${change.kind}`, values);
    case 'move':
      return t(change.rest ? 'reader:correction-move-rest' : 'reader:correction-move', values);
    default:
      return assertNever(change);
  }
}
