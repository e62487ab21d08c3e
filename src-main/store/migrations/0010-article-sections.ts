import type { Migration } from './migration';

/** The section that an article's page is of, as its running head names it; null where it names none, and for what was read before. */
export const articleSections: Migration = {
  version: 10,
  sql: 'ALTER TABLE articles ADD COLUMN section TEXT;',
};
