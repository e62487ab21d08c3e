/** What an edition is called in a sentence: its paper and its day. */
import type { TFunction } from 'i18next';
import type { EditionSummary } from '../../src-main/contract/model';
import { formatPlainDay } from '../language/format-period';

/** `t` may belong to any feature. */
export function editionName(t: TFunction<string>, { paper, date }: Pick<EditionSummary, 'paper' | 'date'>, language: string): string {
  return `${paper.value ?? t('shelf:paper-unknown')} ${date.value === null ? t('shelf:date-unknown') : formatPlainDay(date.value, language)}`;
}

/** Empty where no page is known. */
export function pagesName(t: TFunction<string>, pages: readonly string[]): string {
  const [first] = pages;
  const last = pages.at(-1);
  if (first === undefined) return '';
  return first === last ? t('shelf:page', { page: first }) : t('shelf:pages', { first, last });
}
