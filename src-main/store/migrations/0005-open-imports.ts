import type { Migration } from './migration';

/** Imports that are at work, or were when their process ended without a word: a row goes when its import ends as it should. */
export const openImports: Migration = {
  version: 5,
  sql: `
    CREATE TABLE open_imports (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- JSON; empty where files were handed in.
      paths TEXT NOT NULL,
      encoding TEXT,
      started_at TEXT NOT NULL,
      done INTEGER NOT NULL,
      total INTEGER,
      -- Who works on it: an operating system's process number, and which opening of the library in it.
      process INTEGER NOT NULL,
      session TEXT NOT NULL
    ) STRICT;
  `,
};
