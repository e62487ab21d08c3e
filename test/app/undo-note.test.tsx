// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go, replace } from '../../src-renderer/app/navigation';
import type { View } from '../../src-renderer/app/navigation';
import { offerUndo, tellDone } from '../../src-renderer/app/undo';
import type { Said } from '../../src-renderer/app/undo';
import { UndoNote } from '../../src-renderer/app/undo-note';
import { setLanguage, startLanguage } from '../../src-renderer/language/language';

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
const offer = (said: string): void =>
  offerUndo({ said: () => said, edition: 1, undo: () => Promise.resolve(), redo: () => Promise.resolve(offer(said)) });
const done = (said: string): Promise<void> => act(async () => offer(said));
const press = (name: string) =>
  act(async () => [...document.querySelectorAll<HTMLElement>('.undo-note button')].find((one) => one.textContent === name)?.click());
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

test('what leaves nothing to take back is told until the reader goes on, be it to the next page', async () => {
  await open(paper);
  await act(async () => tellDone('没有可重做的'));
  expect(told()).toBe('没有可重做的');
  await act(async () => replace({ ...paper, place: { source: 1, offset: 900 } }));
  expect(told()).toBeNull();
  await act(async () => tellDone('没有可重做的'));
  const note = document.querySelector('.undo-note')!;
  await act(async () => note.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })));
  await open({ kind: 'shelf' });
  expect(told()).toBeNull();
  // What can be taken back stays for its while.
  await open(paper);
  await done('第4行另起一篇');
  await act(async () => replace({ ...paper, place: { source: 1, offset: 900 } }));
  expect(told()).toBe('第4行另起一篇');
});

test('a note that goes from under the pointer does not keep the next one', async () => {
  await open(paper);
  await done('第4行另起一篇');
  const note = document.querySelector('.undo-note')!;
  await act(async () => note.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })));
  await later(2 * shownFor);
  expect(told()).toBe('第4行另起一篇');
  await act(async () => note.querySelector<HTMLElement>('button:last-child')?.click());
  expect(told()).toBeNull();
  await done('第5行接上一段');
  await later(shownFor);
  expect(told()).toBeNull();
});

test('what was taken back is told, and can be done again', async () => {
  await open(paper);
  await done('第4行另起一篇');
  await press('Undo');
  expect(told()).toBe('Undone: 第4行另起一篇');
  await press('Redo');
  expect(told()).toBe('第4行另起一篇');
});

const said: Said = ({ t, language }) => `${language}: ${t('app:undo')}`;

test('what is told is told in the language of now', async () => {
  await open(paper);
  await act(async () => offerUndo({ said, edition: 1, undo: () => Promise.resolve(), redo: () => Promise.resolve() }));
  expect(told()).toBe('en: Undo');
  await act(async () => setLanguage('zh-CN'));
  expect(told()).toBe('zh-CN: 撤销');
  await press('撤销');
  expect(told()).toBe('已撤销：zh-CN: 撤销');
  await act(async () => setLanguage('en'));
  expect(told()).toBe('Undone: en: Undo');
});
