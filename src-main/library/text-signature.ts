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
/** A run's upper bits name its bin, the others are its value there. */
const BIN_SHIFT = 26;
const BIN_MASK = 2 ** BIN_SHIFT - 1;
const EMPTY = 0xffffffff;
/** Shorter texts are like each other by chance, or by form. */
export const SHORTEST = 80;

/** Letters, digits and Han as they are read: what stands between them, and whether they are full or half width, says nothing. */
export function solidText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/**
 * A byte a hash: every run falls into one of as many bins, and the least of a bin is its hash (one permutation hashing, Li, Owen and Zhang 2012);
 * an empty bin borrows from another, the same one for every text that has it (Shrivastava 2017). Null for texts too short.
 */
export function signText(solid: string): Uint8Array | null {
  if (solid.length < SHORTEST) return null;
  const least = new Uint32Array(HASHES).fill(EMPTY);
  for (let at = 0; at + RUN <= solid.length; at += 1) {
    const run = hashOfRun(solid, at);
    const bin = run >>> BIN_SHIFT;
    const value = run & BIN_MASK;
    if (value < (least[bin] as number)) least[bin] = value;
  }
  const signature = new Uint8Array(HASHES);
  for (let bin = 0; bin < HASHES; bin += 1) {
    let from = bin;
    for (let attempt = 1; least[from] === EMPTY; attempt += 1) from = mix(bin * 0x10001 + attempt) >>> BIN_SHIFT;
    // The least of many values is small: its upper bits say nothing until they are mixed.
    signature[bin] = mix((least[from] as number) + from);
  }
  return signature;
}

export function runsOf(solid: string): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= solid.length; at += 1) hashes.add(hashOfRun(solid, at));
  return hashes;
}

function hashOfRun(solid: string, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < RUN; offset += 1) hash = Math.imul(hash, 0x01000193) ^ solid.charCodeAt(at + offset);
  return mix(hash);
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hashes of a band as one number. */
export function bandOf(signature: Uint8Array, band: number): number {
  let key = 0;
  for (let hash = band * ROWS; hash < (band + 1) * ROWS; hash += 1) key = key * 256 + (signature[hash] as number);
  return key;
}

export const bandNumbers: readonly number[] = Array.from({ length: BANDS }, (_, band) => band);

/** Share of equal hashes: the likeness, give or take 0.06 at 0.7 (one standard deviation). */
export function estimateLikeness(one: Uint8Array, other: Uint8Array): number {
  let equal = 0;
  for (let hash = 0; hash < HASHES; hash += 1) if (one[hash] === other[hash]) equal += 1;
  return equal / HASHES;
}

/** Runs in both as a share of runs in either (Jaccard), 0 to 1. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const run of one) if (other.has(run)) shared += 1;
  const either = one.size + other.size - shared;
  return either === 0 ? 0 : shared / either;
}
