import { expect, test } from 'vitest';
import { offerUndo, undoLast } from '../../src-renderer/app/undo';

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
  expect((await undoLast())?.said).toBe('second');
  expect((await undoLast())?.said).toBe('first');
  expect(await undoLast()).toBeNull();
  expect(taken).toEqual(['second', 'first']);
});

test('what could not be taken back is not told as done', async () => {
  offerUndo({ said: 'moved', undo: () => Promise.reject(new Error('gone')) });
  expect(await undoLast()).toBeNull();
});
