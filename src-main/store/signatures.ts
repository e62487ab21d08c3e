/** Signatures of articles long enough to have one, by which those that say nearly the same are found. */
import type { ArticleId, EditionId } from '../contract/model';
import type { Database } from './database';

export interface Signed {
  readonly article: ArticleId;
  readonly edition: EditionId;
  readonly signature: Uint8Array;
}

const OF_SHELF = `signatures JOIN articles ON articles.id = signatures.article JOIN sources ON sources.id = articles.source
  JOIN editions ON editions.id = sources.edition WHERE editions.trashed_at IS NULL AND length(signature) > 0`;

export async function insertSignatures(database: Database, signed: readonly (readonly [ArticleId, Uint8Array])[]): Promise<void> {
  if (signed.length === 0) return;
  await database.run('INSERT OR REPLACE INTO signatures (article, signature) SELECT value ->> 0, unhex(value ->> 1) FROM json_each(?)', [
    JSON.stringify(signed.map(([article, signature]) => [article, Buffer.from(signature).toString('hex')])),
  ]);
}

/** Long enough articles that have none yet, the next `limit` with an id above `after`. */
export async function articlesWithoutSignature(
  database: Database,
  after: ArticleId,
  characters: number,
  limit: number,
): Promise<readonly ArticleId[]> {
  const rows = await database.all<{ id: number }>(
    `SELECT id FROM articles WHERE id > ? AND characters >= ? AND kind <> 'furniture' AND id NOT IN (SELECT article FROM signatures) ORDER BY id LIMIT ?`,
    [after, characters, limit],
  );
  return rows.map((row) => row.id);
}

/** All on the shelf: by day, then in the order they came in. */
export async function signedArticles(database: Database): Promise<readonly Signed[]> {
  return database.all(
    `SELECT article, sources.edition AS edition, signature FROM ${OF_SHELF}
     ORDER BY coalesce(editions.date_confirmed, editions.date, substr(editions.imported_at, 1, 10)), article`,
  );
}

/** Another whenever `signedArticles` is. */
export async function signedState(database: Database): Promise<string> {
  const row = await database.get<{ count: number; articles: number; editions: number; days: string | null }>(
    `SELECT count(*) AS count, total(article) AS articles, total(sources.edition * 31 + article) AS editions,
       (SELECT group_concat(coalesce(date_confirmed, date, '')) FROM editions WHERE date_confirmed IS NOT NULL) AS days FROM ${OF_SHELF}`,
  );
  return JSON.stringify(row);
}
