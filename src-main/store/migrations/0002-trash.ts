import type { Migration } from './migration';

/** An edition in the trash is hidden from everything but the trash, and whole until it is emptied. */
export const trash: Migration = {
  version: 2,
  sql: 'ALTER TABLE editions ADD COLUMN trashed_at TEXT;',
};
