import type { Migration } from './migration';

/** What an article's text is recognised by among others that say nearly the same (library/text-signature.ts); made again where it is missing. */
export const signatures: Migration = {
  version: 8,
  sql: `
    CREATE TABLE signatures (
      article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      signature BLOB NOT NULL
    ) STRICT;
  `,
};
