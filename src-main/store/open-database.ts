/**
 * Opens the library's file: looks before it touches, refuses what it must not change, migrates the rest step by step.
 * Never deletes or replaces a file, and never falls back to one in memory.
 */
import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../contract/problem';
import { joinConnections, openConnection } from './database';
import type { Connection, Database } from './database';
import type { Migration } from './migrations/migration';
import { MIGRATIONS } from './migrations/migrations';

/** "NwsR" in ASCII: marks the file as a library (sqlite.org/fileformat.html, offset 68). */
export const APPLICATION_ID = 0x4e777352;
export const LIBRARY_FILE = 'library.sqlite';

/** Files up to this size are checked from end to end at every opening: some tens of milliseconds, where 32 MB would take 200 of processor. */
const CHECKED_BYTES = 8 * 1024 * 1024;

/** Kilobytes of pages each connection keeps. Look-up runs on snapshots, and reads the same postings again with every letter typed. */
const CACHE = { writer: 32_768, reader: 4096, snapshots: 24_576 };

export interface OpenedDatabase {
  readonly database: Database;
  /** Made just now. */
  readonly isNew: boolean;
  /** The file was too large to check while opening: `isDatabaseWhole` is to be asked afterwards. */
  readonly unchecked: boolean;
}

/**
 * @param migrations for tests that stop at an earlier step
 * @throws Problem library-newer {path, version}, library-damaged {path}, library-unwritable {path}, library-busy {path}, disk-full {path}
 */
export async function openDatabase(path: string, migrations: readonly Migration[] = MIGRATIONS): Promise<OpenedDatabase> {
  const target = migrations.length;
  makeFolder(path);
  const bytes = sizeOf(path);
  const unchecked = bytes > CHECKED_BYTES;
  if (bytes > 0) {
    refuseForeignHeader(path, target);
    await refuseForeignContent(path, target, !unchecked);
  }
  const writer = await openConnection(path, 'write');
  try {
    await prepareWriter(writer);
    const isNew = await migrate(writer, migrations, path);
    const [reader, snapshots] = await Promise.all([openReader(path, CACHE.reader), openReader(path, CACHE.snapshots)]);
    return { database: joinConnections(path, writer, reader, snapshots), isNew, unchecked };
  } catch (error) {
    await writer.close().catch(() => {});
    throw error;
  }
}

async function openReader(path: string, cache: number): Promise<Connection> {
  const reader = await openConnection(path, 'read');
  await reader.exec('PRAGMA query_only = ON');
  await reader.exec(`PRAGMA cache_size = -${cache}`);
  return reader;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw new Problem('library-unwritable', { path }, { cause });
  }
}

function sizeOf(path: string): number {
  try {
    const stat = statSync(path);
    if (stat.isFile()) return stat.size;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return 0;
    throw new Problem('library-unwritable', { path }, { cause });
  }
  throw new Problem('library-unwritable', { path });
}

/** Reads the header with no SQLite at all, so that a file of another program or a newer version is not so much as locked. */
function refuseForeignHeader(path: string, target: number): void {
  const header = Buffer.alloc(100);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, header, 0, 100, 0);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new Problem('library-unwritable', { path }, { cause });
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new Problem('library-damaged', { path });
  const version = header.readInt32BE(60);
  if (header.readUInt32BE(68) === APPLICATION_ID && version > target) throw new Problem('library-newer', { path, version });
}

/** The header may lag behind the write-ahead log, so the same questions are asked of SQLite, still without the right to write. */
async function refuseForeignContent(path: string, target: number, check: boolean): Promise<void> {
  const connection = await openConnection(path, 'read');
  try {
    const version = await pragma(connection, 'user_version');
    const application = await pragma(connection, 'application_id');
    if (application === APPLICATION_ID && version > target) throw new Problem('library-newer', { path, version });
    const tables = await connection.all<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema');
    // A file that was created and not yet filled when the power went holds no table and no mark.
    if (application !== APPLICATION_ID && tables[0]?.count !== 0) throw new Problem('library-damaged', { path });
    if (check && !(await isWhole(connection))) throw new Problem('library-damaged', { path });
  } finally {
    await connection.close().catch(() => {});
  }
}

async function isWhole(connection: Connection): Promise<boolean> {
  try {
    const rows = await connection.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    return rows[0]?.quick_check === 'ok';
  } catch (error) {
    if (error instanceof Problem && error.data.code === 'library-damaged') return false;
    throw error;
  }
}

/** Checks the file's structure from end to end on a connection of its own, while others work on it. */
export async function isDatabaseWhole(path: string): Promise<boolean> {
  const connection = await openConnection(path, 'read');
  try {
    return await isWhole(connection);
  } finally {
    await connection.close().catch(() => {});
  }
}

async function pragma(connection: Connection, name: string): Promise<number> {
  const rows = await connection.all<Record<string, number>>(`PRAGMA ${name}`);
  return rows[0]?.[name] ?? 0;
}

/** synchronous = FULL: what was reported as done outlives a power cut, not only a crash. */
async function prepareWriter(writer: Connection): Promise<void> {
  await writer.exec('PRAGMA page_size = 8192');
  await writer.exec('PRAGMA journal_mode = WAL');
  await writer.exec(`PRAGMA cache_size = -${CACHE.writer}`);
  // The log is copied into the file every 16 MB: with half of that one article in fifty would wait for it.
  await writer.exec(
    'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 2000',
  );
}

/** Each step in its own transaction with its version number. Whether the file was made just now. */
async function migrate(writer: Connection, migrations: readonly Migration[], path: string): Promise<boolean> {
  if ((await pragma(writer, 'user_version')) === migrations.length) return false;
  let isNew = false;
  for (const migration of migrations) {
    await writer.exec('BEGIN IMMEDIATE');
    try {
      // Asked again inside the transaction: another process may have opened the same file at the same moment.
      const version = await pragma(writer, 'user_version');
      if (version > migrations.length) throw new Problem('library-newer', { path, version });
      if (version < migration.version) {
        isNew ||= version === 0;
        await writer.exec(migration.sql);
        await writer.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migration.version}`);
      }
      await writer.exec('COMMIT');
    } catch (error) {
      await writer.exec('ROLLBACK').catch(() => {});
      throw error;
    }
  }
  return isNew;
}
