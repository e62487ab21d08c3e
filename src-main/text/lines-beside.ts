/** What the lines around a short line are like, as far as it tells a title from a verse or a row. Text shapes only: what they say is weighed elsewhere. */
import type { Block } from './document';
import { isTableRow } from './title-cues';

export interface LinesBeside {
  /** Short lines without the end of a sentence that stand together with a line, itself not counted: a poem has more than a heading. At most 12. */
  readonly shortLines: number;
  /** Such lines right above that were taken for text already. At most 6. */
  readonly shortTextsAbove: number;
}

/** In characters. */
const SHORT = 16;
const LONGEST_ROW = 40;
/** Lines looked at on either side. */
const REACH = 6;

export function linesBeside(blocks: readonly Block[], texts: readonly string[], index: number): LinesBeside {
  let above = 0;
  let shortTextsAbove = 0;
  while (above < REACH && isShortLine(blocks[index - 1 - above], texts[index - 1 - above])) {
    if (shortTextsAbove === above && blocks[index - 1 - above]!.role === 'body') shortTextsAbove++;
    above++;
  }
  let below = 0;
  while (below < REACH && blocks[index + 1 + below]?.role === null && isShortLine(blocks[index + 1 + below], texts[index + 1 + below]))
    below++;
  return { shortLines: above + below, shortTextsAbove };
}

/** Whether a line is short enough for a verse. */
export function isVerseLong(text: string): boolean {
  return text.length <= SHORT;
}

function isShortLine(block: Block | undefined, text: string | undefined): boolean {
  if (!block || text === undefined || (block.role !== null && block.role !== 'body')) return false;
  return isVerseLong(text) && !/[。；;：:，,]$/u.test(text);
}

/** Cells with a wide gap between them, or a figure in front or at the end: 北站片区  1280, 第3车间 96.5%. */
export function isRow(text: string): boolean {
  return text.length < LONGEST_ROW && (hasWideGap(text) || FIGURE_BEHIND.test(text) || FIGURE_BEFORE.test(text) || isTableRow(text));
}

const FIGURE_BEHIND = /\S[\s\u3000]+[0-9０-９.．%％元℃：:~～—-]+$/u;
const FIGURE_BEFORE = /^[0-9０-９]+[\s\u3000]+\S/u;

export function hasWideGap(text: string): boolean {
  return /\S[\u3000 ]{2,}\S/u.test(text);
}
