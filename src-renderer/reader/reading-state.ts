/**
 * What the reader has before their eyes: place, article and pages of the edition in front, for side panel and footer.
 * Set by the view in front; kept nowhere.
 */
import { useSyncExternalStore } from 'react';
import type { ArticleId, EditionId, Place } from '../../src-main/contract/model';
import type { PageStatus } from './page/edition-pages';

export interface Reading {
  readonly edition: EditionId | null;
  readonly place: Place | null;
  /** The article at the place. */
  readonly article: ArticleId | null;
  /** The edition's pages as last composed; null until its pages were shown. */
  readonly pages: PageStatus | null;
}

const nothing: Reading = { edition: null, place: null, article: null, pages: null };
let reading: Reading = nothing;
const listeners = new Set<() => void>();

/** Tells what is in front now; what is not told stays, as long as the edition does. */
export function setReading(edition: EditionId, change: Partial<Omit<Reading, 'edition'>>): void {
  const before = reading.edition === edition ? reading : { ...nothing, edition };
  const after = { ...before, ...change };
  if (
    after.edition === reading.edition &&
    after.place === reading.place &&
    after.article === reading.article &&
    after.pages === reading.pages
  )
    return;
  reading = after;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentReading(): Reading {
  return reading;
}

export function useReading(): Reading {
  return useSyncExternalStore(subscribe, currentReading);
}

/** The article the reader is at in this edition; null elsewhere. Drawn again only where that changes. */
export function useArticleRead(edition: EditionId): ArticleId | null {
  return useSyncExternalStore(subscribe, () => (reading.edition === edition ? reading.article : null));
}
