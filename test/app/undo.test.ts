import { expect, test } from 'vitest';
import { forgetTrashing, offerUndo, redoLast, undoLast } from '../../src-renderer/app/undo';

const lastSaid = async (inFront: number | null) => (await undoLast(inFront))?.said({ t: String as never, language: 'en' });
const never = () => Promise.reject(new Error('nobody asked for it'));

test('what was done last is taken back first, and each thing once', async () => {
  const taken: string[] = [];
  for (const said of ['first', 'second'])
    offerUndo({
      said: () => said,
      redo: never,
      undo: () => {
        taken.push(said);
        return Promise.resolve();
      },
    });
  expect(await lastSaid(null)).toBe('second');
  expect(await lastSaid(null)).toBe('first');
  expect(await undoLast(null)).toBeNull();
  expect(taken).toEqual(['second', 'first']);
});

test('what could not be taken back is not told as done', async () => {
  offerUndo({ said: () => 'moved', redo: never, undo: () => Promise.reject(new Error('gone')) });
  expect(await undoLast(null)).toBeNull();
});

test('what was done in one edition is not taken back in front of another', async () => {
  const taken: string[] = [];
  const offer = (said: string, edition?: number) =>
    offerUndo({
      said: () => said,
      ...(edition === undefined ? {} : { edition }),
      redo: never,
      undo: () => Promise.resolve(taken.push(said)),
    });
  offer('put in the trash');
  offer('in the first', 1);
  offer('in the second', 2);
  expect(await lastSaid(1)).toBe('in the first');
  expect(await lastSaid(1)).toBe('put in the trash');
  expect(await undoLast(1)).toBeNull();
  expect(await lastSaid(null)).toBe('in the second');
});

test('what came back from the trash by another way is not taken out of it once more', async () => {
  for (const [said, trashed] of [
    ['first', 1],
    ['second', 2],
  ] as const)
    offerUndo({ said: () => said, trashed, redo: never, undo: () => Promise.resolve() });
  forgetTrashing([2]);
  expect(await lastSaid(null)).toBe('first');
});

test('what was taken back is done again, last taken back first, and taken back once more, until something else is done', async () => {
  const done: string[] = [];
  const write = (said: string): Promise<void> => {
    done.push(said);
    offerUndo({ said: () => said, undo: () => Promise.resolve(done.pop()), redo: () => write(said) });
    return Promise.resolve();
  };
  await write('first');
  await write('second');
  await undoLast(null);
  await undoLast(null);
  expect(done).toEqual([]);
  await redoLast(null);
  expect(done).toEqual(['first']);
  await redoLast(null);
  expect(done).toEqual(['first', 'second']);
  await redoLast(null);
  expect(done).toEqual(['first', 'second']);
  await undoLast(null);
  await write('third');
  await redoLast(null);
  expect(done).toEqual(['first', 'third']);
});
