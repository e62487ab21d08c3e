/** Whether a fact about an edition was worked out rather than said, and from what. Pure. */
import type { TFunction } from 'i18next';
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

export type FactName = 'paper' | 'date' | 'page';

/** Facts that were worked out from the same. */
export interface InferredFacts {
  readonly from: 'name' | 'text';
  readonly facts: readonly FactName[];
}

/** Files whose page was worked out. */
export function filesWithInferredPage(files: Edition['files']): Edition['files'] {
  return files.filter(({ page }) => isInferred(page));
}

/** Which of an edition's facts were worked out, and from what; together where they were worked out from the same. */
export function inferredFrom({ paper, date, files }: Pick<Edition, 'paper' | 'date' | 'files'>): readonly InferredFacts[] {
  const found = new Map<InferredFacts['from'], Set<FactName>>();
  const note = (name: FactName, fact: Fact<string>): void => {
    const from = originOf(fact);
    if (from !== null) found.set(from, (found.get(from) ?? new Set()).add(name));
  };
  note('paper', paper);
  note('date', date);
  for (const { page } of files) note('page', page);
  return [...found].map(([from, facts]) => ({ from, facts: [...facts] }));
}

/** In words: "报名、日期据文件名". */
export function inferredWords(t: TFunction<string>, inferred: readonly InferredFacts[]): string {
  const listed = (facts: readonly FactName[]): string => {
    const [one, two, three] = facts.map((name) => t(`app:fact-${name}`));
    return three !== undefined
      ? t('app:fact-three', { one, two, three })
      : two !== undefined
        ? t('app:fact-two', { one, two })
        : (one ?? '');
  };
  return inferred.map(({ from, facts }) => t(`app:fact-from-${from}`, { facts: listed(facts) })).join(t('app:fact-comma'));
}
