/** Searches worth keeping: the last ones made, and those the reader saved. Pure; they live among the settings. */
import type { EditionId } from '../../src-main/contract/model';
import { facetNames } from './search-session';
import type { Facets } from './search-session';

/** What a search asks for, whatever the order and form its list is shown in. */
export interface AskedSearch {
  readonly text: string;
  /** The paper it stays within; null where it goes through all. */
  readonly edition: EditionId | null;
  /** What its hits are narrowed to. */
  readonly facets: Facets;
}

/** As the settings hold it: without what does not narrow it. */
export interface SavedSearch {
  readonly text: string;
  /** Hits there were when the reader last looked: what comes after is new. */
  readonly seen: number;
  readonly edition?: EditionId;
  readonly facets?: Facets;
}

const mostRecent = 12;

export function withRecent(recent: readonly string[], text: string): readonly string[] {
  const trimmed = text.trim();
  if (trimmed === '') return recent;
  return [trimmed, ...recent.filter((one) => one !== trimmed)].slice(0, mostRecent);
}

export function askedBy({ text, edition, facets = {} }: SavedSearch): AskedSearch {
  return { text, edition: edition ?? null, facets };
}

/** The same for two searches that find the same, in whatever order their facets were chosen. */
export function keyOfSearch({ text, edition, facets }: AskedSearch): string {
  return JSON.stringify([text.trim(), edition, facetNames.map((name) => [...(facets[name] ?? [])].sort())]);
}

export function isSameSearch(saved: SavedSearch, asked: AskedSearch): boolean {
  return keyOfSearch(askedBy(saved)) === keyOfSearch(asked);
}

export function withSaved(saved: readonly SavedSearch[], asked: AskedSearch, seen: number): readonly SavedSearch[] {
  if (saved.some((one) => isSameSearch(one, asked))) return saved.map((one) => (isSameSearch(one, asked) ? { ...one, seen } : one));
  const { text, edition, facets } = asked;
  const narrowed = Object.keys(facets).length > 0;
  return [...saved, { text: text.trim(), seen, ...(edition === null ? {} : { edition }), ...(narrowed ? { facets } : {}) }];
}

export function withoutSaved(saved: readonly SavedSearch[], asked: AskedSearch): readonly SavedSearch[] {
  return saved.filter((one) => !isSameSearch(one, asked));
}
