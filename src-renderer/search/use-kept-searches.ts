/** The reader's recent and saved searches, and what changes them. */
import { useChangeSettings, useSettings } from '../app/queries';
import { withoutSaved, withRecent, withSaved } from './kept-searches';
import type { AskedSearch, SavedSearch } from './kept-searches';

export interface KeptSearches {
  readonly recent: readonly string[];
  readonly saved: readonly SavedSearch[];
  readonly remember: (text: string) => void;
  readonly forgetRecent: () => void;
  /** Saves a search, or notes how many hits of a saved one have been seen. */
  readonly save: (asked: AskedSearch, seen: number) => void;
  readonly drop: (asked: AskedSearch) => void;
}

export function useKeptSearches(): KeptSearches {
  const { recentSearches: recent = [], savedSearches: saved = [] } = useSettings();
  const { mutate } = useChangeSettings();
  return {
    recent,
    saved,
    remember: (text) => {
      if (text.trim() !== '' && recent[0] !== text.trim()) mutate({ recentSearches: withRecent(recent, text) });
    },
    forgetRecent: () => mutate({ recentSearches: [] }),
    save: (asked, seen) => mutate({ savedSearches: withSaved(saved, asked, seen) }),
    drop: (asked) => mutate({ savedSearches: withoutSaved(saved, asked) }),
  };
}
