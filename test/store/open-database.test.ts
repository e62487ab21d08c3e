import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConnection } from '../../src-main/store/database';
import type { Database } from '../../src-main/store/database';
import { APPLICATION_ID, openDatabase } from '../../src-main/store/open-database';
import { MIGRATIONS } from '../../src-main/store/migrations/migrations';

let folder: string;
let path: string;
const opened: Database[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsroom-store-'));
  path = join(folder, 'library.sqlite');
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(migrations = MIGRATIONS): Promise<Database> {
  const { database } = await openDatabase(path, migrations);
  opened.push(database);
  return database;
}

/** Opens, works and closes, so that everything is in the one file. */
async function edit(sql: string): Promise<void> {
  const connection = await openConnection(path, 'write');
  await connection.exec(sql);
  await connection.close();
}

async function makeLibrary(): Promise<void> {
  const { database } = await openDatabase(path);
  await database.exec(`INSERT INTO settings (name, value) VALUES ('theme', '"dark"')`);
  await database.close();
}

test('a new library bears its mark and version, and keeps its log beside it', async () => {
  const { database, isNew } = await openDatabase(path);
  opened.push(database);
  expect(isNew).toBe(true);
  expect(await database.get('PRAGMA application_id')).toEqual({ application_id: APPLICATION_ID });
  expect(await database.get('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length });
  expect(await database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
});

test('every step of the migrations can be stopped at and gone on from', async () => {
  expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  for (let version = 1; version <= MIGRATIONS.length; version += 1) {
    const { database } = await openDatabase(path, MIGRATIONS.slice(0, version));
    expect(await database.get('PRAGMA user_version')).toEqual({ user_version: version });
    expect(await database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await database.close();
  }
});

test('what was written before a migration is there after it', async () => {
  await makeLibrary();
  const step = { version: MIGRATIONS.length + 1, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' };
  const database = await open([...MIGRATIONS, step]);
  expect(await database.get('SELECT value FROM settings')).toEqual({ value: '"dark"' });
});

test('a migration that fails leaves the library as it was, at its version', async () => {
  await makeLibrary();
  const broken = { version: MIGRATIONS.length + 1, sql: 'CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);' };
  await expect(openDatabase(path, [...MIGRATIONS, broken])).rejects.toThrow('nowhere');
  const database = await open();
  expect(await database.get('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length });
  expect(await database.get("SELECT name FROM sqlite_schema WHERE name = 'half'")).toBeUndefined();
});

test('a library made by a newer version is refused, and not one byte of its folder changes', async () => {
  await makeLibrary();
  await edit(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  const before = readFileSync(path);
  const modified = statSync(path).mtimeMs;
  await expect(openDatabase(path)).rejects.toMatchObject({
    data: { code: 'library-newer', values: { path, version: MIGRATIONS.length + 1 } },
  });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(statSync(path).mtimeMs).toBe(modified);
  expect(existsSync(`${path}-wal`)).toBe(false);
});

test('a newer version that still stands in the write-ahead log alone is seen too', async () => {
  await makeLibrary();
  const other = await openConnection(path, 'write');
  await other.exec('PRAGMA wal_autocheckpoint = 0');
  await other.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  const before = readFileSync(path);
  await expect(openDatabase(path)).rejects.toMatchObject({ data: { code: 'library-newer' } });
  expect(readFileSync(path).equals(before)).toBe(true);
  await other.close();
});

test.each([
  ['text', () => writeFileSync(path, '这不是资料库。'.repeat(100))],
  ['a torn file', () => truncateSync(path, statSync(path).size - 10_000)],
  ['a damaged table', () => writeFileSync(path, readFileSync(path).fill(0xaa, 8192, 16_384))],
])('a file that is %s is reported and kept as it is', async (_name, damage) => {
  await makeLibrary();
  damage();
  const before = readFileSync(path);
  await expect(openDatabase(path)).rejects.toMatchObject({ data: { code: 'library-damaged', values: { path } } });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("another program's database is not taken for a library", async () => {
  await edit('CREATE TABLE theirs (id INTEGER)');
  const before = readFileSync(path);
  await expect(openDatabase(path)).rejects.toMatchObject({ data: { code: 'library-damaged' } });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a file that was created and never filled becomes a library', async () => {
  writeFileSync(path, '');
  expect((await openDatabase(path).then(({ database, isNew }) => (opened.push(database), { isNew }))).isNew).toBe(true);
});

test('a folder that cannot be made is named', async () => {
  writeFileSync(join(folder, 'file'), '');
  const below = join(folder, 'file', 'library.sqlite');
  await expect(openDatabase(below)).rejects.toMatchObject({ data: { code: 'library-unwritable', values: { path: below } } });
});

test('a transaction is seen whole or not at all, and one that fails leaves nothing', async () => {
  const database = await open();
  const seen: unknown[] = [];
  await database.transaction(async () => {
    await database.run(`INSERT INTO settings VALUES ('a', '1')`);
    expect(await database.all('SELECT name FROM settings')).toHaveLength(1);
    await new Promise<void>((resolve) => setTimeout(resolve, 20));
    await database.run(`INSERT INTO settings VALUES ('b', '2')`);
    seen.push(await readFromOutside(database));
  });
  expect(seen).toEqual([[]]);
  expect(await database.all('SELECT name FROM settings')).toHaveLength(2);
  await expect(
    database.transaction(async () => {
      await database.run(`DELETE FROM settings`);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await database.all('SELECT name FROM settings')).toHaveLength(2);
});

/** Another connection, as another process has one. */
async function readFromOutside(database: Database): Promise<unknown> {
  const connection = await openConnection(database.path, 'read');
  const rows = await connection.all('SELECT name FROM settings');
  await connection.close();
  return rows;
}

test('what was just written is read back at once, also while a snapshot lasts', async () => {
  const database = await open();
  const events = new EventEmitter();
  const begun = once(events, 'begun');
  const snapshot = database.snapshot(async () => {
    await database.all('SELECT name FROM settings');
    const ended = once(events, 'end');
    events.emit('begun');
    await ended;
  });
  await begun;
  await database.run(`INSERT INTO settings VALUES ('d', '4')`);
  expect(await database.all('SELECT name FROM settings')).toHaveLength(1);
  events.emit('end');
  await snapshot;
});

test('a snapshot does not see what is written while it lasts', async () => {
  const database = await open();
  await database.snapshot(async () => {
    const before = await database.all('SELECT name FROM settings');
    const writing = await openConnection(path, 'write');
    await writing.run(`INSERT INTO settings VALUES ('c', '3')`);
    await writing.close();
    expect(await database.all('SELECT name FROM settings')).toEqual(before);
  });
  expect(await database.all('SELECT name FROM settings')).toHaveLength(1);
});

test('a statement that cannot be prepared rejects, as often as it is asked, and what it waited for may come', async () => {
  const database = await open();
  const asked = () => database.all('SELECT * FROM not_yet');
  await expect(Promise.all([asked(), asked()])).rejects.toThrow('no such table: not_yet');
  await database.exec('CREATE TABLE not_yet (id INTEGER) STRICT');
  expect(await asked()).toEqual([]);
});
