/**
 * Where the reader is, with a history as in a browser. Views are plain values, so that back, forward, bookmarks and the
 * command palette all go the same way. Not for what a view shows.
 */
import { useSyncExternalStore } from 'react';
import type { ArticleId, EditionId, Place } from '../../src-main/contract/model';

export type View =
  | { readonly kind: 'shelf' }
  | {
      readonly kind: 'edition';
      readonly edition: EditionId;
      readonly place: Place | null;
      readonly marked: string | null;
      /** It was put in front of the reader, who had not gone there. */
      readonly cameByItself?: true;
    }
  | {
      readonly kind: 'article';
      readonly edition: EditionId;
      readonly article: ArticleId;
      readonly place: Place | null;
      readonly marked: string | null;
      /** Of the notices about it the one that was come for. */
      readonly notice?: number;
    }
  | { readonly kind: 'search'; readonly text: string; readonly edition: EditionId | null }
  | { readonly kind: 'bookmarks' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'settings' };

interface History {
  readonly entries: readonly View[];
  readonly index: number;
}

const longestHistory = 200;
const SHELF: View = { kind: 'shelf' };
let history: History = { entries: [SHELF], index: 0 };
let moves = 0;
/** What a browser keeps of this history, so that its own buttons walk it too. Null in the desktop app, which has none. */
let browser: Pick<Window['history'], 'pushState' | 'go'> | null = null;
/** Entries that came before the oldest one kept: a browser counts these too. */
let dropped = 0;
const listeners = new Set<() => void>();

function set(next: History): void {
  history = next;
  for (const listener of listeners) listener();
}

export function currentView(): View {
  return history.entries[history.index] ?? SHELF;
}

/** The edition in front, whole or by one of its articles; null where none is. */
export function editionOf(view: View): EditionId | null {
  return view.kind === 'edition' || view.kind === 'article' ? view.edition : null;
}

/** The view that `back` would show. */
export function viewBefore(): View | null {
  return history.entries[history.index - 1] ?? null;
}

/** Grows with every view that is opened or gone back to; not with what only changes the one in front. */
export function movesMade(): number {
  return moves;
}

/** Opens a view; what lay forward is forgotten. */
export function go(view: View): void {
  moves += 1;
  const all = [...history.entries.slice(0, history.index + 1), view];
  const entries = all.slice(-longestHistory);
  dropped += all.length - entries.length;
  set({ entries, index: entries.length - 1 });
  browser?.pushState({ view: dropped + history.index }, '');
}

/** Changes the current entry without a new one: typing in the search field, turning pages. */
export function replace(view: View): void {
  set({ entries: history.entries.with(history.index, view), index: history.index });
}

export function back(): void {
  step(-1);
}

export function forward(): void {
  step(1);
}

function step(by: 1 | -1): void {
  if (history.entries[history.index + by] === undefined) return;
  if (browser) browser.go(by);
  else showEntry(history.index + by);
}

function showEntry(index: number): void {
  if (index === history.index || history.entries[index] === undefined) return;
  moves += 1;
  set({ ...history, index });
}

/** From now on `window`'s history and this one are walked together, by whichever is asked. What it holds from before a reload leads nowhere. */
export function joinBrowserHistory({
  history: own,
  addEventListener,
}: Pick<Window, 'addEventListener'> & { readonly history: Window['history'] }): void {
  const before: unknown = (own.state as { readonly view?: unknown } | null)?.view;
  dropped = typeof before === 'number' ? before - history.index : 0;
  own.replaceState({ view: dropped + history.index }, '');
  browser = own;
  addEventListener('popstate', ({ state }) => {
    const view: unknown = (state as { readonly view?: unknown } | null)?.view;
    if (typeof view === 'number') showEntry(view - dropped);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useView(): View {
  return useSyncExternalStore(subscribe, currentView);
}

/** What is asked of the view in front, as one plain value: a turn of a page draws nothing again that has no part in it. */
export function useOfView<Value extends string | number | boolean | null>(ask: (view: View) => Value): Value {
  return useSyncExternalStore(subscribe, () => ask(currentView()));
}

/** Whether there is a view to go back to, or forward. */
export function useMayGo(by: 1 | -1): boolean {
  return useSyncExternalStore(subscribe, () => history.entries[history.index + by] !== undefined);
}
