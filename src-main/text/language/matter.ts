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
  /** Fills `matterSize` numbers, and perhaps up to three behind them, with the sum of the vectors at the first `count` of these places. */
  readonly sumMatter: (places: Int32Array, count: number, into: Int32Array) => void;
}

/** Vectors are of numbers of 8 bits: so many can be summed up in 16. */
const SUMMED_AT_ONCE = 255;

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

  const lanes = Math.ceil(matterSize / LANE);
  const packed = inLanes(vectors, matterSize, lanes);

  function sumMatter(summed: Int32Array, count: number, into: Int32Array): void {
    into.fill(0, 0, matterSize);
    for (let from = 0; from < count; from += SUMMED_AT_ONCE) {
      const to = Math.min(count, from + SUMMED_AT_ONCE);
      const shift = (to - from) * ABOVE_ZERO;
      for (let lane = 0; lane < lanes; lane += 1) {
        let even = 0;
        let odd = 0;
        for (let at = from; at < to; at += 1) {
          const four = packed[(summed[at] as number) * lanes + lane] as number;
          even = (even + (four & EVEN)) | 0;
          odd = (odd + ((four >>> 8) & EVEN)) | 0;
        }
        (into[lane * LANE] as number) += (even & 0xffff) - shift;
        (into[lane * LANE + 1] as number) += (odd & 0xffff) - shift;
        (into[lane * LANE + 2] as number) += (even >>> 16) - shift;
        (into[lane * LANE + 3] as number) += (odd >>> 16) - shift;
      }
    }
  }

  return { matterSize, matterPlace, sumMatter };
}

/** Numbers of a vector in one of 32 bits. */
const LANE = 4;
/** The first and the third of four. */
const EVEN = 0x00ff00ff;
/** Added to every number, so that none is below zero. */
const ABOVE_ZERO = 128;

/** Four numbers of a vector in one, the first lowest: they are fetched together, which takes longer than to sum them up. */
function inLanes(vectors: Int8Array, size: number, lanes: number): Int32Array {
  const packed = new Int32Array(size === 0 ? 0 : (vectors.length / size) * lanes);
  for (let at = 0; at < packed.length; at += 1) {
    const lane = at % lanes;
    const first = ((at - lane) / lanes) * size + lane * LANE;
    for (let part = 0; part < LANE && lane * LANE + part < size; part += 1)
      (packed[at] as number) |= ((vectors[first + part] as number) + ABOVE_ZERO) << (part * 8);
  }
  return packed;
}
