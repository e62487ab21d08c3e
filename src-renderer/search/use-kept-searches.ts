/** The reader's recent and saved searches, and what changes them. */
import type { EditionId } from '../../src-main/contract/model';
import { useChangeSettings, useSettings } from '../app/queries';
import { withoutSaved, withRecent, withSaved } from './kept-searches';
import type { SavedSearch } from './kept-searches';

export interface KeptSearches {
  readonly recent: readonly string[];
  readonly saved: readonly SavedSearch[];
  readonly remember: (text: string) => void;
  readonly forgetRecent: () => void;
  /** Saves a search, or notes how many hits of a saved one have been seen. */
  readonly save: (text: string, edition: EditionId | null, seen: number) => void;
  readonly drop: (text: string, edition: EditionId | null) => void;
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
    save: (text, edition, seen) => mutate({ savedSearches: withSaved(saved, text, edition, seen) }),
    drop: (text, edition) => mutate({ savedSearches: withoutSaved(saved, text, edition) }),
  };
}
