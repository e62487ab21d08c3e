/** What an edition is called in a sentence: its paper and its day. */
import type { TFunction } from 'i18next';
import type { EditionSummary } from '../../src-main/contract/model';
import { formatPlainDay } from '../language/format-period';
import { listPages } from '../language/list-pages';

/** `t` may belong to any feature. */
export function editionName(t: TFunction<string>, { paper, date }: Pick<EditionSummary, 'paper' | 'date'>, language: string): string {
  return paperAndDay(t, { paper: paper.value, date: date.value }, language);
}

/** The same of what knows no more of its edition. */
export function paperAndDay(
  t: TFunction<string>,
  { paper, date }: { readonly paper: string | null; readonly date: string | null },
  language: string,
): string {
  return `${paper ?? t('shelf:paper-unknown')} ${date === null ? t('shelf:date-unknown') : formatPlainDay(date, language)}`;
}

/** Empty where no page is known. */
export function pagesName(t: TFunction<string>, pages: readonly string[], language: string): string {
  return pages.length === 0 ? '' : t('shelf:pages', { count: pages.length, pages: listPages(pages, language) });
}
