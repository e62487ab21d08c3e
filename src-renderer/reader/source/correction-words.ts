/** How each change that the reader makes is worded. Not for making it: see corrections.ts. */
import type { TFunction } from 'i18next';
import type { Article, LineChange, SourceId } from '../../../src-main/contract/model';
import { assertNever } from '../../../src-main/contract/problem';
import { articleAt } from '../beginning-of';
import { titleOf } from '../title-of';

/**
 * What a change does, in one short sentence.
 * @param line counts from 1; null where it is not known
 * @param into as `destinationOf` has it
 */
export function correctionWords(t: TFunction<string>, change: LineChange, line: number | null, into: Article | null): string {
  const values = { line: line ?? '?', ...(into ? { into: titleOf(into, (page) => t('reader:jump-from', { page })) } : {}) };
  const named = into ? '-into' : '';
  switch (change.kind) {
    case 'role':
      return t('reader:correction-role', { ...values, role: t(`reader:role-${change.role}`) });
    case 'notice':
      return t(`reader:correction-notice-${change.answer}`, { ...values, finding: t(`reader:notice-kind-${change.notice}`) });
    case 'begin-article':
    case 'join':
    case 'split':
    case 'leave-out':
      return t(`reader:correction-${change.kind}`, values);
    case 'merge':
      return t(`reader:correction-merge${named}`, values);
    case 'move':
      return t(`reader:correction-move${change.rest ? '-rest' : ''}${named}`, values);
    default:
      return assertNever(change);
  }
}

/** The article that a change takes its line to; null where it takes it to none, or none is known. */
export function destinationOf(contents: readonly Article[], source: SourceId, change: LineChange): Article | null {
  return change.kind === 'move' || change.kind === 'merge' ? articleAt(contents, { source, offset: change.to }) : null;
}
