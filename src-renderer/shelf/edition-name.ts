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

/** Of the interface's sans face, in ems and a little more: a Han character or its mark is as wide as it is high, all else about half of that. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.6), 0);

/** The same in a narrow place: the first pages and how many there are, where all of them would be cut off; at the least how many. `room` in ems. */
export function pagesWithin(t: TFunction<string>, pages: readonly string[], language: string, room: number): string {
  const whole = pagesName(t, pages, language);
  if (widthOf(whole) <= room) return whole;
  const some = [2, 1].map((shown) => t('shelf:pages-some', { count: pages.length, pages: listPages(pages.slice(0, shown), language) }));
  return some.find((words) => widthOf(words) <= room) ?? t('shelf:pages-count', { count: pages.length });
}

/** Room in ems beside other words, in a row of so many pixels with that gap between its words. */
export function roomBeside(words: string, row: { readonly width: number; readonly gap: number; readonly em: number }): number {
  return (row.width - row.gap) / row.em - widthOf(words);
}
