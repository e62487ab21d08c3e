import type { Migration } from './migration';

/** Everything issue by issue has its own migration; this one lays sources, editions, articles and what a reader leaves in them. */
export const firstLibrary: Migration = {
  version: 1,
  sql: `
    CREATE TABLE facts (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A fact about an edition has what was inferred (value, rule, confidence) and what the reader confirmed or typed, which wins.
    CREATE TABLE editions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      paper TEXT, paper_rule TEXT NOT NULL, paper_confidence TEXT NOT NULL, paper_confirmed TEXT,
      date TEXT, date_rule TEXT NOT NULL, date_confidence TEXT NOT NULL, date_confirmed TEXT,
      imported_at TEXT NOT NULL,
      opened_at TEXT,
      -- What a shelf shows of it, as JSON: kept here so that a thousand editions list at once.
      summary TEXT NOT NULL DEFAULT '{}'
    ) STRICT;
    CREATE INDEX editions_by_day ON editions (coalesce(date_confirmed, date));

    CREATE TABLE sources (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      edition INTEGER NOT NULL REFERENCES editions (id),
      sha256 TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      path TEXT NOT NULL,
      -- Path with its digits taken out: pages of one paper's folder share it.
      series TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      characters INTEGER NOT NULL,
      encoding TEXT NOT NULL, encoding_rule TEXT NOT NULL, encoding_confidence TEXT NOT NULL,
      paper TEXT, paper_rule TEXT NOT NULL, paper_confidence TEXT NOT NULL,
      date TEXT, date_rule TEXT NOT NULL, date_confidence TEXT NOT NULL,
      page TEXT, page_rule TEXT NOT NULL, page_confidence TEXT NOT NULL, page_confirmed TEXT,
      imported_at TEXT NOT NULL,
      parser_version TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sources_by_edition ON sources (edition);

    -- Apart from the rest, so that listing sources never walks over their bytes.
    CREATE TABLE source_bytes (
      source INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE articles (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      parsed_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      column_title TEXT, kicker TEXT, locality TEXT, headline TEXT, deck TEXT, byline TEXT, credit TEXT,
      has_jump INTEGER NOT NULL, jump_from TEXT, jump_to TEXT,
      rule TEXT NOT NULL, confidence TEXT NOT NULL,
      heading TEXT NOT NULL,
      characters INTEGER NOT NULL,
      UNIQUE (source, ordinal)
    ) STRICT;

    -- id = article * 2^20 + ordinal: an article's paragraphs lie side by side in the file.
    CREATE TABLE paragraphs (
      id INTEGER PRIMARY KEY,
      role TEXT NOT NULL,
      text TEXT NOT NULL,
      spans TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER paragraphs_go_with_their_article AFTER DELETE ON articles BEGIN
      DELETE FROM paragraphs WHERE id >= old.id * 1048576 AND id < (old.id + 1) * 1048576;
    END;

    CREATE TABLE notices (
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      spans TEXT NOT NULL,
      rule TEXT NOT NULL, confidence TEXT NOT NULL,
      details TEXT,
      PRIMARY KEY (source, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- A story that goes on in another article; derived from an edition's articles whenever one of its sources changes.
    CREATE TABLE links (
      from_article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      to_article INTEGER NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
      rule TEXT NOT NULL, confidence TEXT NOT NULL
    ) STRICT;

    -- What a reader leaves hangs on the source's text, never on an article, which another parser may cut otherwise.
    CREATE TABLE bookmarks (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      start INTEGER NOT NULL,
      quote TEXT NOT NULL,
      created_at TEXT NOT NULL,
      UNIQUE (source, start)
    ) STRICT;

    CREATE TABLE positions (
      edition INTEGER PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      start INTEGER NOT NULL,
      quote TEXT NOT NULL,
      progress REAL NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX positions_by_source ON positions (source);

    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
