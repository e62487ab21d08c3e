import type { Search } from '../search/search';
import type { Database } from '../store/database';
import type { LanguageScores } from '../text/document';

/** What the use cases share. */
export interface Desk {
  readonly database: Database;
  readonly search: Search;
  readonly language: LanguageScores | null;
}
