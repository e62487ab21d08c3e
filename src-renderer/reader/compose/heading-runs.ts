/**
 * Marks in headings: neighbours share their blank (CLREQ 3.1.6), a space after a closing mark is not set on top of its blank,
 * and the blank of an opening mark does not push a line in from its edge. Not for body text, which has room to give and take.
 */
import type { Run } from './break-lines';
import { isLatinText } from '../../../src-main/contract/latin-text';

const OPEN = '“‘（《〈「『【〔';
const CLOSE = '。，、；：？！”’）》〉」』】〕';
/** Half of a mark is blank, in em. */
const BLANK = 0.5;
const BLANK_BEFORE_SPACE = 0.3;

function squeezeAfter(mark: string, next: string): number {
  if (CLOSE.includes(mark)) {
    if (CLOSE.includes(next) || OPEN.includes(next)) return BLANK;
    return next === ' ' ? BLANK_BEFORE_SPACE : 0;
  }
  return OPEN.includes(mark) && OPEN.includes(next) ? BLANK : 0;
}

/** Blank before the ink of a line, in em. */
export function leadingBlank(text: string): number {
  return text !== '' && !isLatinText(text) && OPEN.includes(text[0] ?? '') ? BLANK : 0;
}

/** What a line loses by it, in em, the blank at its beginning included. */
export function squeezed(text: string): number {
  if (isLatinText(text)) return 0;
  let sum = leadingBlank(text);
  for (let index = 0; index + 1 < text.length; index += 1) sum += squeezeAfter(text[index] ?? '', text[index + 1] ?? '');
  return sum;
}

/** `spacing` is what every character has after it, in em. */
export function headingRuns(text: string, spacing: number): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  const last = isLatinText(text) ? 0 : text.length - 1;
  for (let index = 0; index < last; index += 1) {
    const less = squeezeAfter(text[index] ?? '', text[index + 1] ?? '');
    if (less === 0) continue;
    if (index > from) runs.push({ start: from, end: index, spacing, after: 0 });
    runs.push({ start: index, end: index + 1, spacing: spacing - less, after: 0 });
    from = index + 1;
  }
  if (from < text.length) runs.push({ start: from, end: text.length, spacing, after: 0 });
  return runs;
}
