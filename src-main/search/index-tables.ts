/**
 * The tables that search derives from the library, in the library's own file; all of them can be dropped at any time.
 * `search_text` is the index of every printed character, `search_head` of headlines alone (a hundredth of the size, for ranking).
 */
import type { IndexDatabase, TextField } from './search';

/** Raise it when folding, squeezing, tokens or tables change: an index of another format is built anew. */
export const INDEX_FORMAT = 7;

/** `signature` repeats what paragraphs say of their authors, so that a search of bylines finds it. */
export type TextColumn = TextField | 'lead' | 'body' | 'signature';

/** `body` comes first: FTS5 spends two bytes a posting on naming any other column. */
export const TEXT_COLUMNS: readonly TextColumn[] = [
  'body',
  'lead',
  'headline',
  'deck',
  'kicker',
  'column',
  'locality',
  'byline',
  'credit',
  'signature',
];

const FULL_TEXT = `content='', contentless_delete=1, tokenize='ascii'`;

/** `column` is a word of SQL, hence the prefix. */
export const columnName = (column: TextColumn): string => `t_${column}`;

const FULL_TEXT_TABLES: Readonly<Record<string, string>> = {
  search_text: `CREATE VIRTUAL TABLE search_text USING fts5(${TEXT_COLUMNS.map(columnName).join(', ')}, grams, ${FULL_TEXT})`,
  search_head: `CREATE VIRTUAL TABLE search_head USING fts5(t_headline, ${FULL_TEXT})`,
};

const TABLES: Readonly<Record<string, string>> = {
  search_state: `CREATE TABLE search_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  search_article: `CREATE TABLE search_article (
    document INTEGER PRIMARY KEY,
    article INTEGER NOT NULL UNIQUE,
    edition INTEGER NOT NULL,
    grouping INTEGER NOT NULL,
    people TEXT,
    hash INTEGER NOT NULL,
    paired INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  search_article_edition: 'CREATE INDEX search_article_edition ON search_article (edition)',
  // What facets count: few distinct rows however many articles. The key is a JSON array [paper, section, place, kind, page].
  search_grouping: `CREATE TABLE search_grouping (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT`,
  // Articles whose pairs of common characters are not in `search_pair` yet.
  search_article_unpaired: 'CREATE INDEX search_article_unpaired ON search_article (article) WHERE paired = 0',
  // Which articles have which pairs of common characters (pair-index).
  search_pair: `CREATE TABLE search_pair (id INTEGER PRIMARY KEY, lists BLOB NOT NULL) STRICT`,
  search_word: `CREATE TABLE search_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`,
  // A copy of what is kept in memory of all articles, as of one generation.
  search_register: `CREATE TABLE search_register (generation INTEGER PRIMARY KEY, documents BLOB NOT NULL, groups BLOB NOT NULL) STRICT`,
  // Which rows each change touched, so that what is kept in memory follows without reading everything again.
  search_change: `CREATE TABLE search_change (generation INTEGER PRIMARY KEY, documents TEXT NOT NULL) STRICT`,
};

/**
 * Segments of one level before FTS5 merges them: bit by bit while articles are added, at the latest and in one go, and when it is asked to.
 * With its own 4 every thirtieth article added by itself waits 20 ms for a merge; with 24 few wait at all, and none for as long. Quiet
 * moments then merge whatever can be (`tidy`).
 */
const SEGMENTS_MERGED: Readonly<Record<string, number>> = { automerge: 24, crisismerge: 64, usermerge: 2 };

/** Some 5 ms of work. */
const PAGES_A_STEP = 64;

const ALL_TABLES = { ...TABLES, ...FULL_TEXT_TABLES };

export type StateName = 'format' | 'generation' | 'building' | 'cursor';

export async function readState(database: IndexDatabase, name: StateName): Promise<number | undefined> {
  return (await database.get<{ value: number }>('SELECT value FROM search_state WHERE name = ?', [name]))?.value;
}

export async function writeState(database: IndexDatabase, name: StateName, value: number): Promise<void> {
  await database.run('INSERT OR REPLACE INTO search_state (name, value) VALUES (?, ?)', [name, value]);
}

/** Raises the generation by one, above `last` in any case, and tells it. */
export async function nextGeneration(database: IndexDatabase, last: number): Promise<number> {
  const row = await database.get<{ value: number }>(
    `INSERT INTO search_state (name, value) VALUES ('generation', max(?1, ?2) + 1)
     ON CONFLICT (name) DO UPDATE SET value = max(value, ?2) + 1 RETURNING value`,
    [Date.now(), last],
  );
  return row!.value;
}

/** All there, and of this format. */
export async function tablesStand(database: IndexDatabase): Promise<boolean> {
  const rows = await database.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE name GLOB 'search_*'`);
  const names = new Set(rows.map((row) => row.name));
  if (!Object.keys(ALL_TABLES).every((name) => names.has(name))) return false;
  return (await readState(database, 'format')) === INDEX_FORMAT;
}

async function setMerging(database: IndexDatabase): Promise<void> {
  for (const table of Object.keys(FULL_TEXT_TABLES))
    for (const [name, segments] of Object.entries(SEGMENTS_MERGED)) {
      const known = await database.get(`SELECT 1 FROM ${table}_config WHERE k = ? AND v = ?`, [name, segments]);
      if (!known) await database.run(`INSERT INTO ${table} (${table}, rank) VALUES (?, ?)`, [name, segments]);
    }
}

/** Merges segments, a transaction a step, until there is nothing to merge or the signal is aborted. */
export async function mergeSegments(database: IndexDatabase, signal?: AbortSignal): Promise<void> {
  await database.transaction(() => setMerging(database));
  for (const table of Object.keys(FULL_TEXT_TABLES))
    for (;;) {
      if (signal?.aborted) return;
      const changes = await database.transaction(async () => {
        const before = await readTotalChanges(database);
        await database.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [PAGES_A_STEP]);
        return (await readTotalChanges(database)) - before;
      });
      // One is the command itself (fts5.html, "The 'merge' Command").
      if (changes < 2) break;
    }
}

async function readTotalChanges(database: IndexDatabase): Promise<number> {
  return (await database.get<{ changes: number }>('SELECT total_changes() AS changes'))!.changes;
}

/** Drops whatever is left of the tables and makes them anew, empty, marked as being built. */
export async function layTables(database: IndexDatabase): Promise<void> {
  await database.transaction(async () => {
    const generation = await readState(database, 'generation').catch(() => undefined);
    for (const name of Object.keys(FULL_TEXT_TABLES)) await dropFullText(database, name);
    for (const [name, definition] of Object.entries(TABLES))
      if (definition.startsWith('CREATE TABLE')) await database.run(`DROP TABLE IF EXISTS ${name}`);
    for (const statement of Object.values(ALL_TABLES)) await database.run(statement);
    await setMerging(database);
    await writeState(database, 'format', INDEX_FORMAT);
    await writeState(database, 'building', 1);
    await writeState(database, 'cursor', 0);
    await writeState(database, 'generation', (generation ?? Date.now()) + 1);
  });
}

/**
 * A full-text table whose shadow tables are damaged or gone cannot even be dropped, since FTS5 opens it first. So the shadows are put
 * back empty before (fts5.html, "Fts5 Data Structures", names them).
 */
async function dropFullText(database: IndexDatabase, name: string): Promise<void> {
  const exists = await database.get('SELECT 1 FROM sqlite_schema WHERE name = ?', [name]);
  const shadows = ['data', 'idx', 'docsize', 'config', 'content'].map((part) => `${name}_${part}`);
  if (!exists) {
    for (const shadow of shadows) await database.run(`DROP TABLE IF EXISTS ${shadow}`);
    return;
  }
  try {
    await database.run(`DROP TABLE ${name}`);
  } catch {
    const columns: Readonly<Record<string, string>> = {
      data: '(id INTEGER PRIMARY KEY, block BLOB)',
      idx: '(segid, term, pgno, PRIMARY KEY (segid, term)) WITHOUT ROWID',
      docsize: '(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)',
      config: '(k PRIMARY KEY, v) WITHOUT ROWID',
    };
    for (const [part, definition] of Object.entries(columns)) {
      await database.run(`DROP TABLE IF EXISTS ${name}_${part}`);
      await database.run(`CREATE TABLE ${name}_${part} ${definition}`);
    }
    await database.run(`INSERT INTO ${name}_config (k, v) VALUES ('version', 4)`);
    await database.run(`DROP TABLE ${name}`);
  }
}
