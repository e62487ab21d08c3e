/** Copies of the whole library in one file each: made while it is in use, looked through before they are trusted, and put back. */
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Backup, LibraryContents } from '../contract/model';
import { Problem } from '../contract/problem';
import { openConnection } from './database';
import type { Connection, Database } from './database';
import { APPLICATION_ID } from './open-database';

const FOLDER = 'backups';
/** `2026-03-01T09-30-00.000Z scheduled.sqlite` */
const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z) (scheduled|asked|before-restore)\.sqlite$/;

/** As the shelf and the list of bookmarks count: without furniture, and without what lies in the trash; the summaries of editions know how many stories they tell. */
function contentsOf(shelved: string, watched: string): string {
  return `WITH shelved AS (SELECT sources.id, edition, sources.imported_at FROM sources JOIN editions ON editions.id = edition WHERE ${shelved})
    SELECT (SELECT count(DISTINCT edition) FROM shelved) AS editions, (SELECT count(*) FROM shelved) AS sources,
      (SELECT coalesce(sum(json_extract(summary, '$.articles')), 0) FROM editions WHERE json_valid(summary) AND ${shelved}) AS articles,
      (SELECT count(*) FROM bookmarks WHERE source IN (SELECT id FROM shelved)) AS bookmarks,
      ${watched} AS watchedFolders, (SELECT max(imported_at) FROM shelved) AS lastImport`;
}

export async function libraryContents(database: Pick<Database, 'all' | 'path'>): Promise<LibraryContents> {
  const written = statSync(`${database.path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return { ...(await countContents(database)), bytes: statSync(database.path).size + written };
}

async function countContents(database: Pick<Database, 'all'>): Promise<Omit<LibraryContents, 'bytes'>> {
  // A backup may be older than the trash, and than watched folders.
  const columns = await database.all<{ name: string }>(`SELECT name FROM pragma_table_info('editions')`);
  const shelved = columns.some(({ name }) => name === 'trashed_at') ? 'editions.trashed_at IS NULL' : 'TRUE';
  const tables = await database.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE name = 'watched_folders'`);
  const watched = tables.length > 0 ? '(SELECT count(*) FROM watched_folders)' : '0';
  return (await database.all<LibraryContents>(contentsOf(shelved, watched)))[0] as LibraryContents;
}

/** Next to the library: on the same disk, and found with it. */
export function backupFolder(library: string): string {
  return join(dirname(library), FOLDER);
}

/**
 * Copies what is committed at this moment, from end to end, into a file that is checked before it bears its name.
 * @throws Problem disk-full, library-unwritable, library-damaged {path}
 */
export async function makeBackup(library: string, reason: Backup['reason'], madeAt: Date = new Date()): Promise<Backup> {
  const folder = backupFolder(library);
  const name = `${madeAt.toISOString().replaceAll(':', '-')} ${reason}.sqlite`;
  const partial = join(folder, `${name}.partial`);
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(partial, { force: true });
  } catch (cause) {
    throw new Problem('library-unwritable', { path: folder }, { cause });
  }
  try {
    const connection = await openConnection(library, 'read');
    try {
      await connection.run('VACUUM INTO ?', [partial]);
    } finally {
      await connection.close();
    }
    const checked = await readBackup(partial);
    const file = openSync(partial, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(partial, join(folder, name));
    return { ...checked, name, reason, madeAt: madeAt.toISOString() };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Newest first; files that are no sound backups are left out. */
export async function listBackups(library: string): Promise<readonly Backup[]> {
  const backups: Backup[] = [];
  for (const { name, reason, madeAt } of namedBackups(library)) {
    try {
      backups.push({ ...(await readContents(join(backupFolder(library), name))), name, reason, madeAt });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return backups;
}

/** By their names alone, newest first. */
export function namedBackups(library: string): readonly Pick<Backup, 'name' | 'reason' | 'madeAt'>[] {
  let names: string[];
  try {
    names = readdirSync(backupFolder(library));
  } catch {
    return [];
  }
  const found: Pick<Backup, 'name' | 'reason' | 'madeAt'>[] = [];
  for (const name of names.sort().reverse()) {
    const [, stamp, reason] = NAME.exec(name) ?? [];
    if (stamp && reason) found.push({ name, reason: reason as Backup['reason'], madeAt: stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:') });
  }
  return found;
}

/** Keeps the newest `keep` backups of one reason. */
export function rotateBackups(library: string, reason: Backup['reason'], keep: number): void {
  const old = namedBackups(library).filter((backup) => backup.reason === reason);
  for (const { name } of old.slice(keep)) rmSync(join(backupFolder(library), name), { force: true });
}

/** Reads it from end to end. @throws Problem library-damaged {path} */
async function readBackup(path: string): Promise<LibraryContents> {
  return readFrom(path, async (connection) => {
    const rows = await connection.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    if (rows[0]?.integrity_check !== 'ok') throw new Problem('library-damaged', { path });
  });
}

function readContents(path: string): Promise<LibraryContents> {
  return readFrom(path, async () => {});
}

async function readFrom(path: string, check: (connection: Connection) => Promise<void>): Promise<LibraryContents> {
  const connection = await openConnection(path, 'read');
  try {
    const mark = await connection.all<{ application_id: number }>('PRAGMA application_id');
    if (mark[0]?.application_id !== APPLICATION_ID) throw new Problem('library-damaged', { path });
    await check(connection);
    return { ...(await countContents(connection)), bytes: statSync(path).size };
  } finally {
    await connection.close().catch(() => {});
  }
}

/**
 * Puts a backup where the library stands, which must be closed here. Other processes that have it open see the backup as one change.
 * A file that is no readable database is moved aside, never deleted.
 * @throws Problem not-found {name}, library-damaged (the backup), library-busy, disk-full
 */
export async function restoreBackup(library: string, name: string): Promise<void> {
  if (!namedBackups(library).some((backup) => backup.name === name)) throw new Problem('not-found', { name });
  const path = join(backupFolder(library), name);
  await readBackup(path);
  try {
    await overwrite(library, path);
  } catch (error) {
    if (!(error instanceof Problem) || error.data.code !== 'library-damaged') throw error;
    moveAside(library);
    const partial = `${library}.partial`;
    copyFileSync(path, partial);
    const file = openSync(partial, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(partial, library);
  }
}

async function overwrite(library: string, backup: string): Promise<void> {
  const connection = await openConnection(library, 'write');
  try {
    const rows = await connection.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (rows[0]?.quick_check !== 'ok') throw new Problem('library-damaged', { path: library });
    await connection.copyFrom(backup);
  } finally {
    await connection.close().catch(() => {});
  }
}

/** The log goes with the file it belongs to. */
function moveAside(library: string): void {
  const stamp = new Date().toISOString().replaceAll(':', '-');
  for (const suffix of ['', '-wal', '-shm']) {
    const aside = join(dirname(library), `${basename(library, '.sqlite')}-damaged-${stamp}.sqlite${suffix}`);
    try {
      renameSync(`${library}${suffix}`, aside);
    } catch (cause) {
      const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      if (!missing) throw new Problem('library-unwritable', { path: library }, { cause });
    }
  }
}
