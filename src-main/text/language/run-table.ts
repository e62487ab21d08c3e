/**
 * A fixed map from runs of symbols to two small codes, in three bytes an entry.
 * A binary fuse filter (Graf and Lemire, 2022) whose slots hold fingerprint and codes: the exclusive-or of a key's three slots is its value.
 * A run that was never put in answers null, save for one in 4096, which answers something: callers must bear that.
 */

export const PROBABILITY_BITS = 7;
export const BACKOFF_BITS = 5;
const VALUE_BITS = PROBABILITY_BITS + BACKOFF_BITS;
const FINGERPRINT_BITS = 24 - VALUE_BITS;
export const NO_ENTRY = -1;

export interface RunTable {
  readonly segmentLength: number;
  readonly segmentCount: number;
  readonly seed: number;
  /** The lower 16 bits of every slot, and the 8 above them: as in the file, so that nothing has to be put together when it is read. */
  readonly low: Uint16Array;
  readonly high: Uint8Array;
}

/** Bits of the fingerprint that lie among the lower ones. */
const LOW_FINGERPRINT_BITS = FINGERPRINT_BITS - 8;

/** Adds one symbol to the left of a hashed run; begin with 0. */
export function hashRun(hash: number, symbol: number): number {
  const mixed = Math.imul(hash ^ Math.imul(symbol + 1, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function scramble(hash: number, seed: number): number {
  let mixed = Math.imul(hash ^ seed, 0xcc9e2d51);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The code stored for a hashed run, or NO_ENTRY. */
export function lookUpRun(table: RunTable, hash: number): number {
  const first = scramble(hash, table.seed);
  const second = Math.imul(first ^ 0x5bd1e995, 0x2c1b3c6d) >>> 0;
  const mask = table.segmentLength - 1;
  const slot0 = Math.floor((first * (table.segmentCount * table.segmentLength)) / 0x1_0000_0000);
  const slot1 = (slot0 + table.segmentLength) ^ ((second >>> 18) & mask);
  const slot2 = (slot0 + 2 * table.segmentLength) ^ ((second >>> 3) & mask);
  const { low, high } = table;
  const fingerprint = fingerprintOf(first, second);
  // Most runs are not in the table, and eight bits nearly always say so.
  const upper = (high[slot0] as number) ^ (high[slot1] as number) ^ (high[slot2] as number);
  if (upper !== fingerprint >>> LOW_FINGERPRINT_BITS) return NO_ENTRY;
  const bits = (upper << 16) | ((low[slot0] as number) ^ (low[slot1] as number) ^ (low[slot2] as number));
  return bits >>> VALUE_BITS === fingerprint ? bits & ((1 << VALUE_BITS) - 1) : NO_ENTRY;
}

function fingerprintOf(first: number, second: number): number {
  return (Math.imul(first + second, 0x27d4eb2f) >>> 0) >>> (32 - FINGERPRINT_BITS);
}

/**
 * @param hashes of distinct runs; of runs with equal hashes the first is kept
 * @param values below 2 ** VALUE_BITS
 */
export function buildRunTable(hashes: Uint32Array, values: Uint16Array): RunTable {
  const kept = withoutRepeats(hashes);
  const segmentLength = 2 ** Math.max(2, Math.floor(Math.log(Math.max(2, kept.length)) / Math.log(3.33) + 2.25));
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(Math.max(2, kept.length)));
  const segmentCount = Math.max(1, Math.ceil((kept.length * factor) / segmentLength) - 2);
  for (let seed = 1; seed < 200; seed += 1) {
    const order = peel(hashes, kept, segmentLength, segmentCount, seed);
    if (order) return fill(hashes, values, order, segmentLength, segmentCount, seed);
  }
  throw new Error('no arrangement of the run table was found');
}

function withoutRepeats(hashes: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  const kept = new Uint32Array(hashes.length);
  let size = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    const hash = hashes[index] as number;
    if (seen.has(hash)) continue;
    seen.add(hash);
    kept[size] = index;
    size += 1;
  }
  return kept.slice(0, size);
}

interface PeelOrder {
  readonly keys: Uint32Array;
  /** The slot that each key alone decides, when keys are filled in last to first. */
  readonly slots: Uint32Array;
}

function slotsOf(hash: number, segmentLength: number, segmentCount: number, seed: number): readonly [number, number, number] {
  const first = scramble(hash, seed);
  const second = Math.imul(first ^ 0x5bd1e995, 0x2c1b3c6d) >>> 0;
  const mask = segmentLength - 1;
  const slot0 = Math.floor((first * (segmentCount * segmentLength)) / 0x1_0000_0000);
  return [slot0, (slot0 + segmentLength) ^ ((second >>> 18) & mask), (slot0 + 2 * segmentLength) ^ ((second >>> 3) & mask)];
}

/** Takes keys out one by one, each from a slot that it alone still uses; null where that gets stuck. */
function peel(hashes: Uint32Array, kept: Uint32Array, segmentLength: number, segmentCount: number, seed: number): PeelOrder | null {
  const size = (segmentCount + 2) * segmentLength;
  const users = new Uint32Array(size);
  const mixed = new Uint32Array(size);
  for (const key of kept)
    for (const slot of slotsOf(hashes[key] as number, segmentLength, segmentCount, seed)) {
      users[slot]! += 1;
      mixed[slot]! ^= key;
    }
  const keys = new Uint32Array(kept.length);
  const slots = new Uint32Array(kept.length);
  const alone: number[] = [];
  for (let slot = 0; slot < size; slot += 1) if (users[slot] === 1) alone.push(slot);
  let done = 0;
  for (let slot = alone.pop(); slot !== undefined; slot = alone.pop()) {
    if (users[slot] !== 1) continue;
    const key = mixed[slot] as number;
    keys[done] = key;
    slots[done] = slot;
    done += 1;
    for (const other of slotsOf(hashes[key] as number, segmentLength, segmentCount, seed)) {
      users[other]! -= 1;
      mixed[other]! ^= key;
      if (users[other] === 1) alone.push(other);
    }
  }
  return done === kept.length ? { keys, slots } : null;
}

function fill(
  hashes: Uint32Array,
  values: Uint16Array,
  order: PeelOrder,
  segmentLength: number,
  segmentCount: number,
  seed: number,
): RunTable {
  const size = (segmentCount + 2) * segmentLength;
  const table = new Uint32Array(size);
  for (let index = order.keys.length - 1; index >= 0; index -= 1) {
    const key = order.keys[index] as number;
    const hash = hashes[key] as number;
    const first = scramble(hash, seed);
    const second = Math.imul(first ^ 0x5bd1e995, 0x2c1b3c6d) >>> 0;
    let bits = (fingerprintOf(first, second) << VALUE_BITS) | (values[key] as number);
    const target = order.slots[index] as number;
    for (const slot of slotsOf(hash, segmentLength, segmentCount, seed)) if (slot !== target) bits ^= table[slot] as number;
    table[target] = bits;
  }
  const low = Uint16Array.from(table, (slot) => slot & 0xffff);
  const high = Uint8Array.from(table, (slot) => slot >>> 16);
  return { segmentLength, segmentCount, seed, low, high };
}
