import type { Migration } from './migration';

/** The edition page an article stands on, where its source holds several; null elsewhere, and for what was read before. */
export const articlePages: Migration = {
  version: 9,
  sql: 'ALTER TABLE articles ADD COLUMN page TEXT;',
};
