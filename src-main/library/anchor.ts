/**
 * Where a place in one reading of a file's bytes lies in another reading of them.
 * By its words where they are still there, else by its share of the bytes. Pure.
 */

/** Words further from where they stood than this are taken to be other words. */
const SEARCH_DISTANCE = 20_000;

export interface Anchor {
  /** UTF-16 code units into the text as it was. */
  readonly offset: number;
  /** White space in it is not compared. */
  readonly quote: string;
}

/**
 * @param expected where the anchor should stand in `text`: its own offset where the text has not changed
 * @returns the offset in `text`, within its bounds
 */
export function findAnchor(anchor: Anchor, text: string, expected: number): number {
  const bounded = Math.max(0, Math.min(expected, text.length));
  const wanted = solid(anchor.quote);
  if (wanted === '') return bounded;
  const from = Math.max(0, bounded - SEARCH_DISTANCE);
  const near = text.slice(from, bounded + SEARCH_DISTANCE);
  const { letters, offsets } = solidWithOffsets(near);
  let best = -1;
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const offset = from + (offsets[at] ?? 0);
    if (best < 0 || Math.abs(offset - bounded) < Math.abs(best - bounded)) best = offset;
  }
  return best < 0 ? bounded : best;
}

function solid(text: string): string {
  return text.replace(/\s+/gu, '');
}

function solidWithOffsets(text: string): { readonly letters: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let letters = '';
  for (const match of text.matchAll(/\S+/gu)) {
    for (let at = 0; at < match[0].length; at += 1) offsets.push(match.index + at);
    letters += match[0];
  }
  return { letters, offsets };
}

/**
 * How many code units of one decoding the bytes before `offset` of another make.
 * @param before decodes the first `length` bytes as the offset counts them
 * @param after decodes them the new way
 */
export function offsetThroughBytes(
  offset: number,
  byteLength: number,
  before: (length: number) => number,
  after: (length: number) => number,
): number {
  let low = 0;
  let high = byteLength;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return after(low);
}
