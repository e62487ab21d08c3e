/**
 * Counts every run of up to five symbols of a corpus, by sorting its positions.
 * Training only: the app never runs this.
 */
import { EDGE } from '../symbols';

export const ORDER = 5;

/** The distinct runs of one length, sorted by their symbols. */
export interface RunCounts {
  readonly length: number;
  /** Where in the corpus a run can be read. */
  readonly position: Uint32Array;
  readonly count: Uint32Array;
}

/**
 * @param corpus symbols, paragraphs parted by one EDGE each, EDGE first and last
 * @returns counts of the runs of length 1 to ORDER; a run may begin or end with EDGE but never holds it inside
 */
export function countRuns(corpus: Uint16Array): readonly RunCounts[] {
  const sorted = sortPositions(corpus);
  const counts: RunCounts[] = [];
  for (let length = 1; length <= ORDER; length += 1) counts.push(countLength(corpus, sorted, length));
  return counts;
}

/** Positions sorted by the ORDER symbols that follow; least significant symbol first, each pass stable. */
function sortPositions(corpus: Uint16Array): Uint32Array {
  let from = Uint32Array.from({ length: corpus.length }, (_, index) => index);
  let to = new Uint32Array(corpus.length);
  for (let offset = ORDER - 1; offset >= 0; offset -= 1) {
    const starts = new Uint32Array(0x10001);
    for (let index = 0; index < corpus.length; index += 1) starts[(corpus[index + offset] ?? EDGE) + 1]! += 1;
    for (let key = 0; key < 0x10000; key += 1) starts[key + 1]! += starts[key]!;
    for (const position of from) to[starts[corpus[position + offset] ?? EDGE]!++] = position;
    [from, to] = [to, from];
  }
  return from;
}

function countLength(corpus: Uint16Array, sorted: Uint32Array, length: number): RunCounts {
  const position = new Uint32Array(sorted.length);
  const count = new Uint32Array(sorted.length);
  let size = 0;
  let previous = -1;
  for (const start of sorted) {
    if (!isRun(corpus, start, length)) continue;
    if (previous >= 0 && sameRun(corpus, previous, start, length)) count[size - 1]! += 1;
    else {
      position[size] = start;
      count[size] = 1;
      size += 1;
    }
    previous = start;
  }
  return { length, position: position.slice(0, size), count: count.slice(0, size) };
}

function isRun(corpus: Uint16Array, start: number, length: number): boolean {
  if (start + length > corpus.length) return false;
  for (let offset = 1; offset < length - 1; offset += 1) if (corpus[start + offset] === EDGE) return false;
  return !(length > 1 && corpus[start] === EDGE && corpus[start + 1] === EDGE);
}

export function sameRun(corpus: Uint16Array, left: number, right: number, length: number): boolean {
  for (let offset = 0; offset < length; offset += 1) if (corpus[left + offset] !== corpus[right + offset]) return false;
  return true;
}
