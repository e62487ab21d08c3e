/**
 * How wide the column is that each line was broken to: all lines of a file together, since each story of a page may be set to a width of its own
 * and some not wrapped at all.
 * Not for deciding where paragraphs end: see label-lines.ts.
 */
import type { Document, Line } from '../document';
import { endsFinished, widthOf } from '../line-ends';

/** Widest column a newspaper sets, in full-width characters; wider lines are whole paragraphs. */
const WIDEST = 48;
const NARROWEST = 6;

/** Widths are kept in half characters, as Latin letters and figures are that wide. */
const BINS = WIDEST * 2 + 1;
/** Full-width characters of a paragraph's indent; where blanks at the beginning of lines were lost, first lines fall short by it. */
export const LOST_INDENT = 2;

/** Lines that are read in one go; a column that goes on beyond them is found again. */
const AT_ONCE = 20_000;

/** Two passes ask about the lines of a page, mostly the same ones: lines are of one text, and are never changed. */
const measured = new WeakMap<readonly Line[], Float32Array>();

/** Columns are half characters wide per line; 0 where the text around a line is not wrapped. */
export function measureColumns({ lines, text }: Document): Float32Array {
  const columns = measured.get(lines) ?? columnsOf(text, lines);
  measured.set(lines, columns);
  return columns;
}

function columnsOf(text: string, lines: readonly Line[]): Float32Array {
  const lost = !hasIndents(lines);
  const columns = new Float32Array(lines.length);
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const part = lines.slice(from, from + AT_ONCE);
    const widths = part.map((line) => halfWidthOf(text, line));
    const kinds = part.map((line) => kindOf(text, line));
    const found = likeliestColumns(widths, kinds, lost);
    dropUnlikely(widths, found, lost);
    narrowByIndent(part, widths, kinds, found);
    columns.set(found, from);
  }
  return columns;
}

/** How much a line of a column's width says for the column. */
type LineKind = 'plain' | 'punctuated' | 'parted';

/** Lines broken wherever the column ends seldom end at a mark, as verses and sentences set line by line do; what is parted by wide blanks is a row of a table. */
function kindOf(text: string, { start, end }: Line): LineKind {
  if (/[，。；！？：、,;!?:][”’」』）)]?$/u.test(text.slice(Math.max(start, end - 2), end))) return 'punctuated';
  if (end - start < BINS && /\S\s{2,}\S/u.test(text.slice(start, end))) return 'parted';
  return 'plain';
}

/** Indent included, in half characters; BINS for a line too long for any column. */
function halfWidthOf(text: string, line: Line): number {
  if (line.end - line.start >= BINS) return BINS;
  return Math.min(BINS, Math.round((widthOf(text.slice(line.start, line.end)) + line.indent) * 2));
}

/** Share of a column's lines that are as wide as it is or differ from it by so many half characters: by a bracket that must not end a line, or a mark that must not begin the next. */
const FULL = new Map([
  [0, 0.4],
  [-1, 0.1],
  [-2, 0.12],
  [1, 0.04],
  [2, 0.06],
]);
const SHARE_SHORT = 0.24;
const SHARE_OVER = 0.036;
const SHARE_LONG = 0.004;
/** First lines of paragraphs whose indent was lost. */
const SHARE_LOST_INDENT = 0.1;
/** Of lines that are not wrapped those no wider than any column; the others are whole paragraphs. */
const SHARE_UNWRAPPED_NARROW = 0.5;
/** Nats for a column of another width, and for a wrapped text's beginning or end. */
const OTHER_COLUMN = 13;
const OTHER_TEXT = 14;
const BEGINS_WRAPPED = 10;
/** Full lines of a column, and their share of all characters between its first and last line: a row of titles has lines of one width too. */
const LEAST_FULL_LINES = 4;
const LEAST_SHARE = 0.45;

const STATES = [0, ...Array.from({ length: BINS - NARROWEST * 2 }, (_, at) => at + NARROWEST * 2)];

/** By width, the nats of each state. */
type Chances = readonly Float64Array[];

function chancesOf(kind: LineKind, lost: boolean): Chances {
  return Array.from({ length: BINS + 1 }, (_, width) =>
    Float64Array.from(STATES, (column) => Math.log(chanceOf(width, column, kind, lost))),
  );
}

function chancesOfKinds(lost: boolean): Readonly<Record<LineKind, Chances>> {
  return { plain: chancesOf('plain', lost), punctuated: chancesOf('punctuated', lost), parted: chancesOf('parted', lost) };
}

const known = new Map<boolean, Readonly<Record<LineKind, Chances>>>();

/** Made when a first text is read, not when the app starts. */
function knownChances(lost: boolean): Readonly<Record<LineKind, Chances>> {
  const chances = known.get(lost) ?? chancesOfKinds(lost);
  known.set(lost, chances);
  return chances;
}

/** Share of a column's lines that differ from it by so many half characters; none where such a line is not full. */
function shareFull(difference: number, lost: boolean): number | undefined {
  return FULL.get(difference) ?? (lost && difference === -LOST_INDENT * 2 ? SHARE_LOST_INDENT : undefined);
}

function chanceOf(width: number, column: number, kind: LineKind, lost: boolean): number {
  if (column === 0) return width < BINS ? SHARE_UNWRAPPED_NARROW / BINS : 1 - SHARE_UNWRAPPED_NARROW;
  if (width >= BINS) return SHARE_LONG;
  const short = SHARE_SHORT / (column - 2);
  const full = shareFull(width - column, lost);
  if (full !== undefined) return kind === 'parted' ? short : kind === 'punctuated' ? full / 8 : full;
  return width < column ? short : SHARE_OVER / BINS;
}

/** Where a state's best way came from: the same state, the best of the columns, or text that is not wrapped. */
const SAME = 0;
const COLUMN = 1;
const UNWRAPPED = 2;

/** The likeliest column of each line, all lines taken together. */
function likeliestColumns(widths: readonly number[], kinds: readonly LineKind[], lost: boolean): Float32Array {
  const chances = knownChances(lost);
  const scores = new Float64Array(STATES.length).fill(-BEGINS_WRAPPED, 1);
  const cameFrom = new Uint8Array(widths.length * STATES.length);
  const bestColumn = new Uint8Array(widths.length);
  for (let at = 0; at < widths.length; at += 1) {
    const own = chances[kinds[at]!][widths[at]!]!;
    if (at > 0) {
      let best = 1;
      for (let state = 2; state < STATES.length; state += 1) if (scores[state]! > scores[best]!) best = state;
      bestColumn[at] = best;
      switchColumns(scores, scores[best]!, cameFrom, at * STATES.length);
    }
    for (let state = 0; state < STATES.length; state += 1) scores[state]! += own[state]!;
  }
  const columns = new Float32Array(widths.length);
  let state = scores.indexOf(Math.max(...scores));
  for (let at = widths.length - 1; at >= 0; at -= 1) {
    columns[at] = STATES[state]!;
    const way = cameFrom[at * STATES.length + state]!;
    if (way !== SAME) state = way === COLUMN ? bestColumn[at]! : 0;
  }
  return columns;
}

/** Lets each state begin with this line where that is likelier than its going on; `cameFrom` is filled from `start` on. */
function switchColumns(scores: Float64Array, fromColumn: number, cameFrom: Uint8Array, start: number): void {
  const fromUnwrapped = scores[0]! - OTHER_TEXT;
  const toUnwrapped = fromColumn - OTHER_TEXT;
  if (toUnwrapped > scores[0]!) {
    cameFrom[start] = COLUMN;
    scores[0] = toUnwrapped;
  }
  const toColumn = fromColumn - OTHER_COLUMN;
  const other = Math.max(toColumn, fromUnwrapped);
  const way = other === toColumn ? COLUMN : UNWRAPPED;
  for (let state = 1; state < STATES.length; state += 1)
    if (other > scores[state]!) {
      cameFrom[start + state] = way;
      scores[state] = other;
    }
}

/** Columns that too few of their lines fill. */
function dropUnlikely(widths: readonly number[], columns: Float32Array, lost: boolean): void {
  for (let from = 0, to = 0; from < widths.length; from = to) {
    const column = columns[from]!;
    let full = 0;
    let inFull = 0;
    let inAll = 0;
    for (to = from; to < widths.length && columns[to] === column; to += 1) {
      const width = widths[to]!;
      inAll += width;
      if (shareFull(width - column, lost) === undefined) continue;
      full += 1;
      inFull += width;
    }
    if (full < LEAST_FULL_LINES || inFull < LEAST_SHARE * inAll) columns.fill(0, from, to);
  }
}

/** A box of few lines between wider columns: its first line has an indent, and the next is as wide. */
function narrowByIndent(lines: readonly Line[], widths: readonly number[], kinds: readonly LineKind[], columns: Float32Array): void {
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const width = widths[at]!;
    if (lines[at]!.indent !== LOST_INDENT || lines[at + 1]!.indent > 0 || kinds[at] !== 'plain' || kinds[at + 1] === 'parted') continue;
    if (columns[at] === 0 || width < NARROWEST * 2 || width >= columns[at]! - 2 || Math.abs(widths[at + 1]! - width) > 1) continue;
    columns[at] = width;
    let on = at + 1;
    for (; on < lines.length && lines[on]!.indent === 0 && Math.abs(widths[on]! - width) <= 1; on += 1) columns[on] = width;
  }
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
