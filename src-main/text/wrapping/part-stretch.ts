/**
 * Where a woven stretch truly begins and ends, and whether it is really two or more.
 * Where all columns end at once, what follows is set in columns anew; and heads over columns that tell one story stand over all of them.
 */
import type { WovenStretch } from './woven-stretches';

/** Each column's lines, from top to bottom. */
export type Columns = readonly (readonly number[])[];

export interface StretchEvidence {
  /** Nats for one line following another. */
  readonly link: (before: number, after: number) => number;
  readonly isHead: (line: number) => boolean;
  /** Nats for two runs of lines being about one thing. */
  readonly topic: (left: readonly number[], right: readonly number[]) => number;
}

/** The best reading of a run of lines: `inner` in columns, the rest of it plainly. */
interface Reading {
  readonly inner: WovenStretch;
  readonly score: number;
}

const LEAST_ROWS = 2;
const PART_COST = 4;
/** What can be said for one matter in two columns. */
const MOST_TOPIC = 10;
/** From here on the columns tell one story. */
const ONE_STORY = 4;
/** Nats for each head at the top of columns that tell different stories: each has its own. */
const HEAD_OF_OWN = 1;
/** Nats against heads of which some stand over all columns and some in them: stories side by side have all of theirs in their columns. */
const HEADS_PARTED = 3;
/** Nats against heads in columns that tell one story: they stand over all of it. */
const HEADS_OF_ONE_STORY = 2;
/** Most heads at either end that may stand outside the columns. */
export const MOST_HEADS = 6;

/** Lines of the longest stretch that is looked into: no page is longer, and looking takes time square in it. */
const LONGEST = 1200;

/** @param bySide the columns stood side by side, so that rows are whole and certain; else their lines took turns */
export function partStretch(stretch: WovenStretch, bySide: boolean, evidence: StretchEvidence): readonly Columns[] {
  if (stretch.to - stretch.from > LONGEST) return [columnsOf(stretch)];
  const sums = linkSums(stretch, evidence.link);
  const read = (part: WovenStretch): Reading => bestReading(part, bySide, sums, evidence);
  return partsOf(stretch, read(stretch), bySide ? stretch.columns : 1, read, evidence).map(({ inner }) => columnsOf(inner));
}

function partsOf(
  stretch: WovenStretch,
  whole: Reading,
  step: number,
  read: (part: WovenStretch) => Reading,
  evidence: StretchEvidence,
): readonly Reading[] {
  const least = LEAST_ROWS * stretch.columns;
  let best: { readonly cut: number; readonly above: Reading; readonly below: Reading } | null = null;
  let bestScore = whole.score + PART_COST;
  for (let cut = stretch.from + least; cut <= stretch.to - least; cut += step) {
    if (!evidence.isHead(cut) && !evidence.isHead(cut + 1)) continue;
    if (evidence.isHead(cut - 1) && evidence.isHead(cut)) continue;
    const above = read({ ...stretch, to: cut });
    const below = read({ ...stretch, from: cut });
    const score = above.score + below.score + evidence.link(lastLine(above.inner, cut), cut);
    if (score <= bestScore) continue;
    bestScore = score;
    best = { cut, above, below };
  }
  if (!best) return [whole];
  const { cut, above, below } = best;
  return [
    ...partsOf({ ...stretch, to: cut }, above, step, read, evidence),
    ...partsOf({ ...stretch, from: cut }, below, step, read, evidence),
  ];
}

/** The line read last before `end`. */
function lastLine(inner: WovenStretch, end: number): number {
  return inner.to < end ? end - 1 : lastOf(columnsOf(inner)[inner.columns - 1] as readonly number[]);
}

interface LinkSums {
  readonly first: number;
  /** Sums, up to each line, of links to the line before and to the line above in its column. */
  readonly plain: Float64Array;
  readonly stride: Float64Array;
}

function linkSums({ from, to, columns }: WovenStretch, link: (before: number, after: number) => number): LinkSums {
  const plain = new Float64Array(to - from + 1);
  const stride = new Float64Array(to - from + 1);
  for (let line = from; line < to; line += 1) {
    const at = line - from;
    plain[at + 1] = (plain[at] as number) + (line > from ? link(line - 1, line) : 0);
    stride[at + 1] = (stride[at] as number) + (line >= from + columns ? link(line - columns, line) : 0);
  }
  return { first: from, plain, stride };
}

function bestReading(part: WovenStretch, bySide: boolean, sums: LinkSums, evidence: StretchEvidence): Reading {
  const told = topicScore(columnsOf(part), evidence);
  const least = LEAST_ROWS * part.columns;
  let best: Reading = { inner: part, score: -Infinity };
  for (let from = part.from; from + least <= part.to && from - part.from <= MOST_HEADS; from += 1) {
    for (let to = part.to; to - from >= least && part.to - to <= MOST_HEADS; to -= 1) {
      const inner = { ...part, from, to };
      const score = readingScore(part, inner, told, sums, evidence);
      if (score > best.score) best = { inner, score };
      if (bySide || !evidence.isHead(to - 1)) break;
    }
    if (bySide || !evidence.isHead(from)) break;
  }
  return best;
}

function readingScore(
  outer: WovenStretch,
  inner: WovenStretch,
  told: number,
  { first, plain, stride }: LinkSums,
  evidence: StretchEvidence,
): number {
  const sum = (sums: Float64Array, from: number, to: number): number => (sums[to - first] as number) - (sums[from - first] as number);
  const { link, isHead } = evidence;
  const columns = columnsOf(inner);
  let score = chainScore(columns, link) + Math.max(0, told) + sum(stride, inner.from + inner.columns, inner.to);
  score += inner.from > outer.from ? sum(plain, outer.from + 1, inner.from + 1) : 0;
  if (inner.from > outer.from && isHead(inner.from)) score -= HEADS_PARTED;
  if (inner.to < outer.to)
    score += link(lastOf(columns[columns.length - 1] as readonly number[]), inner.to) + sum(plain, inner.to + 1, outer.to);
  if (told >= ONE_STORY && isHead(inner.from)) score -= HEADS_OF_ONE_STORY;
  if (told < ONE_STORY) for (let line = inner.from; line < inner.to && isHead(line); line += 1) score += HEAD_OF_OWN;
  return score;
}

function columnsOf({ from, to, columns }: WovenStretch): Columns {
  const found: number[][] = [];
  for (let column = 0; column < columns; column += 1) {
    const lines: number[] = [];
    for (let line = from + column; line < to; line += columns) lines.push(line);
    found.push(lines);
  }
  return found;
}

/** Links from each column's end to the next one's beginning. */
function chainScore(columns: Columns, link: (before: number, after: number) => number): number {
  let score = 0;
  for (let index = 1; index < columns.length; index += 1)
    score += link(lastOf(columns[index - 1] as readonly number[]), (columns[index] as readonly number[])[0] as number);
  return score;
}

function lastOf(column: readonly number[]): number {
  return column[column.length - 1] as number;
}

function topicScore(columns: Columns, { topic }: StretchEvidence): number {
  let score = 0;
  for (let index = 1; index < columns.length; index += 1)
    score += Math.max(
      -MOST_TOPIC,
      Math.min(MOST_TOPIC, topic(columns[index - 1] as readonly number[], columns[index] as readonly number[])),
    );
  return score;
}
