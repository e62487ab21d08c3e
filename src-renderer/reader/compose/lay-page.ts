/**
 * Decides which pieces stand on a page, where, how wide and how high: many quick tries, the best one kept.
 * Every try cuts the page's rectangle in two again and again, so that nothing overlaps and nothing is left empty by design.
 * The same pieces always give the same page. Not for lines or pixels.
 */
import { bodyLines, boxOf, heightsOf, headLines, mayCut } from './pieces';
import type { Piece, Setting } from './pieces';

export interface Slot {
  readonly piece: Piece;
  /** Column and line of its top left corner, the page's first body line being 0. */
  readonly column: number;
  readonly line: number;
  readonly span: number;
  readonly height: number;
  readonly cut: boolean;
}

export interface PageLayout {
  readonly slots: readonly Slot[];
  /** Column lines left empty. */
  readonly empty: number;
}

export interface PageTask {
  readonly pieces: readonly Piece[];
  /** How many of them, from the first, must find a place: the stories carried over from the page before. */
  readonly carried: number;
  /** Nothing comes after these pieces. */
  readonly ending: boolean;
  readonly columns: number;
  readonly lines: number;
  readonly seed: number;
  readonly lead: boolean;
}

const TRIES = 240;
const LOOKAHEAD = 4;
/** Lines between two modules, one above the other; a hairline runs in their middle. */
export const MODULE_GAP = 1;
const LEAST_ROOM = 4;

interface Try {
  readonly slots: Slot[];
  readonly used: Set<Piece>;
  jumps: number;
  empty: number;
  cost: number;
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

export function layPage(task: PageTask, setting: Setting): PageLayout {
  const random = randomFrom(task.seed + 1);
  let best: Try | null = null;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const trial = tryPage(task, setting, random, tried);
    if (!best || trial.cost < best.cost) best = trial;
    if (best.cost < 1 && tried > 40) break;
  }
  const carriedPlaced = best && task.pieces.slice(0, task.carried).every((piece) => best?.used.has(piece));
  if (best && best.slots.length > 0 && carriedPlaced) return { slots: best.slots, empty: best.empty };
  return layPlainly(task, setting);
}

function tryPage(task: PageTask, setting: Setting, random: () => number, tried: number): Try {
  const trial: Try = { slots: [], used: new Set(), jumps: 0, empty: 0, cost: 0 };
  const mostJumps = Math.max(1, Math.min(4, task.columns - 1));
  fillRoom(trial, task, setting, random, mostJumps, 0, 0, task.columns, task.lines, tried);
  trial.cost += costOf(trial, task);
  return trial;
}

function costOf(trial: Try, task: PageTask): number {
  let cost = trial.jumps * 7;
  let latest = 0;
  for (const slot of trial.slots) {
    const index = task.pieces.indexOf(slot.piece);
    latest = Math.max(latest, index);
    const levels = { 1: 3, 2: 2, 3: 1.3, 4: 1 }[slot.piece.level];
    const wished = slot.piece.kind === 'column' ? slot.piece.children.length : Math.min(task.columns, levels);
    if (slot.span < wished) cost += (wished - slot.span) * 3;
    if (slot.piece.level >= 3 && slot.span > 2 && slot.piece.kind === 'story') cost += (slot.span - 2) * 1.5;
    // Weighty stories belong high on the page, light ones low.
    cost += (4 - slot.piece.level) * (slot.line / task.lines) * 3;
    if (slot.piece.kind === 'index') cost += slot.line === 0 ? 4 : 0;
    if (slot.height < 8 && slot.span > 2) cost += 2;
    // Tall, narrow modules tire the eye.
    if (slot.span === 1 && slot.height > 22) cost += 2;
  }
  for (const [index, piece] of task.pieces.entries()) {
    if (trial.used.has(piece)) continue;
    if (index < task.carried) cost += 1000;
    else if (index < latest) cost += 6;
    if (piece.kind === 'index') cost += 12;
  }
  for (const one of trial.slots)
    for (const other of trial.slots)
      if (one !== other && one.line === other.line && one.column + one.span === other.column && one.piece.level === other.piece.level)
        cost += 1.5;
  return cost;
}

function fillRoom(
  trial: Try,
  task: PageTask,
  setting: Setting,
  random: () => number,
  mostJumps: number,
  column: number,
  line: number,
  width: number,
  height: number,
  tried: number,
): void {
  if (height <= 0 || width <= 0) return;
  const open = height >= LEAST_ROOM ? openPieces(trial, task) : [];
  const wholePage = column === 0 && line === 0 && width === task.columns;
  while (open.length > 0) {
    const pick = wholePage && task.lead ? 0 : pickIndex(open.length, random, trial, task);
    const piece = open.splice(pick, 1)[0];
    if (!piece) break;
    const place = choose(piece, width, height, trial, task, setting, random, mostJumps, wholePage);
    if (!place) {
      if (wholePage && task.lead) continue;
      if (open.length === 0) break;
      continue;
    }
    settle(trial, task, setting, random, mostJumps, column, line, width, height, tried, piece, place);
    return;
  }
  trial.empty += width * height;
  const finished = task.ending && trial.used.size === task.pieces.length;
  const bottom = line + height === task.lines;
  trial.cost += width * height * (finished && bottom && width === task.columns ? 0.8 : finished && bottom ? 2 : 3);
}

function openPieces(trial: Try, task: PageTask): Piece[] {
  const open: Piece[] = [];
  for (const [index, piece] of task.pieces.entries()) {
    if (trial.used.has(piece)) continue;
    open.push(piece);
    if (index >= task.carried && open.length >= LOOKAHEAD) break;
  }
  return open;
}

function pickIndex(count: number, random: () => number, trial: Try, task: PageTask): number {
  if (trial.used.size < task.carried) {
    const left = task.carried - trial.used.size;
    if (random() < 0.8) return Math.floor(random() * Math.min(left, count));
  }
  const roll = random();
  if (roll < 0.5) return 0;
  return Math.floor(random() * count);
}

interface Choice {
  readonly span: number;
  readonly height: number;
  readonly cut: boolean;
  /** Column lines of the module its text does not fill. */
  readonly spare: number;
}

function choose(
  piece: Piece,
  width: number,
  height: number,
  trial: Try,
  task: PageTask,
  setting: Setting,
  random: () => number,
  mostJumps: number,
  wholePage: boolean,
): Choice | null {
  const least = wholePage && task.lead ? Math.max(1, Math.ceil(task.columns * 0.6)) : 1;
  const spans: number[] = [];
  for (let span = Math.min(least, width); span <= width; span += 1) spans.push(span);
  while (spans.length > 0) {
    const wished = piece.kind === 'column' ? piece.children.length : 5 - piece.level;
    const at = random() < 0.5 ? nearest(spans, wished) : Math.floor(random() * spans.length);
    const span = spans.splice(at, 1)[0] ?? 1;
    const choice = chooseHeight(piece, span, height, trial, task, setting, random, mostJumps, wholePage);
    if (choice) return choice;
  }
  return null;
}

function nearest(spans: readonly number[], wished: number): number {
  let best = 0;
  for (const [index, span] of spans.entries()) if (Math.abs(span - wished) < Math.abs((spans[best] ?? 0) - wished)) best = index;
  return best;
}

function chooseHeight(
  piece: Piece,
  span: number,
  height: number,
  trial: Try,
  task: PageTask,
  setting: Setting,
  random: () => number,
  mostJumps: number,
  wholePage: boolean,
): Choice | null {
  const heights = heightsOf(piece, span, setting);
  const jumps = piece.kind === 'column' ? piece.children.length : 1;
  const cuttable = trial.jumps + jumps <= mostJumps || (piece.cameFrom !== null && trial.jumps < task.columns);
  if (heights && heights.least <= height) {
    const roomAfter = height - heights.least - MODULE_GAP;
    // On page one a long lead may stop early, so that other stories show.
    if (wholePage && cuttable && heights.least > height * 0.75 && random() < 0.7) {
      const early = Math.round(height * (0.4 + random() * 0.3));
      if (mayCut(piece, span, early, setting)) return { span, height: early, cut: true, spare: 0 };
    }
    const most = Math.min(heights.most, height);
    let own = heights.least + (most > heights.least ? Math.floor(random() * (most - heights.least + 1)) : 0);
    if (height - own - MODULE_GAP < LEAST_ROOM) own = roomAfter < LEAST_ROOM || most === height ? height : own;
    if (height - own > 0 && height - own - MODULE_GAP < LEAST_ROOM) own = height;
    const filled = Math.min(own, heights.most);
    return { span, height: own, cut: false, spare: (own - filled) * span + unevenness(piece, span, setting) };
  }
  if (!cuttable) return null;
  let own = height;
  if (wholePage && random() < 0.75) own = Math.round(height * (0.4 + random() * 0.4));
  else if (height > 16 && random() < 0.3) own = Math.round(height * (0.45 + random() * 0.3));
  if (!mayCut(piece, span, own, setting)) return null;
  return { span, height: own, cut: true, spare: 0 };
}

/** Lines by which a story's columns fall short of its tallest, or a box's pieces of the box. */
function unevenness(piece: Piece, span: number, setting: Setting): number {
  if (piece.kind === 'column') {
    const box = boxOf(piece, span, setting);
    if (!box) return 0;
    let used = 0;
    for (const place of box.places) used += headLines(place.child, place.span, setting) * place.span + bodyLines(place.child);
    return Math.max(0, (box.height - 2) * span - used);
  }
  const heights = heightsOf(piece, span, setting);
  if (!heights || piece.kind === 'photo' || piece.kind === 'index') return 0;
  return Math.max(0, (heights.least - headLines(piece, span, setting)) * span - bodyLines(piece));
}

function settle(
  trial: Try,
  task: PageTask,
  setting: Setting,
  random: () => number,
  mostJumps: number,
  column: number,
  line: number,
  width: number,
  height: number,
  tried: number,
  piece: Piece,
  choice: Choice,
): void {
  const { span, cut } = choice;
  const own = choice.height;
  trial.used.add(piece);
  if (cut) trial.jumps += piece.kind === 'column' ? piece.children.length : 1;
  const below = height - own - MODULE_GAP;
  const beside = width - span;
  const goOn = (x: number, y: number, w: number, h: number): void => fillRoom(trial, task, setting, random, mostJumps, x, y, w, h, tried);
  const put = (): void => {
    trial.slots.push({ piece, column, line, span, height: own, cut });
    trial.empty += choice.spare;
    trial.cost += choice.spare * 2.5;
  };
  put();
  if (beside === 0) {
    if (below > 0) goOn(column, line + own + MODULE_GAP, width, below);
  } else if (below <= 0 || random() < 0.55) {
    goOn(column + span, line, beside, own);
    if (below > 0) goOn(column, line + own + MODULE_GAP, width, below);
  } else {
    goOn(column, line + own + MODULE_GAP, span, below);
    goOn(column + span, line, beside, height);
  }
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
    slots.push({ piece, column, line: 0, span, height: task.lines, cut });
    if (!cut && heights) empty += (task.lines - heights.least) * span;
    column += span;
  }
  return { slots, empty: empty + (task.columns - column) * task.lines };
}
