/** How the shelf is arranged and narrowed. It outlives the view: whoever comes back from an edition finds the shelf as it was. */
import { useSyncExternalStore } from 'react';
import type { EditionId, ReadState } from '../../src-main/contract/model';

export type ShelfOrder = 'recent' | 'date' | 'paper';

export interface ShelfFilter {
  /** Null for any; empty for editions whose paper, or year, is not known. */
  readonly paper: string | null;
  readonly year: string | null;
  readonly state: ReadState | null;
  /** Words that paper, date, a headline or a file's name must hold. */
  readonly text: string;
}

export interface ShelfSession {
  readonly order: ShelfOrder;
  readonly filter: ShelfFilter;
  /** The edition that the keyboard stands on. */
  readonly current: EditionId | null;
}

export const noFilter: ShelfFilter = { paper: null, year: null, state: null, text: '' };

export function isNarrowing({ paper, year, state, text }: ShelfFilter): boolean {
  return paper !== null || year !== null || state !== null || text.trim() !== '';
}

let session: ShelfSession = { order: 'recent', filter: noFilter, current: null };
const listeners = new Set<() => void>();

export function changeShelf(change: Partial<ShelfSession>): void {
  session = { ...session, ...change };
  for (const listener of listeners) listener();
}

export function changeFilter(change: Partial<ShelfFilter>): void {
  changeShelf({ filter: { ...session.filter, ...change } });
}

export function useShelfSession(): ShelfSession {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}
