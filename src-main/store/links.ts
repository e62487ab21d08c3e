/** Which article goes on in which other one. */
import type { ArticleId, Confidence, EditionId, Judgement } from '../contract/model';
import type { Database } from './database';

export interface StoredLink {
  readonly from: ArticleId;
  readonly to: ArticleId;
  readonly judgement: Judgement;
}

/** Takes the place of every link from an article of the edition. */
export async function replaceLinks(database: Database, edition: EditionId, links: readonly StoredLink[]): Promise<void> {
  await database.run(
    'DELETE FROM links WHERE from_article IN (SELECT articles.id FROM articles JOIN sources ON sources.id = articles.source WHERE sources.edition = ?)',
    [edition],
  );
  for (const { from, to, judgement } of links)
    await database.run('INSERT INTO links (from_article, to_article, rule, confidence) VALUES (?, ?, ?, ?)', [
      from,
      to,
      judgement.rule,
      judgement.confidence,
    ]);
}

export async function linksOfEdition(database: Database, edition: EditionId): Promise<readonly StoredLink[]> {
  const rows = await database.all<{ from_article: number; to_article: number; rule: string; confidence: Confidence }>(
    `SELECT links.* FROM links JOIN articles ON articles.id = links.from_article JOIN sources ON sources.id = articles.source WHERE sources.edition = ?`,
    [edition],
  );
  return rows.map((row) => ({
    from: row.from_article,
    to: row.to_article,
    judgement: { rule: row.rule, confidence: row.confidence },
  }));
}
