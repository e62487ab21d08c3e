/** Whether a fact about an edition was worked out rather than said, and from what. Pure. */
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { Fact } from '../../src-main/contract/model';

export function isInferred(fact: Fact<string>): boolean {
  return fact.value !== null && fact.judgement.rule !== CONFIRMED_RULE && fact.judgement.confidence !== 'certain';
}

/** Read off the name of the file or its folder, not out of the text. */
export function isFromName({ judgement }: Fact<string>): boolean {
  return judgement.rule === 'file-name';
}
