import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexDamage } from '../../src-main/search/index-damage';
import { createRowWriter, LISTS_IN_ROW, readList, readRow, SPAN } from '../../src-main/search/slot-lists';
import type { SlotList } from '../../src-main/search/slot-lists';

const list = fc.oneof(
  fc.constant(null),
  fc.uniqueArray(fc.integer({ min: 0, max: SPAN - 1 }), { maxLength: 2200 }).map((numbers) => numbers.sort((a, b) => a - b)),
  fc
    .record({ from: fc.integer({ min: 0, max: SPAN - 2200 }), length: fc.integer({ min: 0, max: 2200 }) })
    .map(({ from, length }) => Array.from({ length }, (_, at) => from + at)),
);
const row = fc.array(list, { minLength: LISTS_IN_ROW, maxLength: LISTS_IN_ROW });

function bytesOf(lists: readonly SlotList[]): Uint8Array {
  const writer = createRowWriter();
  writer.add(lists);
  return writer.bytes();
}

describe('a row of lists', () => {
  it('is read as it was written, but for lists too long to be kept', () => {
    fc.assert(
      fc.property(row, (lists) => {
        const kept = lists.map((one) => (one && one.length > SPAN / 8 ? null : one));
        expect(readRow(bytesOf(lists))).toEqual(kept);
        expect(kept.map((_, at) => readList(bytesOf(lists), at))).toEqual(kept);
      }),
    );
  });

  it('stands for itself behind others', () => {
    fc.assert(
      fc.property(row, row, (first, second) => {
        const writer = createRowWriter();
        writer.add(first);
        const from = writer.length();
        writer.add(second);
        expect(writer.bytes().slice(from)).toEqual(bytesOf(second));
      }),
    );
  });

  it('that is cut off or of other bytes is damage, or some other row', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          for (const one of readRow(bytes)) for (const slot of one ?? []) expect(slot >= 0 && slot < SPAN).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(IndexDamage);
        }
      }),
    );
  });

  it('that has lost its end is damage', () => {
    const lists = Array.from({ length: LISTS_IN_ROW }, (_, at) => [at, 100 + at, 3000 + 7 * at]);
    const bytes = bytesOf(lists);
    for (let length = 0; length < bytes.length; length += 1) expect(() => readRow(bytes.slice(0, length))).toThrow(IndexDamage);
  });
});
