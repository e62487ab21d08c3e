import type { Migration } from './migration';

/** What the reader has put right in how a source is cut into articles: on its words, as everything a reader leaves, and applied in this order. */
export const corrections: Migration = {
  version: 6,
  sql: `
    CREATE TABLE corrections (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      start INTEGER NOT NULL,
      quote TEXT NOT NULL,
      -- A LineChange of the contract, as JSON.
      change TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX corrections_by_source ON corrections (source);

    -- By the reader.
    ALTER TABLE notices ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
  `,
};
