/** Searches worth keeping: the last ones made, and those the reader saved. Pure; they live among the settings. */
import type { EditionId } from '../../src-main/contract/model';

export interface SavedSearch {
  readonly text: string;
  /** Hits there were when the reader last looked: what comes after is new. */
  readonly seen: number;
  /** The paper it stays within; without one it goes through all. */
  readonly edition?: EditionId;
}

const mostRecent = 12;

export function withRecent(recent: readonly string[], text: string): readonly string[] {
  const trimmed = text.trim();
  if (trimmed === '') return recent;
  return [trimmed, ...recent.filter((one) => one !== trimmed)].slice(0, mostRecent);
}

export function isSameSearch(one: SavedSearch, text: string, edition: EditionId | null): boolean {
  return one.text === text.trim() && (one.edition ?? null) === edition;
}

export function withSaved(saved: readonly SavedSearch[], text: string, edition: EditionId | null, seen: number): readonly SavedSearch[] {
  if (saved.some((one) => isSameSearch(one, text, edition)))
    return saved.map((one) => (isSameSearch(one, text, edition) ? { ...one, seen } : one));
  return [...saved, { text: text.trim(), seen, ...(edition === null ? {} : { edition }) }];
}

export function withoutSaved(saved: readonly SavedSearch[], text: string, edition: EditionId | null): readonly SavedSearch[] {
  return saved.filter((one) => !isSameSearch(one, text, edition));
}
