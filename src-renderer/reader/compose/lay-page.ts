/**
 * Decides which pieces stand on a page, where, how wide and how high: many quick tries, the best one kept.
 * Every try cuts the page's rectangle in two again and again, so that nothing overlaps and nothing is left empty by design.
 * The same pieces always give the same page. Not for lines or pixels, nor for taste: see page-cost.ts.
 */
import { indexLists, indexSpare } from './index-module';
import { costOf, EMPTY_INDEX, EMPTY_LINE, emptyRoomCost, wishedSpan } from './page-cost';
import type { PageTask, Slot } from './page-cost';
import { cutOf, heightsOf, wholeOf, widestSpan } from './pieces';
import type { Fitted, Piece } from './pieces';
import type { Setting } from './setting';

export interface PageLayout {
  readonly slots: readonly Slot[];
  /** Column lines left empty. */
  readonly empty: number;
}

/** Lines between two modules, one above the other; a hairline runs in their middle. */
export const MODULE_GAP = 1;
const TRIES = 160;
const TRIES_ON_FRONT = 500;
const TRIES_AT_A_TIME = 16;
const LOOKAHEAD = 4;
const LOOKAHEAD_ON_FRONT = 9;
const LEAST_ROOM = 4;

interface Room {
  readonly column: number;
  readonly line: number;
  readonly width: number;
  readonly height: number;
}

interface Choice extends Fitted {
  readonly piece: Piece;
  readonly span: number;
  readonly height: number;
  readonly cut: boolean;
}

interface Try {
  readonly slots: readonly Slot[];
  readonly empty: number;
  readonly cost: number;
}

function randomFrom(seed: number): () => number {
  let state = (seed * 0x9e3779b1 + 0x6d2b79f5) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Stories that may go on at the next page: fewer than its columns, so that each finds a place there. */
function mostJumps(columns: number): number {
  return columns === 1 ? 1 : Math.min(4, Math.max(2, columns - 1));
}

/** Pauses now and then, for whoever has no more time just now. */
export function* layPage(task: PageTask, setting: Setting): Generator<null, PageLayout> {
  const random = randomFrom(task.seed + 1);
  const carried = task.pieces.slice(0, task.carried);
  let best: Try | null = null;
  const tries = task.front ? TRIES_ON_FRONT : TRIES;
  for (let tried = 0; tried < tries; tried += 1) {
    if (tried % TRIES_AT_A_TIME === 0) yield null;
    const found = tryPage(task, setting, random);
    if (!best || found.cost < best.cost) best = found;
  }
  const complete = best && carried.every((piece) => best?.slots.some((slot) => slot.piece === piece));
  return best && complete && best.slots.length > 0 ? best : layPlainly(task, setting);
}

function tryPage(task: PageTask, setting: Setting, random: () => number): Try {
  const slots: Slot[] = [];
  const used = new Set<Piece>();
  const limit = mostJumps(task.columns);
  let jumps = 0;
  let empty = 0;
  let cost = 0;

  const open = (): Piece[] => {
    const found: Piece[] = [];
    const ahead = task.front ? LOOKAHEAD_ON_FRONT : LOOKAHEAD;
    let fresh = 0;
    for (const piece of task.pieces) {
      if (used.has(piece) || (piece.kind === 'index' && !indexLists(piece, used))) continue;
      found.push(piece);
      if (piece.cameFrom === null) fresh += 1;
      if (fresh >= ahead) break;
    }
    return found;
  };

  /** Carried stories first, mostly; then the next in order, often enough another. */
  const pick = (pieces: readonly Piece[]): number => {
    // Carried pieces are the first of the open ones.
    let carriedLeft = 0;
    while (pieces[carriedLeft]?.cameFrom != null) carriedLeft += 1;
    if (carriedLeft > 0 && random() < 0.75) return Math.floor(random() * carriedLeft);
    return random() < 0.35 ? 0 : Math.floor(random() * pieces.length);
  };

  const chooseHeight = (piece: Piece, span: number, room: Room): Choice | null => {
    const heights = heightsOf(piece, span, setting);
    const count = Math.max(1, piece.children.length);
    const cuttable = jumps + count <= limit || (piece.cameFrom !== null && jumps + count <= task.columns);
    const whole = room.line === 0 && room.column === 0 && room.width === task.columns;
    const mayStopEarly = cuttable && room.height > 12 && (!heights || heights.least > room.height * 0.55);
    if (mayStopEarly && random() < (whole ? 0.7 : 0.2)) {
      const height = Math.round(room.height * (0.35 + random() * 0.4));
      const fitted = cutOf(piece, span, height, setting);
      if (fitted) return { piece, span, height, cut: true, ...fitted };
    }
    if (heights && heights.least <= room.height) {
      const most = Math.min(heights.most, room.height);
      let height = heights.least + Math.floor(random() * (most - heights.least + 1));
      // What is too low for another piece is given to this one.
      if (room.height - height - MODULE_GAP < LEAST_ROOM) height = room.height;
      const fitted = wholeOf(piece, span, height, setting);
      return fitted && { piece, span, height, cut: false, ...fitted };
    }
    const fitted = cuttable ? cutOf(piece, span, room.height, setting) : null;
    return fitted && { piece, span, height: room.height, cut: true, ...fitted };
  };

  const choose = (piece: Piece, room: Room): Choice | null => {
    const lead = task.front && piece.level === 1 && room.line === 0 && room.width === task.columns;
    const least = lead ? Math.min(Math.ceil(task.columns * 0.6), widestSpan(piece, task.columns)) : 1;
    const spans: number[] = [];
    for (let span = Math.min(least, room.width); span <= room.width; span += 1) spans.push(span);
    const wished = wishedSpan(piece, task.columns);
    while (spans.length > 0) {
      const at = random() < 0.6 ? nearest(spans, wished) : Math.floor(random() * spans.length);
      const span = spans.splice(at, 1)[0] ?? 1;
      const choice = chooseHeight(piece, span, room);
      if (choice) return choice;
    }
    return null;
  };

  const put = (choice: Choice, column: number, line: number): void => {
    const { piece, span, height, cut, spare, uneven } = choice;
    used.add(piece);
    slots.push({ piece, column, line, span, height, cut, spare, uneven });
    empty += spare;
    if (cut) jumps += Math.max(1, piece.children.length);
  };

  const divide = (choice: Choice, room: Room): void => {
    const below = room.height - choice.height - MODULE_GAP;
    const beside = room.width - choice.span;
    const lead = choice.piece.level === 1 && task.front;
    const atRight = beside > 0 && !lead && random() < 0.35;
    const column = atRight ? room.column + beside : room.column;
    const besideColumn = atRight ? room.column : room.column + choice.span;
    put(choice, column, room.line);
    const belowLine = room.line + choice.height + MODULE_GAP;
    if (beside === 0) fill({ column, line: belowLine, width: room.width, height: below });
    else if (below <= 0 || random() < 0.55) {
      fill({ column: besideColumn, line: room.line, width: beside, height: choice.height });
      fill({ column: room.column, line: belowLine, width: room.width, height: below });
    } else {
      const rooms = [
        { column, line: belowLine, width: choice.span, height: below },
        { column: besideColumn, line: room.line, width: beside, height: room.height },
      ];
      // The last stories of an edition stand beside each other rather than all in one column.
      if (task.ending && random() < 0.5) rooms.reverse();
      for (const one of rooms) fill(one);
    }
  };

  const fill = (room: Room): void => {
    if (room.height <= 0 || room.width <= 0) return;
    const pieces = room.height >= LEAST_ROOM ? open() : [];
    const first = task.front && slots.length === 0;
    while (pieces.length > 0) {
      const piece = pieces.splice(first ? 0 : pick(pieces), 1)[0];
      const choice = piece && choose(piece, room);
      if (choice) {
        divide(choice, room);
        return;
      }
    }
    empty += room.width * room.height;
    // What is cut here goes on at another page: then this one is not the last.
    const finished = task.ending && jumps === 0 && task.pieces.every((piece) => used.has(piece) || piece.kind === 'index');
    const { width, height } = room;
    const atEnd = room.column + width === task.columns;
    cost += emptyRoomCost({ width, height, atFoot: room.line + height === task.lines, atEnd, wide: width === task.columns }, finished);
  };

  fill({ column: 0, line: 0, width: task.columns, height: task.lines });
  const index = slots.find((slot) => slot.piece.kind === 'index');
  const spare = index ? indexSpare(index, slots) : 0;
  if (index && !indexLists(index.piece, used)) cost += EMPTY_INDEX;
  return { slots, empty: empty + spare, cost: cost + spare * EMPTY_LINE + costOf(slots, jumps, task) };
}

function nearest(spans: readonly number[], wished: number): number {
  let best = 0;
  for (const [index, span] of spans.entries()) if (Math.abs(span - wished) < Math.abs((spans[best] ?? 0) - wished)) best = index;
  return best;
}

/** The page that always works: carried stories side by side, else the next piece over all columns, cut where the page ends. */
function layPlainly(task: PageTask, setting: Setting): PageLayout {
  const first = task.carried > 0 ? task.pieces.slice(0, Math.min(task.carried, task.columns)) : task.pieces.slice(0, 1);
  const slots: Slot[] = [];
  let column = 0;
  let empty = 0;
  for (const [index, piece] of first.entries()) {
    const left = task.columns - column;
    let span = index === first.length - 1 ? left : Math.max(1, Math.floor(left / (first.length - index)));
    while (span > 1 && heightsOf(piece, span, setting) === null) span -= 1;
    const heights = heightsOf(piece, span, setting);
    const cut = !heights || heights.least > task.lines;
    const spare = cut || !heights ? 0 : Math.max(0, task.lines - heights.most) * span;
    slots.push({ piece, column, line: 0, span, height: task.lines, cut, spare, uneven: 0 });
    empty += spare;
    column += span;
  }
  return { slots, empty: empty + (task.columns - column) * task.lines };
}
