/** Watched folders and the files in them that are done with. */
import type { Database } from './database';

export interface StoredFolder {
  readonly id: number;
  readonly path: string;
  readonly lastImport: string | null;
}

export interface DoneFile {
  /** Relative to the folder's parent, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds. */
  readonly modified: number;
}

/** As they were added. */
export async function listFolders(database: Database): Promise<readonly StoredFolder[]> {
  return database.all('SELECT id, path, last_import AS lastImport FROM watched_folders ORDER BY id');
}

/** Adding it twice is adding it once. */
export async function insertFolder(database: Database, path: string): Promise<void> {
  await database.run('INSERT INTO watched_folders (path) VALUES (?) ON CONFLICT DO NOTHING', [path]);
}

export async function deleteFolder(database: Database, path: string): Promise<void> {
  await database.run('DELETE FROM watched_folders WHERE path = ?', [path]);
}

export async function doneFiles(database: Database, folder: number): Promise<readonly DoneFile[]> {
  return database.all('SELECT path, bytes, modified FROM watched_files WHERE folder = ?', [folder]);
}

/** @param lastImport when one of them came in; null where none did */
export async function keepDoneFiles(
  database: Database,
  folder: number,
  files: readonly DoneFile[],
  lastImport: string | null,
): Promise<void> {
  await database.transaction(async () => {
    await database.run(
      `INSERT OR REPLACE INTO watched_files (folder, path, bytes, modified)
       SELECT ?1, value ->> 'path', value ->> 'bytes', value ->> 'modified' FROM json_each(?2)
       WHERE EXISTS (SELECT 1 FROM watched_folders WHERE id = ?1)`,
      [folder, JSON.stringify(files)],
    );
    await database.run('UPDATE watched_folders SET last_import = coalesce(?, last_import) WHERE id = ?', [lastImport, folder]);
  });
}
