/**
 * Leaves out what stands blank between two Han characters. Chinese is written without blanks between words; print sets one into names of
 * two characters (李 强) and short titles, and a headline goes on in its next line. A blank beside a letter, a digit or a mark stays.
 * Pure; both sides of the border use it, so that what is looked up and what is found in an article agree. Texts come with plain blanks
 * (U+0020) for all white space, as folding leaves them: most have none, and then nothing is done.
 */
import type { Span } from './model';

export interface SqueezedText {
  readonly text: string;
  /** For each unit of `text` where it stands in the original; null where nothing was left out. */
  readonly offsets: Uint32Array | null;
}

/** Every white space, the full-width blank and the ends of lines among them, as a plain blank. The length stays. */
export const withPlainBlanks = (text: string): string => text.replace(/\s/gu, ' ');

const BLANK = 0x20;
const ENDS_IN_HAN = /\p{Script=Han}$/u;
const BEGINS_WITH_HAN = /^\p{Script=Han}/u;
/** The lowest of all Han characters: Latin text is told by it without a closer look. */
const LOWEST_HAN = 0x2e80;

/** The runs of blanks between two Han characters. */
function gapsOf(text: string): readonly Span[] {
  const gaps: Span[] = [];
  let end: number;
  for (let start = text.indexOf(' '); start >= 0; start = text.indexOf(' ', end)) {
    end = start + 1;
    while (end < text.length && text.charCodeAt(end) === BLANK) end += 1;
    if (start > 0 && end < text.length && standsBetweenHan(text, start, end)) gaps.push({ start, end });
  }
  return gaps;
}

function standsBetweenHan(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start - 1) < LOWEST_HAN || text.charCodeAt(end) < LOWEST_HAN) return false;
  return ENDS_IN_HAN.test(text.slice(Math.max(0, start - 2), start)) && BEGINS_WITH_HAN.test(text.slice(end, end + 2));
}

function textAround(text: string, gaps: readonly Span[]): string {
  let squeezed = '';
  let from = 0;
  for (const { start, end } of gaps) {
    squeezed += text.slice(from, start);
    from = end;
  }
  return squeezed + text.slice(from);
}

function offsetsAround(text: string, gaps: readonly Span[]): Uint32Array {
  const offsets = new Uint32Array(text.length);
  let length = 0;
  let from = 0;
  for (const { start, end } of [...gaps, { start: text.length, end: text.length }]) {
    for (let at = from; at < start; at += 1) {
      offsets[length] = at;
      length += 1;
    }
    from = end;
  }
  return offsets.subarray(0, length);
}

/** @param text with plain blanks */
export function squeezeText(text: string): string {
  const gaps = gapsOf(text);
  return gaps.length === 0 ? text : textAround(text, gaps);
}

/** @param text with plain blanks */
export function squeeze(text: string): SqueezedText {
  const gaps = gapsOf(text);
  return gaps.length === 0 ? { text, offsets: null } : { text: textAround(text, gaps), offsets: offsetsAround(text, gaps) };
}

/** Where the stretch `[start, end)` of the squeezed text, at least one unit long, stands in the original: from its first unit to its last. */
export function originalSpan({ offsets }: SqueezedText, start: number, end: number): Span {
  return offsets === null ? { start, end } : { start: offsets[start]!, end: offsets[end - 1]! + 1 };
}
