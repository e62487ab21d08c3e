/**
 * Physical lines that hold a row of two or more columns side by side, with a gutter of white space between them -> one line for each cell.
 * A gutter counts only where it stands at the same place in several rows, so that spaced names and titles stay whole.
 */
import type { Document, Line } from '../document';
import { isBlank } from '../document';
import { isFiguresRow } from '../title-cues';

/** A row's cells from left to right; a line that is no row is its own only cell. */
export type Row = readonly Line[];

interface Cell {
  readonly start: number;
  readonly end: number;
  /** Where the cell's text begins on its row, in half characters. */
  readonly at: number;
  /** What stands before it is more than the one full-width blank that names are set wide with. */
  readonly apart: boolean;
}

/** Narrowest gutter, in half characters. */
const GUTTER = 2;
/** Indent that a cell may have beyond its column's edge, in half characters. */
const INDENT = 4;
/** Half characters by which an edge may seem displaced: not all agree on the width of dots and dashes. */
const SLACK = 2;
/** Characters in the widest row: a broadsheet's columns side by side, with their gutters. */
const WIDEST_ROW = 600;
/** Rows in a row (among this many neighbours) that must share the edge. */
const REACH = 12;
const LEAST_ROWS = 3;
/** Half characters of the narrowest column with its gutter. */
const NARROWEST_COLUMN = 16;
/** Cells that no page has columns side by side, and characters of the longest of them. */
const LEAST_TABLE_CELLS = 4;
const LONGEST_TABLE_CELL = 9;
/** Characters of a line by which it is known for a row of figures, or for longer than one. */
const LONGEST_FIGURES = 80;

export function splitRows(document: Document): readonly Row[] {
  const { text, lines } = document;
  const cells = withTables(
    text,
    lines.map((line) => gutterCells(text, line)),
  );
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    const own = cells[index] as readonly Cell[];
    if (own.length === 1) {
      rows.push([line]);
      continue;
    }
    const edge = sharedEdge(cells, index);
    const cut = edge === null ? -1 : cutAt(text, own, edge);
    rows.push(cut < 0 || edge === null ? [line] : cutLine(line, own, cut, edge));
  }
  return rows;
}

/** Cells of a row of a small table, characters of the longest, and rows of the longest such table: columns of a page that are as narrow are longer. */
const LEAST_CELLS = 3;
const LONGEST_CELL = 12;
const MOST_TABLE_ROWS = 12;

/** A few rows of short cells under each other, with lines that are no rows above and below, are a table: 省城 6:42. Its rows stay whole. */
function withTables(text: string, cells: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  let whole: (readonly Cell[])[] | null = null;
  let at = 0;
  while (at < cells.length) {
    let end = at;
    while (end < cells.length && cells[end]!.length > 1) end++;
    if (end - at > 1 && end - at <= MOST_TABLE_ROWS && cells.slice(at, end).every((row) => isShortRow(text, row))) {
      whole ??= [...cells];
      for (; at < end; at++) whole[at] = [{ ...cells[at]![0]!, end: cells[at]!.at(-1)!.end }];
    }
    at = end + 1;
  }
  return whole ?? cells;
}

function isShortRow(text: string, row: readonly Cell[]): boolean {
  return row.length >= LEAST_CELLS && row.every(({ start, end }) => end - start <= LONGEST_CELL && !/[，。]/u.test(text.slice(start, end)));
}

/** The line's stretches of text between gutters. */
function gutterCells(text: string, line: Line): readonly Cell[] {
  const cells: Cell[] = [];
  let at = Math.round(line.indent * 2);
  // Cells of a table are no columns of a page.
  if (!mayHoldGutter(text, line) || isFiguresRow(text.slice(line.start, Math.min(line.end, line.start + LONGEST_FIGURES))))
    return [{ start: line.start, end: line.end, at, apart: false }];
  let start = line.start;
  let begins = at;
  let blankFrom = -1;
  let blankWidth = 0;
  let apart = false;
  for (let index = line.start; index < line.end; index += 1) {
    const code = text.charCodeAt(index);
    const width = isNarrow(code) ? 1 : 2;
    if (isBlank(code)) {
      if (blankFrom < 0) blankFrom = index;
      blankWidth += width;
    } else {
      if (blankFrom >= 0 && blankWidth >= GUTTER) {
        cells.push({ start, end: blankFrom, at: begins, apart });
        start = index;
        begins = at;
        apart = text.slice(blankFrom, index) !== '\u3000';
      }
      blankFrom = -1;
      blankWidth = 0;
    }
    at += width;
  }
  cells.push({ start, end: line.end, at: begins, apart });
  return isRowOfTable(cells) ? [{ start: line.start, end: line.end, at: Math.round(line.indent * 2), apart: false }] : cells;
}

/** Many short cells, and what heads them: D5102 省城 06:50 08:48 79元, 车次 终到站 开点 到点. */
function isRowOfTable(cells: readonly Cell[]): boolean {
  return cells.length >= LEAST_TABLE_CELLS && cells.every(({ start, end }) => end - start <= LONGEST_TABLE_CELL);
}

/** Two blanks in a row, or a full-width one; the longest lines of all are no rows. */
function mayHoldGutter(text: string, line: Line): boolean {
  if (line.end - line.start > WIDEST_ROW) return false;
  for (let index = line.start; index < line.end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x3000 || ((code === 0x20 || code === 0x09 || code === 0xa0) && isBlank(text.charCodeAt(index + 1)))) return true;
  }
  return false;
}

/** Latin letters and figures; the middle dot and such are set full width in Chinese. A surrogate is half of a full-width pair. */
function isNarrow(code: number): boolean {
  return code < 0x80 || (code >= 0xc0 && code < 0x250) || code === 0xa0 || (code >= 0xd800 && code < 0xe000);
}

/** The column edge, in half characters, that most neighbouring rows agree on; null where they do not. */
function sharedEdge(cells: readonly (readonly Cell[])[], index: number): number | null {
  const votes = new Map<number, number>();
  for (let near = Math.max(0, index - REACH); near <= Math.min(cells.length - 1, index + REACH); near += 1) {
    const edges = (cells[near] as readonly Cell[]).slice(1).filter(({ at, apart }) => apart && at >= NARROWEST_COLUMN);
    for (const at of new Set(edges.map((cell) => cell.at))) votes.set(at, (votes.get(at) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [at, count] of votes) if (count >= LEAST_ROWS && (best === null || count > (votes.get(best) ?? 0))) best = at;
  return best;
}

/** Which cell begins the right-hand column; where the left one ran over, the cell after it. */
function cutAt(text: string, cells: readonly Cell[], edge: number): number {
  const exact = cells.findIndex((cell, index) => index > 0 && cell.at >= edge - SLACK && cell.at <= edge + INDENT);
  if (exact > 0) return exact;
  return cells.findIndex((cell, index) => {
    const before = cells[index - 1];
    return before !== undefined && cell.at > edge && /^[ \t]{2,}$|^\u3000{2,}$/u.test(text.slice(before.end, cell.start));
  });
}

function cutLine(line: Line, cells: readonly Cell[], cut: number, edge: number): Row {
  const left = cells[cut - 1] as Cell;
  const right = cells[cut] as Cell;
  const beyond = Math.max(0, right.at - edge);
  return [
    { ...line, end: left.end },
    { start: right.start, end: line.end, indent: beyond <= INDENT ? beyond / 2 : 0, blankLinesBefore: line.blankLinesBefore },
  ];
}
