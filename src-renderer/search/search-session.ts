/**
 * How a search is being looked at: order, what narrows it, and which hit was opened last. It outlives the view, so that
 * whoever comes back from a page finds the list as it was. Not for the query itself: that is the view's (navigation.ts).
 */
import { useSyncExternalStore } from 'react';
import type { EditionId, FacetName, Place, SearchHit, SearchSort } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';

export const facetNames = ['section', 'paper', 'month', 'place', 'kind'] as const satisfies readonly FacetName[];

export type Facets = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** Where walking on beyond the last match led, or that there is nothing beyond; told while the reader stands at that match. */
export type WalkNews =
  | { readonly kind: 'next' | 'previous'; readonly at: Place; readonly hit: SearchHit; readonly form: 'edition' | 'article' }
  | { readonly kind: 'first' | 'last'; readonly at: Place };

export interface SearchSession {
  readonly sort: SearchSort;
  readonly facets: Facets;
  /** The query that the choices above and below belong to. */
  readonly text: string;
  /** Where the reader left for a page; null once the query has changed. */
  readonly opened: number | null;
  /** The list a page or an article was last opened from: what n and N go on in. */
  readonly list: Input<'search.query'> | null;
  readonly news: WalkNews | null;
  /** A query whose first hit is to be opened as soon as it is known: Enter was quicker than the library. */
  readonly openFirst: string | null;
  /** What Enter means while suggestions are open under the field: the first hit, or the suggestion chosen; null while none are. */
  readonly suggesting: 'first' | 'chosen' | null;
  /** The edition that was open when a search went from it to the whole library, and back. */
  readonly edition: EditionId | null;
}

const fresh: SearchSession = {
  sort: 'relevance',
  facets: {},
  text: '',
  opened: null,
  list: null,
  news: null,
  openFirst: null,
  suggesting: null,
  edition: null,
};
let session = fresh;
const listeners = new Set<() => void>();

export function currentSession(): SearchSession {
  return session;
}

export function changeSession(change: Partial<SearchSession>): void {
  session = { ...session, ...change };
  for (const listener of listeners) listener();
}

/** Still the same search, refined: what narrowed it goes on narrowing. */
function refines(before: string, after: string): boolean {
  return before !== '' && (after.startsWith(before) || before.startsWith(after));
}

/** Tells the session which query is shown now. */
export function sessionFor(text: string): void {
  const trimmed = text.trim();
  if (trimmed === session.text) return;
  changeSession({ text: trimmed, opened: null, ...(refines(session.text, trimmed) ? {} : { facets: {} }) });
}

export function toggleFacet(facets: Facets, name: FacetName, value: string): Facets {
  const chosen = facets[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  const { [name]: _before, ...others } = facets;
  return next.length === 0 ? others : { ...others, [name]: next };
}

export function clearFacet(facets: Facets, name: FacetName): Facets {
  const { [name]: _before, ...others } = facets;
  return others;
}

export function useSearchSession(): SearchSession {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}
