/** Imported files: their bytes as they were, and what was found out about each. */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Confidence, EditionId, EncodingName, Fact, Judgement, Source, SourceForm, SourceId } from '../contract/model';
import { CONFIRMED_RULE } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';
import { Problem } from '../contract/problem';
import type { Database } from './database';

export interface StoredSource extends Source {
  readonly sha256: string;
  readonly series: string;
  /** As inferred from this source alone. */
  readonly paper: Fact<string>;
  readonly date: Fact<string>;
}

export interface NewSource {
  readonly edition: EditionId;
  readonly sha256: string;
  readonly name: string;
  readonly path: string;
  readonly series: string;
  readonly form: SourceForm;
  readonly bytes: KeptBytes;
  readonly characters: number;
  readonly encoding: EncodingName;
  readonly encodingJudgement: Judgement;
  readonly facts: ParsedSource['facts'];
  readonly parserVersion: string;
  readonly importedAt: string;
}

interface SourceRow {
  readonly id: number;
  readonly edition: number;
  readonly sha256: string;
  readonly name: string;
  readonly path: string;
  readonly series: string;
  readonly form: SourceForm;
  readonly bytes: number;
  readonly characters: number;
  readonly encoding: EncodingName;
  readonly encoding_rule: string;
  readonly encoding_confidence: Confidence;
  readonly paper: string | null;
  readonly paper_rule: string;
  readonly paper_confidence: Confidence;
  readonly date: string | null;
  readonly date_rule: string;
  readonly date_confidence: Confidence;
  readonly page: string | null;
  readonly page_rule: string;
  readonly page_confidence: Confidence;
  readonly page_confirmed: string | null;
  readonly imported_at: string;
  readonly parser_version: string;
}

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** A file's bytes as they are kept. */
export interface KeptBytes {
  /** Before they were packed. */
  readonly length: number;
  readonly kept: Uint8Array;
  readonly isPacked: boolean;
}

export async function packBytes(bytes: Uint8Array): Promise<KeptBytes> {
  const packed = await pack(bytes);
  const isPacked = packed.length < bytes.length;
  return { length: bytes.length, kept: isPacked ? packed : bytes, isPacked };
}

export const CONFIRMED: Judgement = { rule: CONFIRMED_RULE, confidence: 'certain' };

export async function insertSource(database: Database, source: NewSource): Promise<SourceId> {
  const { paper, date, page } = source.facts;
  const { lastId } = await database.run(
    `INSERT INTO sources (edition, sha256, name, path, series, form, bytes, characters, encoding, encoding_rule, encoding_confidence,
       paper, paper_rule, paper_confidence, date, date_rule, date_confidence, page, page_rule, page_confidence, imported_at, parser_version)
     VALUES (?,?,?,?,?, ?,?,?,?,?,?, ?,?,?, ?,?,?, ?,?,?, ?,?)`,
    [
      source.edition,
      source.sha256,
      source.name,
      source.path,
      source.series,
      source.form,
      source.bytes.length,
      source.characters,
      source.encoding,
      source.encodingJudgement.rule,
      source.encodingJudgement.confidence,
      ...factColumns(paper),
      ...factColumns(date),
      ...factColumns(page),
      source.importedAt,
      source.parserVersion,
    ],
  );
  await database.run('INSERT INTO source_bytes (source, bytes, packed) VALUES (?, ?, ?)', [
    lastId,
    source.bytes.kept,
    source.bytes.isPacked ? 1 : 0,
  ]);
  return lastId;
}

/** The text taken out of a source that is not plain text. */
export async function keepTakenText(database: Database, id: SourceId, text: string): Promise<void> {
  await database.run('INSERT OR REPLACE INTO source_texts (source, packed) VALUES (?, ?)', [id, await pack(Buffer.from(text))]);
}

/** @throws Problem library-damaged {path} where it cannot be unpacked */
export async function readTakenText(database: Database, id: SourceId): Promise<string | undefined> {
  const row = await database.get<{ packed: Uint8Array }>('SELECT packed FROM source_texts WHERE source = ?', [id]);
  return row && (await unpackOf(database, row.packed)).toString('utf8');
}

/** After the same bytes were read again, by another parser or in another encoding. */
export async function updateReading(
  database: Database,
  id: SourceId,
  reading: Pick<NewSource, 'characters' | 'encoding' | 'encodingJudgement' | 'facts' | 'parserVersion'>,
): Promise<void> {
  const { paper, date, page } = reading.facts;
  await database.run(
    `UPDATE sources SET characters = ?, encoding = ?, encoding_rule = ?, encoding_confidence = ?, paper = ?, paper_rule = ?, paper_confidence = ?,
       date = ?, date_rule = ?, date_confidence = ?, page = ?, page_rule = ?, page_confidence = ?, parser_version = ? WHERE id = ?`,
    [
      reading.characters,
      reading.encoding,
      reading.encodingJudgement.rule,
      reading.encodingJudgement.confidence,
      ...factColumns(paper),
      ...factColumns(date),
      ...factColumns(page),
      reading.parserVersion,
      id,
    ],
  );
}

export async function moveSource(database: Database, id: SourceId, edition: EditionId): Promise<void> {
  await database.run('UPDATE sources SET edition = ? WHERE id = ?', [edition, id]);
}

/** A null takes the confirmation back. */
export async function confirmPage(database: Database, id: SourceId, page: string | null): Promise<void> {
  await database.run('UPDATE sources SET page_confirmed = ? WHERE id = ?', [page, id]);
}

/** As it was in the library that an export was made from. */
export async function restoreImportDate(database: Database, id: SourceId, importedAt: string): Promise<void> {
  await database.run('UPDATE sources SET imported_at = ? WHERE id = ?', [importedAt, id]);
}

/** The next `limit` sources with an id above `after`: for walks over the whole library. */
export async function sourcesAfter(database: Database, after: SourceId, limit: number): Promise<readonly StoredSource[]> {
  return (await database.all<SourceRow>('SELECT * FROM sources WHERE id > ? ORDER BY id LIMIT ?', [after, limit])).map(sourceOf);
}

/** A file of a drop, by what ties it to others of it. */
export interface DropMate {
  readonly series: string;
  /** With the slash at its end; empty for a file that lies in none. */
  readonly folder: string;
  /** ISO moment. */
  readonly since: string;
}

/** The edition of the newest among the `latest` sources that lies right in the folder, is of the series, and came in since. */
export async function editionOfDrop(
  database: Database,
  { series, folder, since }: DropMate,
  latest: number,
): Promise<EditionId | undefined> {
  const row = await database.get<{ edition: number }>(
    `SELECT edition FROM (SELECT edition, path, series, imported_at FROM sources ORDER BY id DESC LIMIT ?1)
     WHERE series = ?2 AND imported_at >= ?3 AND substr(path, 1, length(?4)) = ?4 AND instr(substr(path, length(?4) + 1), '/') = 0 LIMIT 1`,
    [latest, series, since, folder],
  );
  return row?.edition;
}

/** What an edition's sources say of themselves, each of several alike once. */
export interface SaidOfEdition {
  readonly paper: Fact<string>;
  readonly date: Fact<string>;
  /** It is known, and another than the one asked about. */
  readonly isOtherPage: boolean;
}

export async function saidOfEdition(database: Database, edition: EditionId, page: string): Promise<readonly SaidOfEdition[]> {
  const rows = await database.all<
    Pick<SourceRow, 'paper' | 'paper_rule' | 'paper_confidence' | 'date' | 'date_rule' | 'date_confidence'> & { other: number }
  >(
    `SELECT DISTINCT paper, paper_rule, paper_confidence, date, date_rule, date_confidence, coalesce(coalesce(page_confirmed, page) <> ?2, 0) AS other
     FROM sources WHERE edition = ?1`,
    [edition, page],
  );
  return rows.map((row) => ({
    paper: { value: row.paper, judgement: { rule: row.paper_rule, confidence: row.paper_confidence } },
    date: { value: row.date, judgement: { rule: row.date_rule, confidence: row.date_confidence } },
    isOtherPage: row.other === 1,
  }));
}

export async function holdsSeries(database: Database, edition: EditionId, series: string): Promise<boolean> {
  return (await database.get('SELECT 1 FROM sources WHERE edition = ? AND series = ? LIMIT 1', [edition, series])) !== undefined;
}

/** Sources that another version of the parser has read, oldest first. */
export async function sourcesReadOtherwise(database: Database, parserVersion: string): Promise<readonly SourceId[]> {
  const rows = await database.all<{ id: number }>('SELECT id FROM sources WHERE parser_version <> ? ORDER BY id', [parserVersion]);
  return rows.map((row) => row.id);
}

export function factColumns(fact: Fact<string>): [string | null, string, string] {
  return [fact.value, fact.judgement.rule, fact.judgement.confidence];
}

export async function readSource(database: Database, id: SourceId): Promise<StoredSource | undefined> {
  const row = await database.get<SourceRow>('SELECT * FROM sources WHERE id = ?', [id]);
  return row && sourceOf(row);
}

export async function readSources(database: Database, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, StoredSource>> {
  const rows = await database.all<SourceRow>('SELECT sources.* FROM json_each(?) JOIN sources ON sources.id = value', [
    JSON.stringify(ids),
  ]);
  return new Map(rows.map((row) => [row.id, sourceOf(row)]));
}

export async function findSourceByHash(database: Database, sha256: string): Promise<StoredSource | undefined> {
  const row = await database.get<SourceRow>('SELECT * FROM sources WHERE sha256 = ?', [sha256]);
  return row && sourceOf(row);
}

/** In no particular order: `comparePages` in library/ knows page order. */
export async function sourcesOfEdition(database: Database, edition: EditionId): Promise<readonly StoredSource[]> {
  return (await database.all<SourceRow>('SELECT * FROM sources WHERE edition = ?', [edition])).map(sourceOf);
}

/** The bytes as imported; undefined where there is no such source. @throws Problem library-damaged {path} where they cannot be unpacked */
export async function readBytes(database: Database, id: SourceId): Promise<Uint8Array | undefined> {
  const row = await database.get<{ bytes: Uint8Array; packed: number }>('SELECT bytes, packed FROM source_bytes WHERE source = ?', [id]);
  return !row || row.packed === 0 ? row?.bytes : unpackOf(database, row.bytes);
}

async function unpackOf(database: Database, packed: Uint8Array): Promise<Buffer> {
  try {
    return await unpack(packed);
  } catch (cause) {
    throw new Problem('library-damaged', { path: database.path }, { cause });
  }
}

export async function countSources(database: Database): Promise<number> {
  return (await database.get<{ count: number }>('SELECT count(*) AS count FROM sources'))?.count ?? 0;
}

function sourceOf(row: SourceRow): StoredSource {
  return {
    id: row.id,
    edition: row.edition,
    sha256: row.sha256,
    name: row.name,
    path: row.path,
    series: row.series,
    form: row.form,
    bytes: row.bytes,
    characters: row.characters,
    encoding: row.encoding,
    encodingJudgement: { rule: row.encoding_rule, confidence: row.encoding_confidence },
    paper: { value: row.paper, judgement: { rule: row.paper_rule, confidence: row.paper_confidence } },
    date: { value: row.date, judgement: { rule: row.date_rule, confidence: row.date_confidence } },
    page:
      row.page_confirmed === null
        ? { value: row.page, judgement: { rule: row.page_rule, confidence: row.page_confidence } }
        : { value: row.page_confirmed, judgement: CONFIRMED },
    importedAt: row.imported_at,
    parserVersion: row.parser_version,
  };
}
