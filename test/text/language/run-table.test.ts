import { assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ENTRY, buildRunTable, hashRun, lookUpRun } from '../../../src-main/text/language/run-table';

describe('the packed table of runs', () => {
  it('gives back every value that was put in', () => {
    assert(
      property(uniqueArray(integer({ min: 0, max: 0xffffffff }), { minLength: 1, maxLength: 500 }), (keys) => {
        const hashes = Uint32Array.from(keys);
        const values = Uint16Array.from(keys, (key) => key % 4096);
        const table = buildRunTable(hashes, values);
        for (const [index, hash] of hashes.entries()) expect(lookUpRun(table, hash)).toBe(values[index]);
      }),
    );
  });

  it('holds a hundred thousand runs with little waste and rarely answers for a run it never saw', () => {
    const hashes = Uint32Array.from({ length: 100_000 }, (_, index) => hashRun(hashRun(0, index & 0xff), index >>> 8));
    const table = buildRunTable(hashes, new Uint16Array(hashes.length).fill(7));
    expect(table.low.length / hashes.length).toBeLessThan(1.35);
    let wrong = 0;
    for (let index = 0; index < 100_000; index += 1)
      if (lookUpRun(table, hashRun(hashRun(1, index & 0xff), index)) !== NO_ENTRY) wrong += 1;
    expect(wrong).toBeLessThan(100);
  });

  it('tells the order of symbols apart', () => {
    expect(hashRun(hashRun(0, 5), 9)).not.toBe(hashRun(hashRun(0, 9), 5));
  });
});
