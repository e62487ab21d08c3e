import type { Migration } from './migration';

/** Folders whose new files come in by themselves, and which of their files have been looked at. */
export const watchedFolders: Migration = {
  version: 7,
  sql: `
    CREATE TABLE watched_folders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      path TEXT NOT NULL UNIQUE,
      last_import TEXT
    ) STRICT;
    -- A file is another one when its size or its time (milliseconds) is.
    CREATE TABLE watched_files (
      folder INTEGER NOT NULL REFERENCES watched_folders (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      PRIMARY KEY (folder, path)
    ) STRICT, WITHOUT ROWID;
  `,
};
