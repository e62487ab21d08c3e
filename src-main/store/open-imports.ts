/** Imports at work, kept so that one that was cut short can be told of, and gone on with. */
import type { EncodingName } from '../contract/model';
import type { Database } from './database';

export interface OpenImport {
  readonly id: number;
  readonly paths: readonly string[];
  readonly encoding: EncodingName | null;
  readonly startedAt: string;
  readonly done: number;
  readonly total: number | null;
  readonly process: number;
  readonly session: string;
}

interface Row extends Omit<OpenImport, 'paths'> {
  readonly paths: string;
}

const SELECT = 'SELECT id, paths, encoding, started_at AS startedAt, done, total, process, session FROM open_imports';

export async function insertOpenImport(database: Database, open: Omit<OpenImport, 'id'>): Promise<number> {
  const { lastId } = await database.run(
    'INSERT INTO open_imports (paths, encoding, started_at, done, total, process, session) VALUES (?,?,?,?,?,?,?)',
    [JSON.stringify(open.paths), open.encoding, open.startedAt, open.done, open.total, open.process, open.session],
  );
  return lastId;
}

export async function updateOpenImport(database: Database, id: number, done: number, total: number | null): Promise<void> {
  await database.run('UPDATE open_imports SET done = ?, total = ? WHERE id = ?', [done, total, id]);
}

export async function deleteOpenImport(database: Database, id: number): Promise<void> {
  await database.run('DELETE FROM open_imports WHERE id = ?', [id]);
}

/** Latest first. */
export async function listOpenImports(database: Database): Promise<readonly OpenImport[]> {
  const rows = await database.all<Row>(`${SELECT} ORDER BY id DESC`);
  return rows.map((row) => ({ ...row, paths: JSON.parse(row.paths) as readonly string[] }));
}
