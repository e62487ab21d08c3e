import { expect, test } from 'vitest';
import { forgetTrashing, offerUndo, undoLast } from '../../src-renderer/app/undo';

test('what was done last is taken back first, and each thing once', async () => {
  const taken: string[] = [];
  for (const said of ['first', 'second'])
    offerUndo({
      said,
      undo: () => {
        taken.push(said);
        return Promise.resolve();
      },
    });
  expect((await undoLast(null))?.said).toBe('second');
  expect((await undoLast(null))?.said).toBe('first');
  expect(await undoLast(null)).toBeNull();
  expect(taken).toEqual(['second', 'first']);
});

test('what could not be taken back is not told as done', async () => {
  offerUndo({ said: 'moved', undo: () => Promise.reject(new Error('gone')) });
  expect(await undoLast(null)).toBeNull();
});

test('what was done in one edition is not taken back in front of another', async () => {
  const taken: string[] = [];
  const offer = (said: string, edition?: number) =>
    offerUndo({ said, ...(edition === undefined ? {} : { edition }), undo: () => Promise.resolve(taken.push(said)) });
  offer('put in the trash');
  offer('in the first', 1);
  offer('in the second', 2);
  expect((await undoLast(1))?.said).toBe('in the first');
  expect((await undoLast(1))?.said).toBe('put in the trash');
  expect(await undoLast(1)).toBeNull();
  expect((await undoLast(null))?.said).toBe('in the second');
});

test('what came back from the trash by another way is not taken out of it once more', async () => {
  for (const [said, trashed] of [
    ['first', 1],
    ['second', 2],
  ] as const)
    offerUndo({ said, trashed, undo: () => Promise.resolve() });
  forgetTrashing([2]);
  expect((await undoLast(null))?.said).toBe('first');
});
