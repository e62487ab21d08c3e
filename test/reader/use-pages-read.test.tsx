// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainAdvances } from '../../src-renderer/reader/compose/advances';
import { composeEdition } from '../../src-renderer/reader/compose/compose-edition';
import type { ComposedPage } from '../../src-renderer/reader/compose/composed-page';
import { pageGeometry } from '../../src-renderer/reader/compose/geometry';
import { readTextOf, shareRead, textOn, unreadIn } from '../../src-renderer/reader/read-text';
import type { ReadText } from '../../src-renderer/reader/read-text';
import { stayFor, usePagesRead } from '../../src-renderer/reader/use-pages-read';
import { inventPaper } from './invented-edition';

const edition = inventPaper(20, 5);
const composition = composeEdition(edition, pageGeometry(1040, 732, 15), { justify: true }, plainAdvances);
const page = (index: number): readonly ComposedPage[] => [composition.page(index)].filter((one) => one !== null);
const openings = [page(0), page(1), page(2)];

let root: Root;
let saved: number[];
let text: ReadText;

function Pages({ at }: { readonly at: number }) {
  usePagesRead(text, openings[at] ?? null, () => saved.push(shareRead(text)));
  return null;
}

const show = (at: number) => act(async () => root.render(<Pages at={at} />));

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector('#root') ?? document.body);
  saved = [];
  text = readTextOf(edition);
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('leafing through reads nothing; the page that one stays on is read, once', async () => {
  for (const at of [0, 1, 2]) {
    await show(at);
    vi.advanceTimersByTime(3_000);
  }
  expect(saved).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(saved).toHaveLength(1);
  expect(saved[0]).toBeGreaterThan(0);
  expect(saved[0]).toBeLessThan(0.7);
  await show(1);
  await show(2);
  vi.advanceTimersByTime(20_000);
  expect(saved).toHaveLength(1);
  await show(0);
  vi.advanceTimersByTime(20_000);
  expect(saved[1]).toBeGreaterThan(saved[0] ?? 1);
});

test('what stands in a window that is not worked in is not read; the time before is not lost', async () => {
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const turnTo = (focused: boolean) => {
    focus.mockReturnValue(focused);
    window.dispatchEvent(new Event(focused ? 'focus' : 'blur'));
  };
  const needed = stayFor(unreadIn(text, textOn(page(0))));
  await show(0);
  vi.advanceTimersByTime(needed - 1_000);
  turnTo(false);
  vi.advanceTimersByTime(60_000);
  expect(saved).toEqual([]);
  turnTo(true);
  vi.advanceTimersByTime(900);
  expect(saved).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(saved).toHaveLength(1);
});
