/** Queries as text: what a suggestion or a facet looks like when it is typed. Pure. The language itself is the library's (src-main/search). */
import type { Suggestion } from '../../src-main/contract/model';

const fieldOf: Readonly<Record<Suggestion['kind'], string>> = {
  headline: '标题',
  byline: '记者',
  column: '栏目',
  place: '地',
  paper: '报',
};

/** A value of several words, or one with a sign of the language in it, goes between quotes. */
function quoted(value: string): string {
  return /[\s:："“”\-()（）]/u.test(value) ? `"${value.replace(/["“”]/gu, ' ').trim()}"` : value;
}

export function queryOfSuggestion({ kind, text }: Pick<Suggestion, 'kind' | 'text'>): string {
  return `${fieldOf[kind]}:${quoted(text)}`;
}

/** All that is suggested is, but the article of a query that leaves something out: it may hold just that. */
export function isUseful({ kind }: Suggestion, typed: string): boolean {
  return kind !== 'headline' || !/(?:^|\s)-\S/u.test(typed);
}

export interface Misreading {
  readonly kind: 'meant-or' | 'meant-not' | 'meant-part' | 'meant-date';
  readonly at: string;
  /** The query as it was probably meant. */
  readonly instead: string;
}

/** Between two words. */
const eitherWord = /(?<=\S\s+)(?:或者?|\||or)(?=\s+\S)/u;

/** Before a word. */
const notWord = /(?<=^|\s)(?:NOT|not)\s+(?=\S)/u;

/** A day or a month with nothing before it; a year alone is found as text often enough. */
const bareDate = /(?<=^|\s)(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|(\d{2})(\d{2}))(?=$|\s)/gu;

function isoOf(year: string, month?: string, day?: string): string | null {
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  const [monthNumber = 0, dayNumber = 1] = parts.map(Number);
  const isOne = monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= new Date(Number(year), monthNumber, 0).getDate();
  return isOne ? [year, ...parts].join('-') : null;
}

/** What was typed with every bare day and month, however it is written, as `written` gives it from yyyy-mm-dd or yyyy-mm. */
export function withDates(typed: string, written: (iso: string) => string): string {
  return typed.replace(bareDate, (date: string, year: string, month?: string, day?: string, solidMonth?: string, solidDay?: string) => {
    const iso = isoOf(year, month ?? solidMonth, day ?? solidDay);
    return iso === null ? date : written(iso);
  });
}

/**
 * What was searched as text but is a sign elsewhere. 或 between words is told of whatever is found, since it occurs in most articles;
 * the others only where nothing is.
 */
export function misreadingOf(typed: string, foundNothing: boolean): Misreading | null {
  if (typed.includes('"')) return null;
  const at = eitherWord.exec(typed)?.[0];
  if (at !== undefined && (foundNothing || at !== 'or'))
    return { kind: 'meant-or', at, instead: typed.replaceAll(new RegExp(eitherWord, 'gu'), 'OR') };
  const not = foundNothing ? notWord.exec(typed)?.[0] : undefined;
  if (not !== undefined) return { kind: 'meant-not', at: not.trim(), instead: typed.replaceAll(new RegExp(notWord, 'gu'), '-') };
  const dated = foundNothing ? withDates(typed, (iso) => `日期:${iso}`) : typed;
  if (dated !== typed) return { kind: 'meant-date', at: typed.match(bareDate)?.[0] ?? typed, instead: dated };
  if (foundNothing && /[\p{L}\p{N}][*＊]/u.test(typed)) return { kind: 'meant-part', at: '*', instead: typed.replace(/[*＊]/gu, '') };
  return null;
}

const syllable =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|i?ao|ian|i[aeu]|uang|uai|uan|u[aeion]|[aeiu]ng?|[ao]i|ao|ei|er|ou|[üv]e|[aeiouüv])/u;
const speltOut = new RegExp(`^(?:${syllable.source}['’\\s]*)+$`, 'iu');
/** Of names and headlines; among English words hardly one is without a vowel. */
const initials = /^[b-df-hj-np-tw-z]{2,8}$/iu;

/** Letters that may be Chinese spelt out, or its initials. */
export function mayBePinyin(typed: string): boolean {
  const letters = typed.trim();
  return letters.length > 1 && (speltOut.test(letters) || initials.test(letters));
}

/** It says itself which papers are meant. */
export function namesPaper(typed: string): boolean {
  return /(?:^|[\s(（])(?:报|報|报纸|報紙|paper)[:：]/iu.test(typed);
}

/** One example of every form, with the key of what it asks for. */
export const queryForms = [
  { example: '物流 快递', words: 'help-all' },
  { example: '"三级物流体系"', words: 'help-phrase' },
  { example: '物流 -快递', words: 'help-without' },
  { example: '物流 OR 电商', words: 'help-or' },
  { example: '标题:(物流 OR 电商)', words: 'help-group' },
  { example: '标题:物流', words: 'help-headline' },
  { example: '记者:杨小友', words: 'help-byline' },
  { example: '摄影:赵松', words: 'help-credit' },
  { example: '栏目:政务简报', words: 'help-column' },
  { example: '地:六盘水', words: 'help-place' },
  { example: '报:贵州日报', words: 'help-paper' },
  { example: '版:A2', words: 'help-page' },
  { example: '日期:2023-11..2023-12', words: 'help-date' },
  { example: '是:书签', words: 'help-bookmarked' },
  { example: '是:未读', words: 'help-unread' },
  { example: '类:图片', words: 'help-kind' },
] as const;
