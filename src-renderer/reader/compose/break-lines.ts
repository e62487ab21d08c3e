/**
 * Breaks one paragraph into justified lines of whole-character length, the best set of lines over the paragraph.
 * CLREQ 3.1 and 3.2: marks are squeezed before characters are spread, quarter-em at most between Han and Latin.
 * Not for columns or pages.
 */
import type { Advances, Face } from './advances';
import { atomsOf, HAN_LATIN_GAP, Joint, Kind } from './atoms';
import type { Atoms } from './atoms';

/** A stretch of a line set with one spacing. Offsets are UTF-16 in the paragraph's printed text. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Letter-spacing after every character, in em. */
  readonly spacing: number;
  /** Extra space after the last character, in em: after a Latin word, whose letters are not spread. */
  readonly after: number;
}

export interface MeasuredLine {
  readonly start: number;
  readonly end: number;
  /** Left indent in em. */
  readonly indent: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly runs: readonly Run[];
}

export interface LineRules {
  readonly face: Face;
  /** Line length in em; a whole number keeps Han text solid. */
  readonly measure: number;
  /** First-line indent in em. */
  readonly indent: number;
  readonly justify: boolean;
}

/** Most that characters are drawn together to take back a lone character, in em. */
const TIGHTEST = 0.04;
const LONE_CHARACTER = 60;
const END_TRIM = 0.5;
/** A line that would be spread by more than so many em at each place, as before a number that cannot be parted, is left ragged instead. */
const WIDEST_SPREAD = 0.3;
/** Of a line that ends inside an address: as much as a spread of .2 em at each place. */
const PARTED_ADDRESS = 16;

interface Sums {
  /** Width of atoms before each index, with the gaps after them. */
  readonly width: Float64Array;
  /** How much marks and spaces before each index can give. */
  readonly give: Float64Array;
  /** Number of places before each index where space may be added. */
  readonly places: Int32Array;
  /** Type that can be neither squeezed nor spread. */
  readonly rigid: boolean;
}

function sumsOf(atoms: Atoms, rigid: boolean): Sums {
  const { count, kinds, widths, gaps } = atoms;
  const width = new Float64Array(count + 1);
  const give = new Float64Array(count + 1);
  const places = new Int32Array(count + 1);
  for (let index = 0; index < count; index += 1) {
    const gap = gaps[index] ?? 0;
    const wide = (widths[index] ?? 0) > 0.9;
    width[index + 1] = (width[index] ?? 0) + (widths[index] ?? 0) + gap;
    give[index + 1] = (give[index] ?? 0) + (rigid ? 0 : giveOf(kinds[index] as Kind, gap, wide));
    places[index + 1] = (places[index] ?? 0) + (!rigid && spreads(atoms, index) ? 1 : 0);
  }
  return { width, give, places, rigid };
}

function giveOf(kind: Kind, gap: number, wide: boolean): number {
  if (gap > 0) return gap;
  if (kind === Kind.Close && gap === 0 && wide) return 0.25;
  if (kind === Kind.Space) return 0.1;
  return 0;
}

/** Whether space may be added after an atom: never inside a dash, an ellipsis or a word. */
function spreads(atoms: Atoms, index: number): boolean {
  const kind = atoms.kinds[index];
  return !((kind === Kind.Stroke || kind === Kind.Word) && atoms.kinds[index + 1] === kind);
}

/** Free width of a line before spreading, in em; negative where the line must give. `end` comes after its last visible atom. */
function slackOf(atoms: Atoms, sums: Sums, from: number, end: number, measure: number): number {
  return measure - ((sums.width[end] ?? 0) - (sums.width[from] ?? 0) - (atoms.gaps[end - 1] ?? 0));
}

function visibleEnd(atoms: Atoms, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && atoms.kinds[end - 1] === Kind.Space) end -= 1;
  return end;
}

/** How badly a line is set; Infinity where no means can fit it. */
function priceOf(atoms: Atoms, sums: Sums, from: number, to: number, measure: number, last: boolean, justify: boolean): number {
  const end = visibleEnd(atoms, from, to);
  const slack = slackOf(atoms, sums, from, end, measure);
  const places = (sums.places[end - 1] ?? 0) - (sums.places[from] ?? 0);
  if (slack >= -1e-6) {
    if (last) return 0;
    return justify ? (slack / Math.max(places, 0.5) / 0.05) ** 2 : (slack / 2) ** 2 * 0.3;
  }
  const need = -slack - (trimsEnd(atoms, end) ? END_TRIM : 0);
  if (need <= 1e-6) return 0.05;
  const give = (sums.give[end - 1] ?? 0) - (sums.give[from] ?? 0);
  if (need <= give) return 0.2 + need / give;
  const tracking = (need - give) / Math.max(places, 1);
  return tracking > TIGHTEST ? Infinity : 1.5 + (tracking / TIGHTEST) ** 2 * 1.5;
}

/** A closing mark at a line's end may lose its blank half. */
function trimsEnd(atoms: Atoms, end: number): boolean {
  return atoms.kinds[end - 1] === Kind.Close && (atoms.widths[end - 1] ?? 0) > 0.9;
}

/** Visible characters in the last line, marks not counted. */
function bodyCount(atoms: Atoms, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to && count < 2; index += 1) {
    const kind = atoms.kinds[index];
    if (kind === Kind.Word) return 2;
    if (kind === Kind.Han) count += 1;
  }
  return count;
}

/** Words a paragraph has, at least, to be one of Latin words; names and figures among Han make none. */
const FEWEST_WORDS = 8;

/** Words in columns this narrow stand far apart or nearly touch when they are made to fill the line: they are set ragged, their spaces untouched. */
function isOfWords(atoms: Atoms): boolean {
  let words = 0;
  let han = 0;
  for (let index = 0; index < atoms.count; index += 1) {
    if (atoms.kinds[index] === Kind.Word) words += 1;
    else if (atoms.kinds[index] === Kind.Han) han += 1;
  }
  return words >= FEWEST_WORDS && words > han * 2;
}

function skipSpaces(atoms: Atoms, index: number): number {
  let at = index;
  while (at < atoms.count && atoms.kinds[at] === Kind.Space) at += 1;
  return at;
}

/** Lines of a paragraph's printed text, in order; together they hold every visible character of it once. */
export function breakLines(text: string, wished: LineRules, advances: Advances): readonly MeasuredLine[] {
  const atoms = atomsOf(text, wished.face, advances, Math.max(1, wished.measure - wished.indent));
  const rigid = advances.imposed !== undefined || isOfWords(atoms);
  const rules = rigid ? { ...wished, justify: false } : wished;
  const begin = skipSpaces(atoms, 0);
  if (begin === atoms.count) return [];
  const sums = sumsOf(atoms, rigid);
  const cost = new Float64Array(atoms.count + 1).fill(Infinity);
  const previous = new Int32Array(atoms.count + 1).fill(-1);
  cost[begin] = 0;
  for (let from = begin; from < atoms.count; from += 1) {
    const soFar = cost[from] ?? Infinity;
    if (soFar === Infinity) continue;
    const measure = rules.measure - (from === begin ? rules.indent : 0);
    const content = skipSpaces(atoms, from);
    const reach = (sums.width[content] ?? 0) + measure + 3;
    let reached = false;
    for (let to = content + 1; to <= atoms.count; to += 1) {
      if ((sums.width[to] ?? 0) > reach && reached) break;
      if (atoms.breaks[to - 1] === Joint.None) continue;
      const last = skipSpaces(atoms, to) === atoms.count;
      let price = priceOf(atoms, sums, content, to, measure, last, rules.justify);
      if (price === Infinity) {
        if (reached) continue;
        // What no means can fit still has to stand somewhere.
        price = 10_000;
      }
      reached = true;
      const lone = last && from !== begin && bodyCount(atoms, content, to) < 2 ? LONE_CHARACTER : 0;
      const parted = atoms.breaks[to - 1] === Joint.Address ? PARTED_ADDRESS : 0;
      const total = soFar + price + lone + parted + (last ? 0 : 0.001);
      if (total < (cost[to] ?? Infinity)) {
        cost[to] = total;
        previous[to] = from;
      }
      if (last) break;
    }
  }
  return collect(text, atoms, sums, previous, begin, rules);
}

function collect(text: string, atoms: Atoms, sums: Sums, previous: Int32Array, begin: number, rules: LineRules): readonly MeasuredLine[] {
  const cuts: number[] = [];
  for (let at = lastCut(atoms, previous); at > begin; at = previous[at] ?? begin) cuts.push(at);
  cuts.push(begin);
  cuts.reverse();
  const lines: MeasuredLine[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = skipSpaces(atoms, cuts[index] ?? 0);
    const to = cuts[index + 1] ?? 0;
    const first = index === 0;
    const last = index + 2 === cuts.length;
    const indent = first ? rules.indent : 0;
    lines.push(setLine(text, atoms, sums, from, to, rules.measure - indent, indent, first, last, rules.justify));
  }
  return lines;
}

function lastCut(atoms: Atoms, previous: Int32Array): number {
  let at = atoms.count;
  while (at > 0 && (previous[at] ?? -1) < 0) at -= 1;
  return at;
}

function setLine(
  text: string,
  atoms: Atoms,
  sums: Sums,
  from: number,
  to: number,
  measure: number,
  indent: number,
  first: boolean,
  last: boolean,
  justify: boolean,
): MeasuredLine {
  const end = visibleEnd(atoms, from, to);
  const slack = slackOf(atoms, sums, from, end, measure);
  const places = (sums.places[end - 1] ?? 0) - (sums.places[from] ?? 0);
  let spread = 0;
  let giveShare = 0;
  let latinExtra = 0;
  if (slack > 1e-6 && justify && !last && slack <= places * WIDEST_SPREAD) {
    // Latin edges open first, up to a quarter-em, then everything evenly.
    let edges = 0;
    for (let index = from; index < end - 1; index += 1) if ((atoms.gaps[index] ?? 0) > 0) edges += 1;
    const evenly = slack / places;
    latinExtra = edges === 0 ? 0 : Math.min(0.25 - HAN_LATIN_GAP, evenly * 2, slack / edges);
    spread = (slack - latinExtra * edges) / places;
    // Never more than a quarter between Han and Latin on account of both.
    if (edges > 0 && HAN_LATIN_GAP + latinExtra + spread > 0.25 && places > edges) {
      latinExtra = Math.max(0, 0.25 - HAN_LATIN_GAP - spread);
      spread = (slack - latinExtra * edges) / places;
    }
  } else if (slack < -1e-6) {
    const need = -slack - (trimsEnd(atoms, end) ? END_TRIM : 0);
    if (need > 0) {
      const give = (sums.give[end - 1] ?? 0) - (sums.give[from] ?? 0);
      giveShare = give > 0 ? Math.min(1, need / give) : 0;
      if (need > give && places > 0) spread = -Math.min(TIGHTEST, (need - give) / places);
    }
  }
  const runs: { start: number; end: number; spacing: number; after: number }[] = [];
  for (let index = from; index < end; index += 1) {
    const start = atoms.starts[index] ?? 0;
    const stop = atoms.starts[index + 1] ?? text.length;
    const kind = atoms.kinds[index] as Kind;
    const gap = atoms.gaps[index] ?? 0;
    let after = 0;
    if (index + 1 < end) {
      after = gap + (spreads(atoms, index) ? spread : 0) + (gap > 0 ? latinExtra : 0);
      if (giveShare > 0) after -= giveShare * giveOf(kind, gap, (atoms.widths[index] ?? 0) > 0.9);
    }
    // The blank half that a mark at the end is to lose would else hang out of the column, and what underlines the mark with it.
    else if (slack < -1e-6 && !sums.rigid && trimsEnd(atoms, end)) after = Math.max(-END_TRIM, slack);
    const word = kind === Kind.Word && stop - start > 1;
    pushRun(runs, start, stop, word ? 0 : after, word ? after : 0);
  }
  return { start: atoms.starts[from] ?? 0, end: atoms.starts[end] ?? text.length, indent, first, last, runs };
}

function pushRun(
  runs: { start: number; end: number; spacing: number; after: number }[],
  start: number,
  end: number,
  spacing: number,
  after: number,
): void {
  const before = runs.at(-1);
  if (before && before.after === 0 && after === 0 && Math.abs(before.spacing - spacing) < 1e-4) {
    before.end = end;
    return;
  }
  runs.push({ start, end, spacing, after });
}
