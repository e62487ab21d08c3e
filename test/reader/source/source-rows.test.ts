import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOfOffset, rowOfOffset, sourceRows } from '../../../src-renderer/reader/source/source-rows';

const pieces = fc.constantFrom('\n', '\r', '\r\n', '\u2028', '甲', '𠮷', 'a', ' ', '\ud800', '长'.repeat(700), '𠮷'.repeat(400));
const text = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));

test('the rows together are the text, and none is too long to draw', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const rows = sourceRows(whole);
      let joined = '';
      for (let row = 0; row < rows.count; row += 1) {
        const piece = whole.slice(rows.starts[row], rows.starts[row + 1]);
        expect(piece.length).toBeLessThanOrEqual(603);
        joined += piece;
      }
      expect(joined).toBe(whole);
    }),
  );
});

test('no row cuts a character in two', () => {
  const whole = '𠮷'.repeat(1000);
  const rows = sourceRows(whole);
  for (let row = 1; row < rows.count; row += 1) expect(whole.slice(0, rows.starts[row])).not.toMatch(/[\uD800-\uDBFF]$/);
});

test('every offset is found in the row that holds it', () => {
  fc.assert(
    fc.property(text, fc.nat(3000), (whole, wanted) => {
      const rows = sourceRows(whole);
      const offset = Math.min(wanted, Math.max(0, whole.length - 1));
      const row = rowOfOffset(rows, offset);
      expect(rows.starts[row]).toBeLessThanOrEqual(offset);
      expect(rows.starts[row + 1] ?? 0).toBeGreaterThanOrEqual(Math.min(offset + 1, whole.length));
    }),
  );
});

test('lines are counted as an editor counts them, whatever ends them', () => {
  const rows = sourceRows('一\r\n二\r三\n\n五');
  expect(rows.lastLine).toBe(5);
  expect(lineOfOffset(rows, 0)).toBe(1);
  expect(lineOfOffset(rows, 3)).toBe(2);
  expect(lineOfOffset(rows, 5)).toBe(3);
  expect(lineOfOffset(rows, 99)).toBe(5);
});

test('an empty text is one empty line', () => {
  expect(sourceRows('')).toMatchObject({ count: 1, lastLine: 1 });
});
