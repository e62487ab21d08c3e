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

/** What tells an edition without a name from others: its lead headline, else its first file; null where its paper is known, or nothing is. */
export function leadOf({ paper, headlines, fileNames }: Pick<EditionSummary, 'paper' | 'headlines' | 'fileNames'>): string | null {
  return paper.value === null ? (headlines[0] ?? fileNames[0] ?? null) : null;
}

/** Of a longer headline the beginning says enough in a sentence. */
const longestLead = 24;

/** Its name in a sentence of its own, where others without a name may be meant as well. */
export function nameInSentence(
  t: TFunction<string>,
  edition: Pick<EditionSummary, 'paper' | 'date' | 'headlines' | 'fileNames'>,
  language: string,
): string {
  const name = editionName(t, edition, language);
  const lead = leadOf(edition);
  if (lead === null) return name;
  const letters = [...lead];
  return t('shelf:named-by-lead', { name, lead: letters.length > longestLead ? `${letters.slice(0, longestLead).join('')}…` : lead });
}

/**
 * What stands beside one of several printings of an article to say in which edition without a name it is: a lead that is the title above them says
 * nothing there, and its file does.
 */
export function leadBeside(edition: EditionSummary | undefined, title: string | null): string | null {
  const lead = edition ? leadOf(edition) : null;
  return lead !== null && lead === title ? (edition?.fileNames[0] ?? lead) : lead;
}

/** Empty where no page is known. */
export function pagesName(t: TFunction<string>, pages: readonly string[], language: string): string {
  return pages.length === 0 ? '' : t('shelf:pages', { count: pages.length, pages: listPages(pages, language) });
}
