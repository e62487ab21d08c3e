/** How lines begin and end: finished or open, head or middle of a sentence. Pure text cues; the language model weighs the rest. */
import { unitsOf } from './units';

const isSentenceEnd = unitsOf('。！？!?…；;');
const isFullStop = unitsOf('。！？!?…');
const leadsOn = unitsOf('：:—');
const isOpenEnd = unitsOf('，、,（(“‘「『《〈【-+·');
const isCloser = unitsOf('”’」』）)】》〉"\'');
const isHeadless = unitsOf('，。、；：！？）】》」』”’…,.;:!?)]%％');

/** The last character under closing quotes and brackets; NaN for no text. */
function lastMeaning(text: string): number {
  let index = text.length - 1;
  while (index > 0 && isCloser(text.charCodeAt(index))) index--;
  return text.charCodeAt(index);
}

const POINT = 0x2e;

/** A figure at the end of a sentence of Latin words: proposed in 2011. */
const LATIN_BEFORE_FIGURE = /[A-Za-z]{2,}[,;]?\s[$£€]?[0-9][0-9,.]*\.$/;

/** A sentence or a list item is over here: 。！？…；, also inside quotes, or a dash or colon that leads on to the next paragraph. */
export function endsFinished(text: string): boolean {
  const last = lastMeaning(text);
  if (isSentenceEnd(last)) return true;
  if (leadsOn(text.charCodeAt(text.length - 1)) || text.endsWith('──')) return true;
  return last === POINT && (!/[0-9]\.$/.test(text) || LATIN_BEFORE_FIGURE.test(text));
}

/** Nothing but brackets, or brackets behind a sentence's end. */
const CLOSED_BY_BRACKETS = /(?:^|[。！？”…][\s\u3000]*)[（(][^（()）]{1,40}[）)]$/u;

/** Nothing goes on in the line below: （以当日公布为准）, …要不要紧？（读者 李梅）. */
export function isClosedByBrackets(text: string): boolean {
  return /[）)]$/u.test(text) && CLOSED_BY_BRACKETS.test(text.slice(-44));
}

export function endsWithFullStop(text: string): boolean {
  return isFullStop(lastMeaning(text));
}

/** Cannot be where a paragraph ends: the line breaks off at a comma, an opening bracket or with a quotation left open. */
export function endsOpen(text: string): boolean {
  return isOpenEnd(text.charCodeAt(text.length - 1));
}

/** Cannot be where a paragraph begins: punctuation that only follows something. */
export function beginsHeadless(text: string): boolean {
  return isHeadless(text.charCodeAt(0));
}

/** Width in full-width characters; Latin letters and figures count half. */
export function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    width += code < 0x2000 ? 0.5 : code >= 0xd800 && code < 0xe000 ? 0.5 : 1;
  }
  return width;
}

/** Figures of full width as those of half; the length stays. */
export function narrowDigits(line: string): string {
  if (!/[０-９]/.test(line)) return line;
  return line.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** A day as it was read from a picture: 2O24年3月l5日. */
const MISREAD_DAY = /(?<![A-Za-z0-9])[12lI][0-9OolI]{3}\s*年\s*[0-9OolI]{1,2}\s*月\s*[0-9OolI]{1,2}\s*日/gu;

/** Figures of half width, and letters taken for figures in a day put right; the length stays. */
export function figuresOfDay(line: string): string {
  const narrow = narrowDigits(line);
  return narrow.includes('年') ? narrow.replace(MISREAD_DAY, (day) => day.replace(/[Oo]/gu, '0').replace(/[lI]/gu, '1')) : narrow;
}
