/**
 * What texts have in common, told from little of each: MinHash (Broder 1997) over runs of characters, and the exact share for texts in hand. Pure.
 * Not for what to do about it (similar-articles.ts).
 */

/** Characters a run. */
const RUN = 5;
const HASHES = 64;
/** Bands of the signature: two texts with one band in common are worth comparing. At a likeness of 0.7 all but 1 pair in 80 has one, at 0.8 all but 1 in 5,000. */
const BANDS = 16;
const ROWS = HASHES / BANDS;
/** Shorter texts are like each other by chance, or by form. */
export const SHORTEST = 80;

/** Odd multipliers and addends of the hash family, the same for ever: signatures are kept. */
const FAMILY = Int32Array.from({ length: HASHES * 2 }, (_, index) => mix(index + 1) | 1);

/** Letters, digits and Han as they are read: what stands between them, and whether they are full or half width, says nothing. */
export function solidText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Two bytes a hash. Null for texts too short. */
export function signText(solid: string): Uint8Array | null {
  if (solid.length < SHORTEST) return null;
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const run of runsOf(solid)) {
    for (let hash = 0; hash < HASHES; hash += 1) {
      const value = (Math.imul(run, FAMILY[2 * hash] as number) + (FAMILY[2 * hash + 1] as number)) >>> 0;
      if (value < (least[hash] as number)) least[hash] = value;
    }
  }
  const signature = new Uint8Array(HASHES * 2);
  for (const [index, value] of least.entries()) {
    // The least of many values is small: its upper bits say nothing until they are mixed.
    const word = mix(value);
    signature[2 * index] = word & 0xff;
    signature[2 * index + 1] = (word >>> 8) & 0xff;
  }
  return signature;
}

export function runsOf(solid: string): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= solid.length; at += 1) {
    let hash = 0;
    for (let offset = 0; offset < RUN; offset += 1) hash = Math.imul(hash, 0x01000193) ^ solid.charCodeAt(at + offset);
    hashes.add(mix(hash));
  }
  return hashes;
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One number for each band, all of its hashes but a few bits in it. */
export function bandOf(signature: Uint8Array, band: number): number {
  let key = 0;
  for (let byte = band * ROWS * 2; byte < (band + 1) * ROWS * 2 - 2; byte += 1) key = key * 256 + (signature[byte] as number);
  return key * 16 + ((signature[(band + 1) * ROWS * 2 - 1] as number) & 15);
}

export const bandNumbers: readonly number[] = Array.from({ length: BANDS }, (_, band) => band);

/** Share of equal hashes: the likeness, give or take 0.06 at 0.7 (one standard deviation). */
export function estimateLikeness(one: Uint8Array, other: Uint8Array): number {
  let equal = 0;
  for (let byte = 0; byte < HASHES * 2; byte += 2) if (one[byte] === other[byte] && one[byte + 1] === other[byte + 1]) equal += 1;
  return equal / HASHES;
}

/** Runs in both as a share of runs in either (Jaccard), 0 to 1. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const run of one) if (other.has(run)) shared += 1;
  const either = one.size + other.size - shared;
  return either === 0 ? 0 : shared / either;
}
