/**
 * The day as mastheads set it, on lines of its own: 2024年3月 over 18, or 18 over it, or beside it 星期一. What reads a line at a time takes
 * the one for a title and the other for the page's number.
 */
import { narrowDigits } from './line-ends';

const MONTH = /^(?:[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3})\s*年\s*(?:0?[1-9]|1[0-2]|十?[一二三四五六七八九]|十)\s*月$/u;
const DAY = /^(?:(?:0?[1-9]|[12][0-9]|3[01])日?|(?:[二三]?十)?[一二三四五六七八九]日|[二三]?十日|(?:廿|卅)[一二三四五六七八九]?日)$/u;

/** Lines at a page's beginning among which its masthead is. */
export const LONGEST_MASTHEAD = 8;

export interface PartedDay {
  /** Where among the lines its month stands, and its day. */
  readonly month: number;
  readonly day: number;
  /** Both together, in figures of half width: 2024年3月18日. */
  readonly printed: string;
}

/** Null where none of the page's first lines are such; a number on both sides of the month is the day below it. */
export function partedDay(lines: readonly string[]): PartedDay | null {
  const narrow = lines.slice(0, LONGEST_MASTHEAD).map((line) => narrowDigits(line).trim());
  const month = narrow.findIndex((line) => MONTH.test(line));
  if (month < 0) return null;
  const day = [month + 1, month - 1].find((at) => DAY.test(narrow[at] ?? ''));
  return day === undefined ? null : { month, day, printed: `${narrow[month]}${narrow[day]!.replace('日', '')}日` };
}
