/**
 * Short ascending lists of numbers in few bytes: the gaps of each as Rice codes (Rice and Plaunt 1971), whose parameter follows from how many
 * there are. A row of lists is their lengths and then, without a border, their bits.
 */
import { IndexDamage } from './index-damage';

/** Numbers in a list are below this. */
export const SPAN = 16_384;
export const LISTS_IN_ROW = 16;
/** A longer list rules out too little to be worth its room. */
const LONGEST = SPAN / 8;

const CUT_OFF = 'a row of lists is cut off, or goes too far';

/** Null: too long to be kept, so that any number may be in it. */
export type SlotList = readonly number[] | null;

/** The low bits of a gap: as many as the mean gap has, less one. */
const lowBits = (count: number): number => 31 - Math.clz32(Math.max(1, SPAN / count));

export interface RowWriter {
  /** @param lists LISTS_IN_ROW of them */
  add(lists: readonly SlotList[]): void;
  /** Bytes so far; every row begins with one of its own. */
  length(): number;
  bytes(): Uint8Array;
}

export function createRowWriter(): RowWriter {
  let bytes = new Uint8Array(0x10000);
  let length = 0;
  /** Bits that do not make a byte yet, and how many they are. */
  let waiting = 0;
  let count = 0;

  function putByte(byte: number): void {
    if (length === bytes.length) {
      const larger = new Uint8Array(2 * bytes.length);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length] = byte;
    length += 1;
  }

  /** The low `size` bits of `bits`, 16 at most. */
  function putBits(bits: number, size: number): void {
    waiting = (waiting << size) | bits;
    count += size;
    while (count >= 8) {
      count -= 8;
      putByte(waiting >> count);
      waiting &= (1 << count) - 1;
    }
  }

  function putGaps(list: readonly number[]): void {
    const low = lowBits(list.length);
    let before = -1;
    for (const number of list) {
      const gap = number - before - 1;
      let ones = gap >> low;
      for (; ones >= 8; ones -= 8) putBits(0xff, 8);
      putBits((1 << (ones + 1)) - 2, ones + 1);
      putBits(gap & ((1 << low) - 1), low);
      before = number;
    }
  }

  return {
    add(given) {
      const lists = given.map((list) => (list === null || list.length > LONGEST ? null : list));
      for (const list of lists) {
        // 0 for a list that is not kept; two bytes from 127 numbers on.
        const mark = list === null ? 0 : list.length + 1;
        if (mark > 0x7f) putByte(0x80 | (mark >> 7));
        putByte(mark & 0x7f);
      }
      for (const list of lists) if (list !== null) putGaps(list);
      if (count > 0) putBits(0, 8 - count);
    },
    length: () => length,
    bytes: () => bytes.subarray(0, length),
  };
}

/** For each list one more than its length, or 0 where it is not kept; and the first bit behind them. */
function readMarks(bytes: Uint8Array): { readonly marks: readonly number[]; readonly bit: number } {
  const marks: number[] = [];
  let at = 0;
  while (marks.length < LISTS_IN_ROW) {
    const first = bytes[at]!;
    marks.push(first & 0x80 ? ((first & 0x7f) << 7) | bytes[at + 1]! : first);
    at += first & 0x80 ? 2 : 1;
    if (at > bytes.length) throw new IndexDamage(CUT_OFF);
  }
  return { marks, bit: 8 * at };
}

/**
 * Reads the gaps of one list after another, from a bit on.
 * @throws IndexDamage where the bytes end before, or a number is too great
 */
function gapReader(bytes: Uint8Array, from: number): (count: number, onNumber: ((number: number) => void) | null) => void {
  let bit = from;

  /** At least the 25 bits from here on, the first of them as the sign. */
  function window(): number {
    const at = bit >> 3;
    return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) << (bit & 7);
  }

  function readGap(low: number): number {
    let ones = 0;
    let bits = window();
    let more = Math.clz32(~bits);
    while (more + 1 + low > 25) {
      const some = Math.min(more, 12);
      ones += some;
      bit += some;
      bits = window();
      more = Math.clz32(~bits);
    }
    bit += more + 1 + low;
    // In two steps, for a shift by 32 would leave all bits where there are to be none.
    return ((ones + more) << low) | (((bits << (more + 1)) >>> 1) >>> (31 - low));
  }

  return (count, onNumber) => {
    const low = lowBits(count);
    let number = -1;
    for (let read = 0; read < count; read += 1) {
      number += readGap(low) + 1;
      onNumber?.(number);
    }
    if (number >= SPAN || bit > 8 * bytes.length) throw new IndexDamage(CUT_OFF);
  };
}

/**
 * All lists of a row.
 * @throws IndexDamage where the bytes are no such row
 */
export function readRow(bytes: Uint8Array): readonly SlotList[] {
  const { marks, bit } = readMarks(bytes);
  const read = gapReader(bytes, bit);
  return marks.map((mark) => {
    if (mark === 0) return null;
    const list: number[] = [];
    read(mark - 1, (number) => list.push(number));
    return list;
  });
}

/**
 * One list of a row.
 * @throws IndexDamage where the bytes are no such row
 */
export function readList(bytes: Uint8Array, wanted: number): SlotList {
  const { marks, bit } = readMarks(bytes);
  if (marks[wanted] === 0) return null;
  const read = gapReader(bytes, bit);
  for (const mark of marks.slice(0, wanted)) if (mark > 0) read(mark - 1, null);
  const list: number[] = [];
  read(marks[wanted]! - 1, (number) => list.push(number));
  return list;
}

/** How long a list of a row is; null where it is not kept. */
export function lengthOfList(bytes: Uint8Array, wanted: number): number | null {
  const mark = readMarks(bytes).marks[wanted]!;
  return mark === 0 ? null : mark - 1;
}
