import type { Search } from '../search/search';
import type { Database } from '../store/database';
import type { Parser } from './parser';

/** What the use cases share. */
export interface Desk {
  readonly database: Database;
  readonly search: Search;
  readonly parser: Parser;
}
