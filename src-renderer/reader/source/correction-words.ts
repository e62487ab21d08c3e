/** How each change that the reader makes is worded. Not for making it: see corrections.ts. */
import type { TFunction } from 'i18next';
import type { Article, LineChange, Notice, Place, SourceId } from '../../../src-main/contract/model';
import { assertNever } from '../../../src-main/contract/problem';
import { articleAt } from '../beginning-of';
import { markOfNotice } from '../notice-words';
import { titleOf } from '../title-of';

type Answer = LineChange & { readonly kind: 'notice' };

/**
 * What the reader said to a finding, as the button for it does.
 * @param rule why it was found, where that is known: it may say more than what kind of finding it is
 */
export function answerWords(t: TFunction<string>, { notice, answer }: Pick<Answer, 'notice' | 'answer'>, rule?: string): string {
  const kind = `reader:notice-kind-${notice}`;
  const said = `reader:correction-notice-${answer}`;
  return t([`${said}-${markOfNotice[notice]}`, said], { finding: t([`${kind}-${rule}`, kind]) });
}

export interface CorrectionFacts {
  /** Of the file, from 1; null where it is not known. */
  readonly line: number | null;
  /** As `destinationOf` has it. */
  readonly into: Article | null;
  /** Line of the text that it came to stand behind, as `offsetBefore` has it; null where none is known. */
  readonly after: number | null;
  /** As `ruleOf` has it. */
  readonly rule?: string | undefined;
}

/** What a change does, in one short sentence. */
export function correctionWords(t: TFunction<string>, change: LineChange, { line, into, after, rule }: CorrectionFacts): string {
  const values = { line: line ?? '?', ...(into ? { into: titleOf(into, (page) => t('reader:jump-from', { page })) } : {}) };
  const named = into ? '-into' : '';
  switch (change.kind) {
    case 'role':
      return t('reader:correction-role', { ...values, role: t(`reader:role-${change.role}`) });
    case 'notice':
      return answerWords(t, change, rule);
    case 'begin-article':
    case 'join':
    case 'split':
    case 'leave-out':
      return t(`reader:correction-${change.kind}`, values);
    case 'merge':
      return t(`reader:correction-merge${named}`, values);
    case 'move':
      return t(`reader:correction-move${change.rest ? '-rest' : ''}${named}${into ? placeOf(change, after) : ''}`, { ...values, after });
    default:
      return assertNever(change);
  }
}

/** Named where the reader has named it: the article may be the one it was in before. */
function placeOf({ after }: LineChange & { readonly kind: 'move' }, line: number | null): '' | '-first' | '-after' {
  if (after === null) return '-first';
  return after === undefined || line === null ? '' : '-after';
}

/** Where the text stands that a change puts its line behind, in UTF-16 units; null where it names none. */
export function offsetBefore(change: LineChange): number | null {
  return change.kind === 'move' ? (change.after ?? null) : null;
}

/** The article that a change takes its line to; null where it takes it to none, or none is known. */
export function destinationOf(contents: readonly Article[], source: SourceId, change: LineChange): Article | null {
  return change.kind === 'move' || change.kind === 'merge' ? articleAt(contents, { source, offset: change.to }) : null;
}

/** Why the finding was found that an answer is about; not known of one that was dismissed, which is no finding any more. */
export function ruleOf(contents: readonly Article[], { source, offset }: Place, change: LineChange): string | undefined {
  if (change.kind !== 'notice') return undefined;
  const isMeant = ({ kind, spans: [span] }: Notice) => kind === change.notice && span?.source === source && span.start === offset;
  return contents.flatMap(({ notices }) => notices).find(isMeant)?.judgement.rule;
}
