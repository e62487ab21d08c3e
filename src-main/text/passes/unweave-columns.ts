import type { Document, Line } from '../document';
import { columnLine, linkScore } from '../wrapping/link-lines';
import type { ColumnLine, ColumnShape } from '../wrapping/link-lines';
import { measureColumns } from '../wrapping/measure-width';
import { orderStretch } from '../wrapping/order-stretch';
import { splitRows } from '../wrapping/split-rows';
import type { Row } from '../wrapping/split-rows';
import { findWovenStretches } from '../wrapping/woven-stretches';

/** Pages whose columns were read row by row: each column's lines are put together again. Identity where nothing is woven. */
export function unweaveColumns(document: Document): Document {
  const rows = splitRows(document);
  const lines = rows.flat();
  const flat = { ...document, lines };
  const widths = measureColumns(flat);
  if (lines.length === document.lines.length && !widths.some((width) => width > 0)) return document;
  const woven = wovenColumns(flat, rows, widths);
  if (woven.length === 0) return document;
  const link = linker(flat, widths);
  const ordered: Line[] = [];
  let at = 0;
  for (const [index, stretch] of woven.entries()) {
    const from = stretch[0]?.[0] ?? at;
    const end = woven[index + 1]?.[0]?.[0] ?? lines.length;
    if (from < at) continue;
    ordered.push(...lines.slice(at, from));
    const next = from + stretch.reduce((sum, column) => sum + column.length, 0);
    const order = orderStretch(stretch, next, end, link);
    for (const line of order.lines) ordered.push(lines[line] as Line);
    at = order.next;
  }
  ordered.push(...lines.slice(at));
  return { ...document, lines: ordered };
}

type Columns = readonly (readonly number[])[];

/** Stretches of rows set side by side, and stretches of lines that take turns, in file order. */
function wovenColumns(document: Document, rows: readonly Row[], widths: Float32Array): readonly Columns[] {
  const found: Columns[] = [];
  let at = 0;
  let row = 0;
  while (row < rows.length) {
    const cells = (rows[row] as Row).length;
    let last = row;
    while (last < rows.length && (rows[last] as Row).length === cells) last += 1;
    if (cells > 1)
      found.push(
        Array.from({ length: cells }, (_, column) => Array.from({ length: last - row }, (__, index) => at + index * cells + column)),
      );
    else found.push(...turnTaking(document, at, at + last - row, widths));
    at += (last - row) * cells;
    row = last;
  }
  return found;
}

function turnTaking(document: Document, from: number, to: number, widths: Float32Array): readonly Columns[] {
  const found: Columns[] = [];
  let at = from;
  while (at < to) {
    let end = at + 1;
    const wrapped = (widths[at] as number) > 0;
    while (end < to && (widths[end] as number) > 0 === wrapped) end += 1;
    if (wrapped) {
      const start = at;
      const link = linker(document, widths);
      for (const stretch of findWovenStretches(end - at, (before, after) => link(start + before, start + after)))
        found.push(
          Array.from({ length: stretch.columns }, (_, column) =>
            Array.from(
              { length: Math.ceil((stretch.to - stretch.from - column) / stretch.columns) },
              (__, index) => start + stretch.from + index * stretch.columns + column,
            ),
          ),
        );
    }
    at = end;
  }
  return found;
}

/** Link scores between lines of the document, each line read once. */
function linker(document: Document, widths: Float32Array): (before: number, after: number) => number {
  const read = new Map<number, ColumnLine>();
  const indents = hasIndents(document);
  const lineAt = (index: number): ColumnLine => {
    const known = read.get(index);
    if (known) return known;
    const made = columnLine(document, document.lines[index] as Line, (widths[index] as number) / 2);
    read.set(index, made);
    return made;
  };
  return (before, after) => {
    const shape: ColumnShape = { width: (widths[before] as number) / 2, indents };
    return linkScore(document.language, lineAt(before), lineAt(after), shape);
  };
}

function hasIndents(document: Document): boolean {
  const indented = document.lines.filter((line) => line.indent > 0).length;
  return indented >= 2 && indented > document.lines.length * 0.04 && indented < document.lines.length * 0.75;
}
