/** How far each edition has been read. */
import type { EditionId, SourceId } from '../contract/model';
import type { Database } from './database';

export interface StoredPosition {
  readonly edition: EditionId;
  readonly source: SourceId;
  readonly offset: number;
  readonly quote: string;
  /** Of the furthest place ever saved, 0 to 1. */
  readonly progress: number;
  readonly savedAt: string;
}

const COLUMNS = 'edition, source, start AS offset, quote, progress, saved_at AS savedAt';

/** Progress never goes back, though the place may. */
export async function savePosition(database: Database, position: StoredPosition): Promise<void> {
  await database.run(
    `INSERT INTO positions (edition, source, start, quote, progress, saved_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (edition) DO UPDATE SET source = ?2, start = ?3, quote = ?4, progress = max(progress, ?5), saved_at = ?6`,
    [position.edition, position.source, position.offset, position.quote, position.progress, position.savedAt],
  );
}

/** As nobody had ever read in it. */
export async function deletePosition(database: Database, edition: EditionId): Promise<void> {
  await database.run('DELETE FROM positions WHERE edition = ?', [edition]);
}

export function readPosition(database: Database, edition: EditionId): Promise<StoredPosition | undefined> {
  return database.get(`SELECT ${COLUMNS} FROM positions WHERE edition = ?`, [edition]);
}

export function positionOfSource(database: Database, source: SourceId): Promise<StoredPosition | undefined> {
  return database.get(`SELECT ${COLUMNS} FROM positions WHERE source = ?`, [source]);
}

export async function movePosition(database: Database, edition: EditionId, offset: number, quote: string): Promise<void> {
  await database.run('UPDATE positions SET start = ?, quote = ? WHERE edition = ?', [offset, quote, edition]);
}
