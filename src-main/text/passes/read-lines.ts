import { isBlank, isLineBreak, revised } from '../document';
import type { Document, Line } from '../document';

/** Cuts the text into its physical lines, without the white space around them. Line ends may be LF, CRLF, CR or any of UAX #14's. */
export function readLines(document: Document): Document {
  const { text } = document;
  const lines: Line[] = [];
  let blankLinesBefore = 0;
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
    const line = trimmed(text, at, end);
    if (line) {
      lines.push({ blankLinesBefore, ...line });
      blankLinesBefore = 0;
    } else if (at > 0) blankLinesBefore++;
    at = end + (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1);
  }
  return revised(document, { lines });
}

function trimmed(text: string, from: number, to: number): { start: number; end: number; indent: number } | null {
  let start = from;
  let indent = 0;
  while (start < to && isBlank(text.charCodeAt(start))) {
    const code = text.charCodeAt(start);
    indent += code === 0x3000 ? 1 : code === 0x09 ? 2 : code === 0x200b || code === 0xfeff ? 0 : 0.5;
    start++;
  }
  if (start === to) return null;
  let end = to;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end, indent };
}
