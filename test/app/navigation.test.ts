import { beforeEach, expect, test, vi } from 'vitest';

type Navigation = typeof import('../../src-renderer/app/navigation');
let navigation: Navigation;

beforeEach(async () => {
  vi.resetModules();
  navigation = await import('../../src-renderer/app/navigation');
});

const edition = { kind: 'edition', edition: 1, place: null, marked: null } as const;
const article = { kind: 'article', edition: 1, article: 2, place: null, marked: null } as const;

test('back and forward walk the views that were opened, and stop at the ends', () => {
  const { go, back, forward, currentView } = navigation;
  go(edition);
  go(article);
  back();
  expect(currentView()).toBe(edition);
  forward();
  forward();
  expect(currentView()).toBe(article);
  back();
  back();
  back();
  expect(currentView()).toEqual({ kind: 'shelf' });
});

test('opening a view forgets what lay forward', () => {
  const { go, back, forward, currentView } = navigation;
  go(edition);
  back();
  go(article);
  forward();
  expect(currentView()).toBe(article);
});

test('turning a page is no step back: the same entry holds the new place', () => {
  const { go, replace, back, currentView, viewBefore } = navigation;
  go(edition);
  replace({ ...edition, place: { source: 1, offset: 9 } });
  go(article);
  expect(viewBefore()).toEqual({ ...edition, place: { source: 1, offset: 9 } });
  back();
  expect(currentView()).toEqual({ ...edition, place: { source: 1, offset: 9 } });
});

test('a long day of reading keeps the newest views', () => {
  const { go, back, currentView } = navigation;
  for (let index = 1; index <= 500; index += 1) go({ ...article, article: index });
  expect(currentView()).toEqual({ ...article, article: 500 });
  for (let index = 0; index < 500; index += 1) back();
  expect(currentView()).toEqual({ ...article, article: 301 });
});
