import { expect, test } from 'vitest';
import type { MatchSpan } from '../../src-main/contract/model';
import { piecesOf } from '../../src-renderer/reader/hits';
import { stretchesOf } from '../../src-renderer/reader/page/text-marks';

const first: MatchSpan = { source: 1, start: 10, end: 16 };
const rest: MatchSpan = { source: 1, start: 18, end: 21, goesOn: true };
const other: MatchSpan = { source: 1, start: 40, end: 49 };

test('a match that is parted is current in all its pieces, and no other is', () => {
  const hits = [other, first, rest, other];
  const marks = { hits, current: piecesOf(hits, first), doubts: [] };
  const emphasisOf = ({ source, start, end }: MatchSpan) =>
    stretchesOf({ source, start, end, from: 0, to: end - start }, marks).map(({ emphasis }) => emphasis);
  expect([first, rest, other].map(emphasisOf)).toEqual([['hit-now'], ['hit-now'], ['hit']]);
});

test('the last match of all has no more pieces than its own', () => {
  expect(piecesOf([other, first, rest], first)).toEqual([first, rest]);
  expect(piecesOf([first, rest, other], other)).toEqual([other]);
  expect(piecesOf([first, rest], null)).toEqual([]);
});
