import { blockText, revised } from '../document';
import type { Document } from '../document';
import { ROW } from '../whole-lines';
import { isFiguresRow } from '../title-cues';
import { labelled } from './label-by-grammar';

/** Rows of a table under each other: what they hold may make two of them sure, else it takes three of one shape. */
const LEAST_SURE_ROWS = 2;
const LEAST_ROWS = 3;
const LONGEST_ROW = 60;
const LEAST_CELLS = 2;
/** By which rows of one table may differ in their cells. */
const CELL_MORE_OR_LESS = 1;

/**
 * Lines of cells with a figure among them, under each other: each is a paragraph of its own, no title, and goes on in none.
 * A single such line may be a title set with blanks, so that it takes the lines beside it to tell.
 */
export function labelRows(document: Document): Document {
  const rows = document.blocks.map((block) => (block.role === null ? readRow(blockText(document, block)) : null));
  const blocks = [...document.blocks];
  let at = 0;
  while (at < rows.length) {
    let end = at + 1;
    while (end < rows.length && areAlike(rows[end - 1] ?? null, rows[end] ?? null)) end++;
    const run = rows.slice(at, end);
    const least = run.every((row) => row?.sure) ? LEAST_SURE_ROWS : LEAST_ROWS;
    if (run.length >= least) {
      const first = blocks[at - 1]?.role === null && headsRows(blockText(document, blocks[at - 1]!), rows[at]?.cells ?? 0) ? at - 1 : at;
      while (isEntry(document, end - 1) && isEntry(document, end)) end++;
      for (let index = first; index < end; index++) blocks[index] = labelled(blocks[index]!, 'body', ROW, 'likely');
    }
    at = end;
  }
  return revised(document, { blocks });
}

/** What is told, and what of it, also where that is no figure: 厂休：星期四. */
const ENTRY = /^\p{Script=Han}{2,4}[：:][\s\u3000]?[^，。！？；：:]{1,12}$/u;

function isEntry(document: Document, index: number): boolean {
  const block = document.blocks[index];
  return block?.role === null && ENTRY.test(blockText(document, block));
}

interface Row {
  readonly cells: number;
  /** By what it holds, whatever stands beside it. */
  readonly sure: boolean;
}

/** A figure with its unit, and what it counts: 67% 受访骑手使用过来源不明的电池. */
const FIGURE_FIRST = /^[0-9０-９][0-9０-９.．,]*(?:[%％]|\p{Script=Han}{0,3})[\s\u3000]+\p{Script=Han}\S{5,}$/u;

function readRow(text: string): Row | null {
  if (text.length > LONGEST_ROW || /[。！？；，]/u.test(text) || !/[0-9０-９]/u.test(text) || !/\p{Script=Han}/u.test(text)) return null;
  const sure = isFiguresRow(text) || FIGURE_FIRST.test(text);
  const cells = text.split(/[\s\u3000]+/u).length;
  return cells < LEAST_CELLS && !sure ? null : { cells, sure };
}

function areAlike(one: Row | null, other: Row | null): boolean {
  return one !== null && other !== null && ((one.sure && other.sure) || Math.abs(one.cells - other.cells) <= CELL_MORE_OR_LESS);
}

/** What the cells below are called, and what they are counted in: 名称 收盘 涨跌幅, （单位：元／公斤）. */
function headsRows(text: string, cellsBelow: number): boolean {
  if (/^[（(]单位[：:].{1,16}[）)]$/u.test(text)) return true;
  const cells = text.split(/[\s\u3000]+/u);
  return (
    cells.length > LEAST_CELLS &&
    Math.abs(cells.length - cellsBelow) <= CELL_MORE_OR_LESS &&
    cells.every((cell) => /^[\p{Script=Han}（）()／/]{1,6}$/u.test(cell))
  );
}
