/**
 * What makes one layout of a page better than another, in points; fewer is better.
 * Taste lives here and nowhere else. Not for finding layouts.
 */
import { indexLists } from './index-module';
import { bodyLines } from './pieces';
import type { Piece } from './pieces';

export interface PageTask {
  /** The stories carried over from the page before, then those that wait, in edition order. */
  readonly pieces: readonly Piece[];
  /** How many of them, from the first, must find a place. */
  readonly carried: number;
  /** Nothing comes after these pieces. */
  readonly ending: boolean;
  readonly columns: number;
  readonly lines: number;
  readonly seed: number;
  /** Page one, with the lead first among the pieces. */
  readonly front: boolean;
  /** What page one has room for when all else has found a place: notices, and what the paper itself had printed farther in. */
  readonly yielding: ReadonlySet<Piece>;
}

export interface Slot {
  readonly piece: Piece;
  /** Column and line of its top left corner, the page's first body line being 0. */
  readonly column: number;
  readonly line: number;
  readonly span: number;
  readonly height: number;
  readonly cut: boolean;
  /** Column lines of the module its text leaves empty. */
  readonly spare: number;
  /** By how many lines more than one its columns differ. */
  readonly uneven: number;
}

export const EMPTY_LINE = 2.5;
const EMPTY_LINE_AT_END = 0.8;
const EMPTY_LINE_BESIDE_TEXT = 4;
/** White beside the last stories: low and wide it is the end of the paper, higher than this a hole in it. */
const LOW_HOLE = 6;
const HOLE_HEIGHT = 1.5;
const HOLE_BETWEEN = 6;
const JUMP = 6;
const JUMP_ON_FRONT = 3.5;
/** A story cut a second time makes the reader turn twice. */
const JUMP_AGAIN = 9;
const CUT_BRIEFS = 8;
const UNEVEN_LINE = 5;
const SKIPPED_PIECE = 2;
const NOT_CARRIED_ON = 1000;
const MISSING_STORY = 5;
const MISSING_STORY_ON_FRONT = 9;
const MISSING_INDEX = 22;
/** An index of nothing is never printed while the page can do without it. */
export const EMPTY_INDEX = 500;

/** It stands on page one while a story of the printed front page waits. */
const OUTRANKING = 40;
/** It stands at the head of page one; the lower it stands, the less. */
const YIELDING_AT_HEAD = 6;

/** Columns a piece would like, on a page of so many. */
export function wishedSpan(piece: Piece, columns: number): number {
  const most = (wish: number): number => Math.max(1, Math.min(columns, wish));
  if (piece.kind === 'index' || piece.kind === 'briefs' || piece.kind === 'unplaced') return 1;
  if (piece.kind === 'column') return most(Math.max(piece.children.length, columns > 4 ? 3 : 2));
  if (piece.kind === 'photo') return most(2);
  const lines = bodyLines(piece);
  if (piece.cameFrom !== null) return most(Math.round(lines / 16));
  switch (piece.level) {
    case 1:
      return columns <= 3 ? columns : Math.min(5, columns - 1);
    case 2:
      return most(Math.max(2, Math.min(3, Math.round(lines / 16))));
    case 3:
      return most(Math.max(1, Math.min(2, Math.round(lines / 12))));
    default:
      return most(lines > 24 ? 2 : 1);
  }
}

/** A stretch of columns that nothing could fill. */
export interface EmptyRoom {
  readonly width: number;
  readonly height: number;
  /** It reaches the foot of the page. */
  readonly atFoot: boolean;
  /** It reaches the last column: before it, text stands on both sides of it. */
  readonly atEnd: boolean;
  /** It takes the whole width of the page. */
  readonly wide: boolean;
}

/** `finished`: the edition ends on this page. */
export function emptyRoomCost({ width, height, atFoot, atEnd, wide }: EmptyRoom, finished: boolean): number {
  const columnLines = width * height;
  if (!finished) return columnLines * EMPTY_LINE_BESIDE_TEXT;
  if (wide) return columnLines * (atFoot ? EMPTY_LINE_AT_END : EMPTY_LINE_BESIDE_TEXT);
  const pillar = Math.max(0, height - LOW_HOLE) * HOLE_HEIGHT;
  return columnLines * (atFoot ? EMPTY_LINE : EMPTY_LINE_BESIDE_TEXT) + pillar + (atEnd ? 0 : HOLE_BETWEEN);
}

export function costOf(slots: readonly Slot[], jumps: number, task: PageTask): number {
  let cost = jumps * (task.front ? JUMP_ON_FRONT : JUMP);
  const placed = new Set<Piece>();
  for (const slot of slots) {
    placed.add(slot.piece);
    cost += slotCost(slot, task);
  }
  let latest = 0;
  task.pieces.forEach((piece, index) => {
    if (placed.has(piece)) latest = index;
  });
  let waiting = 0;
  task.pieces.forEach((piece, index) => {
    if (index >= task.carried && piece.kind !== 'index') waiting += 1;
    if (placed.has(piece)) return;
    if (index < task.carried) cost += NOT_CARRIED_ON;
    else if (piece.kind === 'index') cost += indexLists(piece, placed) ? MISSING_INDEX : 0;
    else if (index < latest) cost += task.front ? 0.4 : SKIPPED_PIECE;
  });
  const fresh = slots.filter((slot) => slot.piece.cameFrom === null && slot.piece.kind !== 'index').length;
  const wanted = Math.min(waiting, task.front ? Math.min(5, task.columns) : 2);
  if (fresh < wanted) cost += (wanted - fresh) * (task.front ? MISSING_STORY_ON_FRONT : MISSING_STORY);
  return cost + neighbourCost(slots) + (task.front ? outrankingCost(slots, placed, task) : 0);
}

function outrankingCost(slots: readonly Slot[], placed: ReadonlySet<Piece>, { pieces, yielding, lines }: PageTask): number {
  if (yielding.size === 0) return 0;
  const waits = (piece: Piece): boolean =>
    piece.kind !== 'index' && piece.kind !== 'unplaced' && !placed.has(piece) && !yielding.has(piece);
  const each = pieces.some(waits) ? OUTRANKING : 0;
  return slots
    .filter(({ piece }) => yielding.has(piece))
    .reduce((cost, { line }) => cost + each + YIELDING_AT_HEAD * (1 - line / lines), 0);
}

function slotCost(slot: Slot, task: PageTask): number {
  const { piece, span, height, line } = slot;
  let cost = slot.spare * EMPTY_LINE + slot.uneven * UNEVEN_LINE;
  const wished = wishedSpan(piece, task.columns);
  cost += Math.abs(span - wished) * (piece.level === 1 ? 4 : span < wished ? 2.5 : 1.5);
  if (slot.cut && piece.cameFrom !== null) cost += JUMP_AGAIN;
  if (slot.cut && piece.kind === 'briefs') cost += CUT_BRIEFS;
  const depth = line / task.lines;
  // Weighty stories belong high on the page; what continues or lists belongs low.
  if (piece.cameFrom === null) cost += (4 - piece.level) * depth * 3;
  if (piece.kind === 'index') cost += depth < 0.2 ? 5 : 0;
  if (piece.kind === 'briefs' && task.front) cost += slot.column === 0 ? 2 : 0;
  // A body of two or three lines under a wide headline looks like a mistake, a thin pillar tires the eye.
  if (height < 8 && span > 2) cost += 3;
  if (span === 1 && height > 24 && task.columns > 1) cost += 1.5;
  if (task.front) cost += frontCost(piece);
  if (task.front && piece.level === 1) cost += Math.max(0, height / task.lines - 0.66) * 20;
  return cost;
}

/** What page one wants to show: the picture, the themed column, the briefs; not scraps without a headline. */
function frontCost(piece: Piece): number {
  if (piece.kind === 'photo' || piece.kind === 'column' || piece.kind === 'briefs') return -3;
  if (piece.kind === 'unplaced') return 12;
  return piece.kind === 'story' && piece.articles[0]?.headline == null ? 12 : bodyLines(piece) < 4 && piece.kind !== 'index' ? 6 : 0;
}

/** Headlines of one size side by side read as one. */
function neighbourCost(slots: readonly Slot[]): number {
  let cost = 0;
  for (const one of slots)
    for (const other of slots)
      if (one !== other && one.line === other.line && one.column + one.span === other.column && one.piece.level === other.piece.level)
        cost += 1.5;
  return cost;
}
