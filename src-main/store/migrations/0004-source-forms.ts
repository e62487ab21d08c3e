import type { Migration } from './migration';

/**
 * What kind of file a source is; those from before were all plain text. Text that was taken out of a file (of a web page, say) is kept as it was
 * when its articles were found, so that their spans stay true whatever a later version takes out. Deflated UTF-8.
 */
export const sourceForms: Migration = {
  version: 4,
  sql: `
    ALTER TABLE sources ADD COLUMN form TEXT NOT NULL DEFAULT 'text';
    CREATE TABLE source_texts (
      source INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
      packed BLOB NOT NULL
    ) STRICT;
  `,
};
