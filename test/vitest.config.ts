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

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As for the browser tests: a machine shared by others may upset a test once.
    retry: process.env['CI'] ? 1 : 0,
  },
});
