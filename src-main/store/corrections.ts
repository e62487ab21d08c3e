/** What a reader has put right in how sources are cut into articles: each on a place in a source's text, with the words that stood there. */
import type { EditionId, LineChange, SourceId } from '../contract/model';
import type { Database } from './database';

export interface StoredCorrection {
  readonly id: number;
  readonly source: SourceId;
  readonly offset: number;
  readonly quote: string;
  readonly change: LineChange;
  readonly createdAt: string;
}

interface Row extends Omit<StoredCorrection, 'change'> {
  readonly change: string;
}

const COLUMNS = 'id, source, start AS offset, quote, change, created_at AS createdAt';

function correctionOf(row: Row): StoredCorrection {
  return { ...row, change: JSON.parse(row.change) as LineChange };
}

export async function insertCorrection(database: Database, correction: Omit<StoredCorrection, 'id'>): Promise<number> {
  const { source, offset, quote, change, createdAt } = correction;
  const { lastId } = await database.run('INSERT INTO corrections (source, start, quote, change, created_at) VALUES (?, ?, ?, ?, ?)', [
    source,
    offset,
    quote,
    JSON.stringify(change),
    createdAt,
  ]);
  return lastId;
}

export async function deleteCorrection(database: Database, id: number): Promise<void> {
  await database.run('DELETE FROM corrections WHERE id = ?', [id]);
}

export async function readCorrection(database: Database, id: number): Promise<StoredCorrection | undefined> {
  const row = await database.get<Row>(`SELECT ${COLUMNS} FROM corrections WHERE id = ?`, [id]);
  return row && correctionOf(row);
}

/** In the order in which they were made, which is the order in which they hold. */
export async function correctionsOfSource(database: Database, source: SourceId): Promise<readonly StoredCorrection[]> {
  return (await database.all<Row>(`SELECT ${COLUMNS} FROM corrections WHERE source = ? ORDER BY id`, [source])).map(correctionOf);
}

/** They are numbered in the order in which they were made, and no number is given twice. */
export async function latestCorrection(database: Database, edition: EditionId): Promise<StoredCorrection | undefined> {
  const row = await database.get<Row>(
    `SELECT ${COLUMNS} FROM corrections WHERE source IN (SELECT id FROM sources WHERE edition = ?) ORDER BY id DESC LIMIT 1`,
    [edition],
  );
  return row && correctionOf(row);
}

/** Where its words stand now. */
export async function moveCorrection(database: Database, { id, offset, change }: StoredCorrection): Promise<void> {
  await database.run('UPDATE corrections SET start = ?, change = ? WHERE id = ?', [offset, JSON.stringify(change), id]);
}
