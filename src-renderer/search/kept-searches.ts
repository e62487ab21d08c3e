/** Searches worth keeping: the last ones made, and those the reader saved. Pure; they live among the settings. */
export interface SavedSearch {
  readonly text: string;
  /** Hits there were when the reader last looked: what comes after is new. */
  readonly seen: number;
}

const mostRecent = 12;

export function withRecent(recent: readonly string[], text: string): readonly string[] {
  const trimmed = text.trim();
  if (trimmed === '') return recent;
  return [trimmed, ...recent.filter((one) => one !== trimmed)].slice(0, mostRecent);
}

export function withSaved(saved: readonly SavedSearch[], text: string, seen: number): readonly SavedSearch[] {
  const trimmed = text.trim();
  if (saved.some((one) => one.text === trimmed)) return saved.map((one) => (one.text === trimmed ? { text: trimmed, seen } : one));
  return [...saved, { text: trimmed, seen }];
}

export function withoutSaved(saved: readonly SavedSearch[], text: string): readonly SavedSearch[] {
  return saved.filter((one) => one.text !== text.trim());
}
