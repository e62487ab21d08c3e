import { revised } from '../document';
import type { Document, LanguageScores, Line } from '../document';
import { isLatinText } from '../../contract/latin-text';
import { readColumns } from '../wrapping/link-lines';
import type { ColumnReader } from '../wrapping/link-lines';
import { measureColumns } from '../wrapping/measure-width';
import { orderStretch } from '../wrapping/order-stretch';
import { MOST_HEADS, partStretch } from '../wrapping/part-stretch';
import type { Columns, StretchEvidence } from '../wrapping/part-stretch';
import { splitRows } from '../wrapping/split-rows';
import type { Row } from '../wrapping/split-rows';
import { findWovenStretches } from '../wrapping/woven-stretches';
import type { WovenStretch } from '../wrapping/woven-stretches';

/** Pages whose columns were read row by row: each column's lines are put together again. Identity where nothing is woven. */
export function unweaveColumns(document: Document): Document {
  const rows = splitRows(document);
  const asPrinted = rows.every((row) => row.length === 1);
  const parted = asPrinted ? document : revised(document, { lines: rows.flat() });
  const { lines } = parted;
  const widths = measureColumns(parted);
  if (asPrinted && !widths.some((width) => width > 0)) return document;
  const reader = readColumns(parted, widths);
  const evidence = evidenceOf(document.language, reader);
  const woven = wovenColumns(rows, widths, reader, evidence);
  if (woven.length === 0) return document;
  const ordered: Line[] = [];
  let at = 0;
  for (const [index, columns] of woven.entries()) {
    const from = columns[0]?.[0] ?? at;
    if (from < at) continue;
    ordered.push(...lines.slice(at, from));
    const next = from + columns.reduce((sum, column) => sum + column.length, 0);
    const order = orderStretch(columns, next, woven[index + 1]?.[0]?.[0] ?? lines.length, reader.link, evidence.isHead);
    for (const line of order.lines) ordered.push(lines[line] as Line);
    at = order.next;
  }
  return revised(document, { lines: [...ordered, ...lines.slice(at)] });
}

/** Stretches of rows set side by side, and stretches of lines that take turns, in file order. */
function wovenColumns(rows: readonly Row[], widths: Float32Array, reader: ColumnReader, evidence: StretchEvidence): readonly Columns[] {
  const found: Columns[] = [];
  let at = 0;
  let row = 0;
  while (row < rows.length) {
    const cells = (rows[row] as Row).length;
    let last = row;
    while (last < rows.length && (rows[last] as Row).length === cells) last += 1;
    const to = at + (last - row) * cells;
    if (cells > 1) found.push(...partStretch({ from: at, to, columns: cells }, true, evidence));
    else {
      let from = at;
      for (const stretch of turnTaking(at, to, widths, reader)) {
        found.push(...partStretch(withHeadsOver(stretch, from, evidence), false, evidence));
        from = stretch.to;
      }
    }
    at = to;
    row = last;
  }
  return found;
}

/** Turns are hard to tell among titles: all that stand over the stretch may be its columns' own. */
function withHeadsOver(stretch: WovenStretch, least: number, { isHead }: StretchEvidence): WovenStretch {
  let { from } = stretch;
  while (from > least && stretch.from - from < MOST_HEADS && isHead(from - 1)) from -= 1;
  return { ...stretch, from };
}

function turnTaking(from: number, to: number, widths: Float32Array, { lineAt, link }: ColumnReader): readonly WovenStretch[] {
  const found: WovenStretch[] = [];
  const isRowAt = (line: number): boolean => line >= from && line < to && isRowOfCells(lineAt(line).text);
  const isInTable = (line: number): boolean => isRowAt(line) && (isRowAt(line - 1) || isRowAt(line + 1));
  // Whether a Latin line goes on in another the language model cannot say, and no row of a table does.
  const mayTakeTurns = (line: number): boolean => (widths[line] as number) > 0 && !isLatinText(lineAt(line).text) && !isInTable(line);
  let at = from;
  while (at < to) {
    const start = at;
    const wrapped = mayTakeTurns(at);
    while (at < to && mayTakeTurns(at) === wrapped) at += 1;
    if (!wrapped) continue;
    const stretches = findWovenStretches(
      at - start,
      (before, after) => link(start + before, start + after),
      (line) => lineAt(start + line).kind !== 'text',
    );
    for (const stretch of stretches) found.push({ ...stretch, from: start + stretch.from, to: start + stretch.to });
  }
  return found;
}

const LEAST_CELLS = 3;
const LONGEST_ROW = 30;

/** K156 省城 6:42: cells with a figure among them, and no sentence. */
function isRowOfCells(text: string): boolean {
  return (
    text.length <= LONGEST_ROW &&
    (text.includes('\u3000') || text.includes(' ')) &&
    /[0-9０-９]/u.test(text) &&
    !/[，。；！？]/u.test(text) &&
    text.split(/[\s\u3000]+/u).length >= LEAST_CELLS
  );
}

function evidenceOf(language: LanguageScores | null, { lineAt, link }: ColumnReader): StretchEvidence {
  const textOf = (lines: readonly number[]): string => lines.map((line) => lineAt(line).text).join('');
  return {
    link,
    isHead: (line) => lineAt(line).kind !== 'text',
    topic: (left, right) => language?.topicSimilarity(textOf(left), textOf(right)) ?? 0,
  };
}
