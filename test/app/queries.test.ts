// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createQueryClient, keys, refresh } from '../../src-renderer/app/queries';

function stale(editions: readonly number[] | null): readonly unknown[] {
  const queryClient = createQueryClient();
  for (const key of [
    keys.info,
    keys.settings,
    keys.editions,
    keys.edition(1),
    keys.edition(2),
    keys.bookmarks,
    keys.marks(1, '物流'),
    keys.search({ text: '物流' }),
  ])
    queryClient.setQueryData(key, {});
  refresh(queryClient, { editions });
  return queryClient
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.isInvalidated)
    .map(({ queryKey }) => queryKey.slice(0, 2).join(' '));
}

test('a change of one edition makes it, the shelf, bookmarks and search stale, and leaves the others alone', () => {
  expect(stale([1])).toEqual(['editions', 'edition 1', 'bookmarks', 'marks 1', 'search [object Object]']);
});

test('where anything may have changed every edition is stale, and what is known of the library; settings never are', () => {
  expect(stale(null)).toEqual(['info', 'editions', 'edition 1', 'edition 2', 'bookmarks', 'marks 1', 'search [object Object]']);
});

test('what changes while the shelf is first being asked for is on it all the same', async () => {
  const queryClient = createQueryClient();
  const answers: ((shelf: readonly string[]) => void)[] = [];
  const ask = () => new Promise<readonly string[]>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(queryClient, { queryKey: keys.editions, queryFn: ask });
  const stop = observer.subscribe(() => {});
  refresh(queryClient, { editions: [2] });
  answers[0]?.(['one']);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(['one', 'two']);
  await expect.poll(() => observer.getCurrentResult().data).toEqual(['one', 'two']);
  stop();
});
