import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Vitest words its failures with `Map.groupBy`, which Node 20 does not have yet: without it a failing test says nothing at all. */
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    value: <Key, Item>(items: Iterable<Item>, keyOf: (item: Item, index: number) => Key): Map<Key, Item[]> => {
      const groups = new Map<Key, Item[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
      }
      return groups;
    },
  });
}

/** What is tested there keeps nothing between calls: such files run one after another in one worker, which spares half of their time. */
const pure = ['test/text/**/*.test.ts', 'test/search/**/*.test.ts', 'test/reader/**/*.test.{ts,tsx}'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As for the browser tests: a machine shared by others may upset a test once.
    retry: process.env['CI'] ? 1 : 0,
    projects: [
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', ...pure] } },
      { extends: true, test: { name: 'together', include: pure, isolate: false } },
    ],
  },
});
