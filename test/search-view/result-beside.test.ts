/** Where walking goes on beyond the last match of what is read. */
import { describe, expect, test } from 'vitest';
import { resultBeside } from '../../src-renderer/search/result-beside';

const list = (...results: readonly (readonly [edition: number, article: number])[]) =>
  results.map(([edition, articleId]) => ({ edition, articleId }));

describe('from an edition', () => {
  const results = list([1, 11], [2, 21], [1, 12], [3, 31], [2, 22]);
  const beside = (edition: number, step: 1 | -1) => resultBeside(results, { kind: 'edition', edition }, step);

  test('each comes once, where its best result stands, and the way back is the same', () => {
    expect(beside(1, 1)).toBe(1);
    expect(beside(2, 1)).toBe(3);
    expect(beside(3, -1)).toBe(1);
    expect(beside(2, -1)).toBe(0);
  });

  test('nothing lies beyond the ends', () => {
    expect(beside(3, 1)).toBeNull();
    expect(beside(1, -1)).toBeNull();
  });

  test('of a list that is not known that far more has to be asked for', () => {
    expect(beside(4, 1)).toBeNull();
    expect(resultBeside([], { kind: 'edition', edition: 1 }, 1)).toBeNull();
  });
});

describe('from a story', () => {
  // The story of parts 11 and 13 stands in the list twice.
  const results = list([1, 11], [2, 21], [1, 13], [1, 12]);
  const beside = (articles: readonly number[], opened: number | null, step: 1 | -1) =>
    resultBeside(results, { kind: 'story', articles, opened }, step);

  test('the list is walked to its end, whichever part of a story was opened', () => {
    expect(beside([11, 13], 0, 1)).toBe(1);
    expect(beside([21], 1, 1)).toBe(2);
    expect(beside([11, 13], 2, 1)).toBe(3);
    expect(beside([12], 3, 1)).toBeNull();
    expect(beside([12], 3, -1)).toBe(2);
    expect(beside([11, 13], 2, -1)).toBe(1);
    expect(beside([11, 13], 0, -1)).toBeNull();
  });

  test('one that was come to by another way goes on from where it stands, or else from what was opened', () => {
    expect(beside([21], 3, 1)).toBe(2);
    expect(beside([99], 1, 1)).toBe(2);
    expect(beside([99], 1, -1)).toBe(0);
    expect(beside([99], null, -1)).toBeNull();
  });
});
