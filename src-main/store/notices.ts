/** The parser's findings about a source, in the order it made them. */
import type { Confidence, EditionId, NoticeKind, SourceId } from '../contract/model';
import type { ParsedNotice } from '../contract/parsed';
import type { Database } from './database';

export interface StoredNotice extends ParsedNotice {
  readonly source: SourceId;
}

interface NoticeRow {
  readonly source: number;
  readonly kind: NoticeKind;
  readonly spans: string;
  readonly rule: string;
  readonly confidence: Confidence;
  readonly details: string | null;
  readonly confirmed: number;
}

/** Takes the place of what was noticed before. */
export async function replaceNotices(database: Database, source: SourceId, notices: readonly ParsedNotice[]): Promise<void> {
  await database.run('DELETE FROM notices WHERE source = ?', [source]);
  await insertNotices(database, source, notices);
}

/** Of a source of which nothing was noticed before. */
export async function insertNotices(database: Database, source: SourceId, notices: readonly ParsedNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ kind, spans, judgement, values, confirmed }) => [
    kind,
    JSON.stringify(spans.map(({ start, end }) => [start, end])),
    judgement.rule,
    judgement.confidence,
    values ? JSON.stringify(values) : null,
    confirmed ? 1 : 0,
  ]);
  await database.run(
    `INSERT INTO notices (source, ordinal, kind, spans, rule, confidence, details, confirmed)
     SELECT ?1, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?2)`,
    [source, JSON.stringify(rows)],
  );
}

export async function noticesOfEdition(database: Database, edition: EditionId): Promise<readonly StoredNotice[]> {
  const rows = await database.all<NoticeRow>(
    'SELECT * FROM notices WHERE source IN (SELECT id FROM sources WHERE edition = ?) ORDER BY source, ordinal',
    [edition],
  );
  return rows.map((row) => ({
    source: row.source,
    kind: row.kind,
    spans: (JSON.parse(row.spans) as readonly (readonly [number, number])[]).map(([start, end]) => ({ start, end })),
    judgement: { rule: row.rule, confidence: row.confidence },
    ...(row.details === null ? {} : { values: JSON.parse(row.details) as Record<string, string | number> }),
    ...(row.confirmed === 1 ? { confirmed: true as const } : {}),
  }));
}
