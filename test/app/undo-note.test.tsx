// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../../src-renderer/app/navigation';
import type { View } from '../../src-renderer/app/navigation';
import { offerUndo } from '../../src-renderer/app/undo';
import { UndoNote } from '../../src-renderer/app/undo-note';
import { startLanguage } from '../../src-renderer/language/language';

const shownFor = 20_000;
const paper: View = { kind: 'edition', edition: 1, place: null, marked: null };
let root: Root;

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await startLanguage();
  vi.useFakeTimers();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<UndoNote />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

const told = () => document.querySelector('.undo-said')?.textContent ?? null;
const done = (said: string) => act(async () => offerUndo({ said, edition: 1, undo: () => Promise.resolve() }));
const open = (view: View) => act(async () => go(view));
const later = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

test('what was done in a paper is told in that paper, for its short while, and in no other view', async () => {
  await open(paper);
  await done('第4行另起一篇');
  expect(told()).toBe('第4行另起一篇');
  await open({ kind: 'search', text: '新桥', edition: null });
  expect(told()).toBeNull();
  await later(shownFor / 2);
  await open(paper);
  expect(told()).toBe('第4行另起一篇');
  await open({ ...paper, edition: 2 });
  await later(shownFor / 2);
  await open(paper);
  expect(told()).toBeNull();
});

test('a note that goes from under the pointer does not keep the next one', async () => {
  await open(paper);
  await done('第4行另起一篇');
  const note = document.querySelector('.undo-note')!;
  await act(async () => note.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })));
  await later(2 * shownFor);
  expect(told()).toBe('第4行另起一篇');
  await act(async () => note.querySelector('button')?.click());
  expect(told()).toBeNull();
  await done('第5行接上一段');
  await later(shownFor);
  expect(told()).toBeNull();
});
