/**
 * Draws together words that are set wide: what stands blank between two Han characters of which each stands alone, as in names of two
 * characters (李 强) and short titles (简 讯), is left out. A blank beside a longer word parts it from the next (缓中趋稳 稳中求进) and stays.
 * Pure; both sides of the border use it, so that what is looked up and what is found in an article agree. Texts come with plain blanks
 * (U+0020) for all white space, as folding leaves them: most have none, and then nothing is done.
 */
import type { Span } from './model';

/** Every white space, the full-width blank and the ends of lines among them, as a plain blank. The length stays. */
export const withPlainBlanks = (text: string): string => text.replace(/\s/gu, ' ');

const BLANK = 0x20;
const ENDS_IN_ONE_HAN = /(?<!\p{Script=Han})\p{Script=Han}$/u;
const BEGINS_WITH_ONE_HAN = /^\p{Script=Han}(?!\p{Script=Han})/u;
/** The lowest of all Han characters: Latin text is told by it without a closer look. */
const LOWEST_HAN = 0x2e80;

/** The runs of blanks between two Han characters that each stand alone. */
function gapsOf(text: string): readonly Span[] {
  const gaps: Span[] = [];
  let end: number;
  for (let start = text.indexOf(' '); start >= 0; start = text.indexOf(' ', end)) {
    end = start + 1;
    while (end < text.length && text.charCodeAt(end) === BLANK) end += 1;
    if (start > 0 && end < text.length && standsBetweenLone(text, start, end)) gaps.push({ start, end });
  }
  return gaps;
}

function standsBetweenLone(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start - 1) < LOWEST_HAN || text.charCodeAt(end) < LOWEST_HAN) return false;
  return ENDS_IN_ONE_HAN.test(text.slice(Math.max(0, start - 4), start)) && BEGINS_WITH_ONE_HAN.test(text.slice(end, end + 4));
}

/**
 * The text itself where it has no such blank.
 * @param text with plain blanks
 */
export function squeezeText(text: string): string {
  const gaps = gapsOf(text);
  if (gaps.length === 0) return text;
  let squeezed = '';
  let from = 0;
  for (const { start, end } of gaps) {
    squeezed += text.slice(from, start);
    from = end;
  }
  return squeezed + text.slice(from);
}

/** Stands for the characters that a stretch may have been cut from. */
const CUT = '字';

/**
 * How a stretch may read in squeezed text: whether its first and its last character stand alone where it was taken from it cannot say itself.
 * A text holds the stretch, as printed or set wide, where its squeezed form holds one of these.
 * @param text with plain blanks, and none at its ends
 */
export function squeezedForms(text: string): readonly string[] {
  const forms = [
    squeezeText(text),
    squeezeText(CUT + text).slice(CUT.length),
    squeezeText(text + CUT).slice(0, -CUT.length),
    squeezeText(CUT + text + CUT).slice(CUT.length, -CUT.length),
  ];
  return [...new Set(forms)];
}

/**
 * Where stretches of the squeezed text stand in the text itself, each from its first unit to its last.
 * @param text with plain blanks
 * @param spans of `squeezeText(text)`, none of them empty
 */
export function originalSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const gaps = gapsOf(text);
  if (gaps.length === 0) return spans;
  const offsets = offsetsAround(text.length, gaps);
  return spans.map(({ start, end }) => ({ start: offsets[start]!, end: offsets[end - 1]! + 1 }));
}

/** For each unit of the squeezed text where it stands in the text itself. */
function offsetsAround(length: number, gaps: readonly Span[]): Uint32Array {
  const offsets = new Uint32Array(length);
  let units = 0;
  let from = 0;
  for (const { start, end } of [...gaps, { start: length, end: length }]) {
    for (let at = from; at < start; at += 1) {
      offsets[units] = at;
      units += 1;
    }
    from = end;
  }
  return offsets;
}
