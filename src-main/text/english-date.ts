/** Days as English papers print them: TUESDAY EVENING. FEBRUARY 17, 1824. — Friday, Dec. 1st, 2023 — The Evening Post, 5 March 2024. Pure. */
import type { Confidence, Span } from '../contract/model';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '([0-3]?[0-9])(?:st|nd|rd|th)?';
const YEAR = '((?:1[6-9]|20)[0-9]{2})(?![0-9])';
const MONTH_FIRST = new RegExp(`\\b${MONTH}[.,\\s]+${DAY}[.,\\s]*${YEAR}`, 'iu');
const DAY_FIRST = new RegExp(`(?<![0-9])${DAY}\\s+(?:of\\s+)?${MONTH}[.,\\s]+${YEAR}`, 'iu');
const WEEKDAY = /\b(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day\b|\b)/iu;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** A running head is short, and its words begin with capitals but for the smallest. */
const LONGEST_LINE = 80;
const SENTENCE_WORD = /(?:^|\s)(?!(?:of|the|and|no|vol|price|evening|morning)\b)[a-z]{2,}/u;

export interface EnglishDay extends Span {
  /** ISO day. */
  readonly day: string;
  /** Certain where the weekday beside it is the one the calendar has. */
  readonly confidence: Confidence;
}

/**
 * The day in a line that is nothing but a running head or a dateline; null for a sentence that tells of a day, for a day the calendar has
 * not, and for one that falls on another weekday than the line says.
 */
export function readEnglishDay(line: string): EnglishDay | null {
  if (line.length > LONGEST_LINE || !/[A-Za-z]/.test(line) || !/(?:1[6-9]|20)[0-9]{2}/.test(line)) return null;
  const monthFirst = MONTH_FIRST.exec(line);
  const found = monthFirst ?? DAY_FIRST.exec(line);
  if (!found) return null;
  const [month, day] = monthFirst ? [found[1], found[2]] : [found[2], found[1]];
  const start = found.index;
  const end = start + found[0].length;
  if (SENTENCE_WORD.test(line.slice(0, start)) || SENTENCE_WORD.test(line.slice(end))) return null;
  const date = new Date(Date.UTC(Number(found[3]), MONTHS.indexOf(month!.slice(0, 3).toLowerCase()), Number(day)));
  if (date.getUTCDate() !== Number(day)) return null;
  const weekday = WEEKDAY.exec(`${line.slice(0, start)} ${line.slice(end)}`)?.[1];
  if (weekday !== undefined && WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()) !== date.getUTCDay()) return null;
  return { start, end, day: date.toISOString().slice(0, 10), confidence: weekday === undefined ? 'likely' : 'certain' };
}
