/**
 * What the reader has before their eyes: page, place and articles of the edition in front, for side panel and footer.
 * Set by the view in front; not kept anywhere.
 */
import { useSyncExternalStore } from 'react';
import type { ArticleId, EditionId, Place } from '../../src-main/contract/model';

export interface Reading {
  readonly edition: EditionId | null;
  readonly place: Place | null;
  /** The article at the place. */
  readonly article: ArticleId | null;
}

const nothing: Reading = { edition: null, place: null, article: null };
let reading: Reading = nothing;
const listeners = new Set<() => void>();

export function setReading(next: Reading): void {
  if (next.edition === reading.edition && next.article === reading.article && next.place === reading.place) return;
  reading = next;
  for (const listener of listeners) listener();
}

export function currentReading(): Reading {
  return reading;
}

export function useReading(): Reading {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => reading,
  );
}
