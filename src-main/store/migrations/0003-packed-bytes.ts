import type { Migration } from './migration';

/** Source bytes may be deflated: Chinese text in UTF-8 shrinks to less than half. 0: as they are; 1: raw deflate (RFC 1951). */
export const packedBytes: Migration = {
  version: 3,
  sql: 'ALTER TABLE source_bytes ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;',
};
