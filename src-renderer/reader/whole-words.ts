/** Where a few characters are shown of a text, its words and numbers are whole, and no quotation need begin in its middle. Pure. Not for cutting titles. */
import type { Span } from '../../src-main/contract/model';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Farther than this, in UTF-16 units, no word is looked for, and no quotation mark. */
const REACH = 24;
const QUOTATION_REACH = 12;
const NUMBER_LAST = /[\d\uff10-\uff19%％]$/u;
const PERCENT_FIRST = /^[%％]/u;
const OPENING = '“‘（《「『【(';
const CLOSING = '”’）》」』】)';

/** Where the last words of a stretch of the text begin that have at least `length` units. */
export function beginningOfLastWords(text: string, stretch: Span, length: number): number {
  const wished = stretch.end - length;
  if (wished <= stretch.start) return stretch.start;
  let at = wordAround(text, stretch, wished).start;
  // A number stays with what it counts.
  while (at > stretch.start && NUMBER_LAST.test(text.slice(stretch.start, at))) at = wordAround(text, stretch, at - 1).start;
  return at;
}

/** Where its first ones end. */
export function endOfFirstWords(text: string, stretch: Span, length: number): number {
  const wished = stretch.start + length;
  if (wished >= stretch.end) return stretch.end;
  const { end } = wordAround(text, stretch, wished - 1);
  return PERCENT_FIRST.test(text.slice(end, stretch.end)) ? end + 1 : end;
}

function wordAround(text: string, stretch: Span, at: number): Span {
  const from = Math.max(stretch.start, at - REACH);
  const word = segmenter.segment(text.slice(from, Math.min(stretch.end, at + REACH))).containing(at - from);
  return word ? { start: from + word.index, end: from + word.index + word.segment.length } : { start: at, end: at + 1 };
}

/** Where the quotation begins in whose middle `at` stands; `at` itself where that is in none, or too far behind its beginning. */
export function beginningOfQuotation(text: string, stretch: Span, at: number): number {
  let open = 0;
  for (const character of text.slice(at, stretch.end)) {
    if (OPENING.includes(character)) open += 1;
    else if (CLOSING.includes(character)) open -= 1;
    if (open >= 0) continue;
    const from = Math.max(stretch.start, at - QUOTATION_REACH);
    const found = text.slice(from, at).lastIndexOf(OPENING.charAt(CLOSING.indexOf(character)));
    return found < 0 ? at : from + found;
  }
  return at;
}
