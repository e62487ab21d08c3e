/** What belongs between two pieces of one paragraph that a break has parted: a line's end, a jump, another piece's place. */
import { isLatinText } from '../contract/latin-text';

/** A space belongs between Latin words, and between the figures of a Latin text; between Han characters nothing does. */
export function glueBetween(before: string, next: string): '' | ' ' {
  // 1.|0%: a decimal, unless the text is Latin.
  const inFigure = /[0-9][.,:]?$/.test(before) && /^[A-Za-z0-9]/.test(next);
  if (inFigure) return isLatinText(before.slice(-40)) ? ' ' : '';
  return /[A-Za-z,.;:!?)'"]$/.test(before) && /^[A-Za-z('"0-9]/.test(next) ? ' ' : '';
}
