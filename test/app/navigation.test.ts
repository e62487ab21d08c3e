import { beforeEach, describe, expect, test, vi } from 'vitest';

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

/** A browser's own history: entries with a state, and an event when it is walked. */
function browserHistory(state: unknown = null) {
  const states: unknown[] = [state];
  let at = 0;
  const listeners: ((event: { state: unknown }) => void)[] = [];
  const history = {
    get state() {
      return states[at];
    },
    replaceState: (next: unknown) => void (states[at] = next),
    pushState: (next: unknown) => void states.splice(++at, Infinity, next),
    go(by: number) {
      if (states[at + by] === undefined) return;
      at += by;
      for (const heard of listeners) heard({ state: states[at] });
    },
  };
  const addEventListener = (_name: string, listener: (event: { state: unknown }) => void) => void listeners.push(listener);
  return { history, addEventListener } as unknown as Window & { readonly history: typeof history };
}

describe('in a browser', () => {
  test('its own buttons walk the views, and the app’s buttons walk its history', () => {
    const { go, back, currentView, joinBrowserHistory } = navigation;
    const browser = browserHistory();
    joinBrowserHistory(browser);
    go(edition);
    go(article);
    browser.history.go(-1);
    expect(currentView()).toBe(edition);
    browser.history.go(1);
    expect(currentView()).toBe(article);
    back();
    back();
    expect(currentView()).toEqual({ kind: 'shelf' });
    expect(browser.history.state).toEqual({ view: 0 });
  });

  test('what lies there from before a reload leads nowhere, and the way goes on from it', () => {
    const { go, back, currentView, joinBrowserHistory } = navigation;
    const browser = browserHistory({ view: 7 });
    joinBrowserHistory(browser);
    go(article);
    expect(browser.history.state).toEqual({ view: 8 });
    back();
    expect(currentView()).toEqual({ kind: 'shelf' });
    back();
    expect(currentView()).toEqual({ kind: 'shelf' });
  });

  test('a long day of reading does not put them apart', () => {
    const { go, currentView, joinBrowserHistory } = navigation;
    const browser = browserHistory();
    joinBrowserHistory(browser);
    for (let index = 1; index <= 500; index += 1) go({ ...article, article: index });
    browser.history.go(-3);
    expect(currentView()).toEqual({ ...article, article: 497 });
  });
});
