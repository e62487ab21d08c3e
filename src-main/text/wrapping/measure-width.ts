/**
 * How wide the column is that a text was broken to: found line by line from its neighbours, so that a file may change its width or be wrapped only in part.
 * Not for deciding where paragraphs end: see label-lines.ts.
 */
import type { Document, Line } from '../document';
import { endsFinished, widthOf } from '../line-ends';

/** Neighbours on each side that a line's column is judged by. */
const REACH = 30;
/** Widest column a newspaper sets, in full-width characters; wider lines are whole paragraphs. */
const WIDEST = 48;
const NARROWEST = 6;
/** Share of the neighbourhood's characters that must stand in lines of one width. */
const LEAST_SHARE = 0.5;
const LEAST_FULL_LINES = 4;

/** Widths are kept in half characters, as Latin letters and figures are that wide. */
const BINS = WIDEST * 2 + 1;
/** A full line may fall short by a bracket that must not end it, or run over by a mark that must not begin the next. */
const SHORT_BY = 2;
const OVER_BY = 2;
/** Full-width characters of a paragraph's indent; where blanks at the beginning of lines were lost, first lines fall short by it. */
export const LOST_INDENT = 2;

/** Columns are half characters wide per line; 0 where the text around a line is not wrapped. */
export function measureColumns(document: Document): Float32Array {
  const { lines } = document;
  const widths = lines.map((line) => halfWidthOf(document.text, line));
  const shortest = hasIndents(lines) ? SHORT_BY : SHORT_BY + LOST_INDENT * 2;
  const columns = new Float32Array(lines.length);
  const characters = new Float64Array(BINS);
  const counts = new Uint32Array(BINS);
  let total = 0;
  let entering = 0;
  let leaving = 0;
  for (let at = 0; at < lines.length; at += 1) {
    for (; entering < lines.length && entering <= at + REACH; entering += 1) total += enter(widths[entering] as number, 1);
    for (; leaving < at - REACH; leaving += 1) total -= enter(widths[leaving] as number, -1);
    columns[at] = commonWidth(characters, counts, total, shortest);
  }
  return columns;

  function enter(width: number, sign: number): number {
    if (width < BINS) {
      characters[width] = (characters[width] as number) + sign * width;
      counts[width] = (counts[width] as number) + sign;
    }
    return width;
  }
}

/** Indent included, in half characters; BINS and more for a line too long for any column. */
function halfWidthOf(text: string, line: Line): number {
  if (line.end - line.start >= BINS) return BINS;
  return Math.round((widthOf(text.slice(line.start, line.end)) + line.indent) * 2);
}

/** @param shortest half characters by which a line that was full when printed may fall short */
function commonWidth(characters: Float64Array, counts: Uint32Array, total: number, shortest: number): number {
  let best = 0;
  let bestShare = 0;
  for (let width = NARROWEST * 2; width < BINS; width += 1) {
    if ((counts[width] as number) < 2) continue;
    let inside = 0;
    let full = 0;
    for (let near = Math.max(0, width - shortest); near <= Math.min(BINS - 1, width + OVER_BY); near += 1) {
      inside += characters[near] as number;
      if (near >= width - SHORT_BY) full += counts[near] as number;
    }
    if (full < LEAST_FULL_LINES || inside < LEAST_SHARE * total) continue;
    const weight = characters[width] as number;
    if (weight > bestShare) {
      bestShare = weight;
      best = width;
    }
  }
  return best;
}

/** Whether paragraphs of these lines begin with an indent: a fair share of lines has one, and not nearly all. */
export function hasIndents(lines: readonly Line[]): boolean {
  const indented = lines.filter((line) => line.indent > 0).length;
  return indented >= 2 && indented > lines.length * 0.04 && indented < lines.length * 0.75;
}

/** Characters by which a paragraph's last line falls short for certain. */
const SURELY_SHORT = 3;

/**
 * Whether paragraphs began with an indent that the text has lost: right behind lines that end one for certain, more lines fall short by an
 * indent than fill the column.
 * @param columnAt full-width characters of the column at a line
 */
export function hasLostIndents(text: string, lines: readonly Line[], columnAt: (index: number) => number): boolean {
  let short = 0;
  let full = 0;
  let afterEnd = false;
  for (const [index, line] of lines.entries()) {
    const printed = text.slice(line.start, line.end);
    const missing = columnAt(index) - widthOf(printed) - line.indent;
    const finished = endsFinished(printed);
    if (afterEnd && !finished && Math.abs(missing) < LOST_INDENT / 2) full += 1;
    else if (afterEnd && !finished && missing > 0 && missing <= LOST_INDENT + 1) short += 1;
    afterEnd = finished && missing > SURELY_SHORT;
  }
  return short > full;
}
