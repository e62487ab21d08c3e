/** Whether a fact about an edition was worked out rather than said, and from what. Pure. */
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { Edition, Fact } from '../../src-main/contract/model';

export function isInferred(fact: Fact<string>): boolean {
  return fact.value !== null && fact.judgement.rule !== CONFIRMED_RULE && fact.judgement.confidence !== 'certain';
}

/** Read off the name of the file or its folder, not out of the text. */
export function isFromName({ judgement }: Fact<string>): boolean {
  return judgement.rule === 'file-name';
}

function originOf(fact: Fact<string>): 'name' | 'text' | null {
  if (!isInferred(fact)) return null;
  return isFromName(fact) ? 'name' : 'text';
}

/** Which of an edition's facts were worked out, and from what; as one where paper and day were worked out from the same. */
export function inferredFrom({
  paper,
  date,
}: Pick<Edition, 'paper' | 'date'>): readonly `${'paper' | 'date' | 'both'}-${'name' | 'text'}`[] {
  const ofPaper = originOf(paper);
  const ofDate = originOf(date);
  if (ofPaper !== null && ofPaper === ofDate) return [`both-${ofPaper}`];
  return [...(ofPaper === null ? [] : [`paper-${ofPaper}` as const]), ...(ofDate === null ? [] : [`date-${ofDate}` as const])];
}
