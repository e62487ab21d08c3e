/**
 * A source's decoded text cut into rows short enough to draw: its lines, and long lines in pieces. Pure.
 * Offsets are UTF-16 code units, as everywhere; nothing is copied, so a text of tens of megabytes stays one string.
 */

/** A row longer than this would cost more to lay out than a screen of ordinary ones. */
const longestRow = 600;

export interface SourceRows {
  readonly count: number;
  /** Where each row begins, and the text's length at the end. */
  readonly starts: Int32Array;
  /** Line number of each row, from 1; pieces of one line share it. */
  readonly lines: Int32Array;
  readonly lastLine: number;
}

/** Lines end at LF, CR LF, CR, U+2028 or U+2029; the line end belongs to the row it ends. */
export function sourceRows(text: string): SourceRows {
  const starts: number[] = [];
  const lines: number[] = [];
  let line = 1;
  let start = 0;
  const ending = /\r\n|[\n\r\u2028\u2029]/gu;
  for (;;) {
    const found = ending.exec(text);
    const end = found ? found.index + found[0].length : text.length;
    for (let from = start; from < end || from === start;) {
      starts.push(from);
      lines.push(line);
      const to = Math.min(end, from + longestRow);
      // A surrogate pair is never cut in two.
      from = to < end && /[\uDC00-\uDFFF]/.test(text[to] ?? '') ? to + 1 : to;
      if (from >= end) break;
    }
    if (!found) break;
    start = end;
    line += 1;
  }
  const count = starts.length;
  starts.push(text.length);
  return { count, starts: Int32Array.from(starts), lines: Int32Array.from(lines), lastLine: line };
}

/** The row that holds an offset; the last one for offsets past the end. */
export function rowOfOffset(rows: SourceRows, offset: number): number {
  let low = 0;
  let high = rows.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lineOfOffset(rows: SourceRows, offset: number): number {
  return rows.lines[rowOfOffset(rows, offset)] ?? 1;
}

const rowsOfTexts = new WeakMap<object, SourceRows>();

/** Line of an offset in a text that is asked for again and again: it is cut into rows once. */
export function lineIn(source: { readonly text: string }, offset: number): number {
  const rows = rowsOfTexts.get(source) ?? sourceRows(source.text);
  rowsOfTexts.set(source, rows);
  return lineOfOffset(rows, offset);
}
