/**
 * What texts are about, though they may share no words: pairs of characters that often stand in the same articles have like vectors,
 * and a text's is the sum of those of its pairs. Fitted by training/train-matter.ts.
 */
import type { MatterTable } from './model-file';

interface MatterReader {
  /** Numbers in a vector. */
  readonly matterSize: number;
  /** Where a pair's vector is; -1 where it has none. */
  readonly matterPlace: (pair: number) => number;
  /** Adds the vector at a place to `matterSize` numbers. */
  readonly addMatter: (place: number, into: Int32Array) => void;
}

export function matterReader({ pairs, vectors }: MatterTable): MatterReader {
  const matterSize = pairs.length === 0 ? 0 : vectors.length / pairs.length;
  const bits = Math.max(4, 33 - Math.clz32(pairs.length));
  const mask = 2 ** bits - 1;
  /** Open addressing, at most half full: a pair, which is never 0, and its place. */
  const keys = new Int32Array(2 ** bits);
  const places = new Uint16Array(2 ** bits);
  for (const [place, pair] of pairs.entries()) {
    const slot = slotOf(pair);
    keys[slot] = pair;
    places[slot] = place;
  }

  /** Where the pair is, or the empty slot where it would be. */
  function slotOf(pair: number): number {
    let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits);
    while (keys[slot] !== 0 && keys[slot] !== pair) slot = (slot + 1) & mask;
    return slot;
  }

  function matterPlace(pair: number): number {
    const slot = slotOf(pair);
    return keys[slot] === 0 ? -1 : (places[slot] as number);
  }

  function addMatter(place: number, into: Int32Array): void {
    const start = place * matterSize;
    for (let index = 0; index < matterSize; index += 1) (into[index] as number) += vectors[start + index] as number;
  }

  return { matterSize, matterPlace, addMatter };
}
