import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditionSummary } from '../../src-main/contract/model';
import { rowsOf, stepFrom } from '../../src-renderer/shelf/shelf-rows';
import type { Step } from '../../src-renderer/shelf/shelf-rows';
import { roomFor } from '../../src-renderer/shelf/use-room';

const group = (key: string, ...ids: readonly number[]) => ({ key, editions: ids.map((id) => ({ id }) as EditionSummary) });
const rows = rowsOf([group('a', 1, 2, 3, 4, 5), group('b', 6, 7)], 3);

const from = (id: number, step: Step) => stepFrom(rows, id, step)?.edition ?? null;

test('a group is a title and rows of so many editions', () => {
  expect(rows.map((row) => (row.kind === 'title' ? row.group : row.editions.map(({ id }) => id)))).toEqual([
    'a',
    [1, 2, 3],
    [4, 5],
    'b',
    [6, 7],
  ]);
});

test('arrow keys go as the eye does, over titles and into short rows', () => {
  expect(from(3, 'right')).toBe(4);
  expect(from(1, 'left')).toBeNull();
  expect(from(3, 'down')).toBe(5);
  expect(from(5, 'down')).toBe(7);
  expect(from(7, 'up')).toBe(5);
  expect(from(6, 'up')).toBe(4);
  expect(from(4, 'first')).toBe(1);
  expect(from(4, 'last')).toBe(7);
  expect(from(99, 'down')).toBe(1);
});

test('End leads to the last edition of any shelf, and from there no further', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 8 }),
      (sizes, columns) => {
        let id = 0;
        const shelf = rowsOf(
          sizes.map((size, index) => group(String(index), ...Array.from({ length: size }, () => ++id))),
          columns,
        );
        expect(stepFrom(shelf, 1, 'last')?.edition).toBe(id);
        expect(stepFrom(shelf, id, 'right')).toBeNull();
        expect(stepFrom(shelf, id, 'down')).toBeNull();
      },
    ),
  );
});

test('front pages fill the width there is, however narrow', () => {
  for (let width = 300; width < 3000; width += 37) {
    const { columns, cell, pageHeight, rowHeight } = roomFor(width);
    expect(columns).toBeGreaterThanOrEqual(2);
    expect(columns * cell + (columns - 1) * 22).toBeLessThanOrEqual(width);
    expect(rowHeight).toBeGreaterThan(pageHeight);
  }
  expect(roomFor(972).columns).toBe(5);
});
