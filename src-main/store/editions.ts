/** Newspapers of one day: their facts, inferred and confirmed, and the summary a shelf shows. */
import type { Confidence, EditionId, Fact } from '../contract/model';
import type { Database } from './database';
import { CONFIRMED, factColumns } from './sources';

/** What an edition's sources add up to; derived, and kept beside it so that a shelf lists fast. */
export interface EditionTotals {
  readonly pages: readonly string[];
  readonly articles: number;
  readonly characters: number;
  readonly sources: number;
  readonly headlines: readonly string[];
}

export interface StoredEdition extends EditionTotals {
  readonly id: EditionId;
  /** The confirmed value where there is one. */
  readonly paper: Fact<string>;
  readonly date: Fact<string>;
  readonly importedAt: string;
  readonly openedAt: string | null;
  readonly progress: number | null;
  readonly trashedAt: string | null;
  /** Names, in the order they were imported. */
  readonly fileNames: readonly string[];
}

interface EditionRow {
  readonly id: number;
  readonly paper: string | null;
  readonly paper_rule: string;
  readonly paper_confidence: Confidence;
  readonly paper_confirmed: string | null;
  readonly date: string | null;
  readonly date_rule: string;
  readonly date_confidence: Confidence;
  readonly date_confirmed: string | null;
  readonly imported_at: string;
  readonly opened_at: string | null;
  readonly trashed_at: string | null;
  readonly summary: string;
  readonly progress: number | null;
  readonly file_names: string;
}

/** An edition whose last source was moved away stays, unseen, until the library is next opened: so the move can be taken back. */
const HAS_SOURCES = 'editions.id IN (SELECT edition FROM sources)';
const ON_SHELF = `trashed_at IS NULL AND ${HAS_SOURCES}`;

const SHELF_ORDER =
  'coalesce(date_confirmed, date, substr(imported_at, 1, 10)) DESC, coalesce(paper_confirmed, paper), imported_at, editions.id';

const FILE_NAMES = '(SELECT json_group_array(name ORDER BY id) FROM sources WHERE edition = editions.id)';
const SELECT = `SELECT editions.*, positions.progress, ${FILE_NAMES} AS file_names FROM editions LEFT JOIN positions ON positions.edition = editions.id`;

export async function insertEdition(database: Database, paper: Fact<string>, date: Fact<string>, importedAt: string): Promise<EditionId> {
  const { lastId } = await database.run(
    `INSERT INTO editions (paper, paper_rule, paper_confidence, date, date_rule, date_confidence, imported_at) VALUES (?,?,?, ?,?,?, ?)`,
    [...factColumns(paper), ...factColumns(date), importedAt],
  );
  return lastId;
}

export async function updateInferredFacts(database: Database, id: EditionId, paper: Fact<string>, date: Fact<string>): Promise<void> {
  await database.run(
    'UPDATE editions SET paper = ?, paper_rule = ?, paper_confidence = ?, date = ?, date_rule = ?, date_confidence = ? WHERE id = ?',
    [...factColumns(paper), ...factColumns(date), id],
  );
}

/** A null takes the confirmation back. */
export async function confirmFact(database: Database, id: EditionId, fact: 'paper' | 'date', value: string | null): Promise<void> {
  await database.run(`UPDATE editions SET ${fact}_confirmed = ? WHERE id = ?`, [value, id]);
}

export async function updateTotals(database: Database, id: EditionId, totals: EditionTotals): Promise<void> {
  await database.run('UPDATE editions SET summary = ? WHERE id = ?', [JSON.stringify(totals), id]);
}

/** As they were in the library that an export was made from. */
export async function restoreDates(database: Database, id: EditionId, importedAt: string, openedAt: string | null): Promise<void> {
  await database.run('UPDATE editions SET imported_at = ?, opened_at = coalesce(opened_at, ?) WHERE id = ?', [importedAt, openedAt, id]);
}

export async function markOpened(database: Database, id: EditionId, openedAt: string): Promise<void> {
  await database.run('UPDATE editions SET opened_at = ? WHERE id = ?', [openedAt, id]);
}

/** A null takes it out again. */
export async function trashEdition(database: Database, id: EditionId, trashedAt: string | null): Promise<void> {
  await database.run('UPDATE editions SET trashed_at = ? WHERE id = ?', [trashedAt, id]);
}

/** Latest thrown away first. */
export async function listTrash(database: Database): Promise<readonly StoredEdition[]> {
  const rows = await database.all<EditionRow>(
    `${SELECT} WHERE trashed_at IS NOT NULL AND ${HAS_SOURCES} ORDER BY trashed_at DESC, editions.id DESC`,
  );
  return rows.map(editionOf);
}

/** For good, with its sources and what the reader left in them. Its articles must have been taken from the search index. */
export async function deleteEdition(database: Database, id: EditionId): Promise<void> {
  await database.run('DELETE FROM sources WHERE edition = ?', [id]);
  await database.run('DELETE FROM editions WHERE id = ?', [id]);
}

export async function deleteEmptyEditions(database: Database): Promise<void> {
  await database.run(`DELETE FROM editions WHERE NOT ${HAS_SOURCES}`);
}

export async function readEdition(database: Database, id: EditionId): Promise<StoredEdition | undefined> {
  const row = await database.get<EditionRow>(`${SELECT} WHERE editions.id = ?`, [id]);
  return row && editionOf(row);
}

/** The edition opened last, else the first that `listEditions` names. */
export async function latestEdition(database: Database): Promise<EditionId | null> {
  const row = await database.get<{ id: number }>(
    `SELECT id FROM editions WHERE ${ON_SHELF} ORDER BY opened_at DESC NULLS LAST, ${SHELF_ORDER} LIMIT 1`,
  );
  return row?.id ?? null;
}

/** Newest day first; editions without a day by when they were imported. */
export async function listEditions(database: Database): Promise<readonly StoredEdition[]> {
  const rows = await database.all<EditionRow>(`${SELECT} WHERE ${ON_SHELF} ORDER BY ${SHELF_ORDER}`);
  return rows.map(editionOf);
}

export async function editionsOfDay(database: Database, date: string): Promise<readonly StoredEdition[]> {
  const rows = await database.all<EditionRow>(`${SELECT} WHERE coalesce(date_confirmed, date) = ? AND ${ON_SHELF} ORDER BY editions.id`, [
    date,
  ]);
  return rows.map(editionOf);
}

function editionOf(row: EditionRow): StoredEdition {
  const totals = JSON.parse(row.summary) as Partial<EditionTotals>;
  return {
    id: row.id,
    paper: factOf(row.paper_confirmed, row.paper, row.paper_rule, row.paper_confidence),
    date: factOf(row.date_confirmed, row.date, row.date_rule, row.date_confidence),
    importedAt: row.imported_at,
    openedAt: row.opened_at,
    trashedAt: row.trashed_at,
    progress: row.progress,
    pages: totals.pages ?? [],
    articles: totals.articles ?? 0,
    characters: totals.characters ?? 0,
    sources: totals.sources ?? 0,
    headlines: totals.headlines ?? [],
    fileNames: JSON.parse(row.file_names) as readonly string[],
  };
}

function factOf(confirmed: string | null, value: string | null, rule: string, confidence: Confidence): Fact<string> {
  return confirmed === null ? { value, judgement: { rule, confidence } } : { value: confirmed, judgement: CONFIRMED };
}
