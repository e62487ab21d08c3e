/** Articles as stories: which open one, which go on from another, and the edition they stand in. */
import type { ArticleId, ArticleKind, EditionId } from '../contract/model';
import type { Database } from './database';

/** Where an article stands. Paper and date are the confirmed ones where the reader has confirmed them. */
export interface StoryContext {
  readonly id: ArticleId;
  readonly kind: ArticleKind;
  readonly edition: EditionId;
  readonly paper: string | null;
  readonly date: string | null;
  readonly page: string | null;
  /** As the page's running head names it. */
  readonly section: string | null;
}

const OPENS_A_STORY = `articles.kind <> 'furniture' AND NOT EXISTS (SELECT 1 FROM links WHERE to_article = articles.id)`;
const NOT_IN_TRASH = `NOT EXISTS
  (SELECT 1 FROM sources JOIN editions ON editions.id = sources.edition WHERE sources.id = articles.source AND trashed_at IS NOT NULL)`;

/** In no particular order, without what is in the trash, furniture, and articles that go on from another one. */
export function storyContexts(database: Database, ids: readonly ArticleId[]): Promise<readonly StoryContext[]> {
  return database.all(
    `SELECT articles.id, articles.kind, sources.edition, coalesce(paper_confirmed, editions.paper) AS paper,
       coalesce(date_confirmed, editions.date) AS date, coalesce(articles.page, page_confirmed, sources.page) AS page, articles.section
     FROM json_each(?) JOIN articles ON articles.id = value JOIN sources ON sources.id = articles.source JOIN editions ON editions.id = sources.edition
     WHERE ${OPENS_A_STORY} AND trashed_at IS NULL`,
    [JSON.stringify(ids)],
  );
}

/** The articles that go on from each of `heads`, in reading order. */
export async function storyChains(database: Database, heads: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly ArticleId[]>> {
  const rows = await database.all<{ head: number; part: number }>(
    `WITH RECURSIVE story (head, part, place) AS (
       SELECT value, to_article, 1 FROM json_each(?) JOIN links ON from_article = value
       UNION ALL
       SELECT head, to_article, place + 1 FROM story JOIN links ON from_article = part
     ) SELECT head, part FROM story ORDER BY head, place`,
    [JSON.stringify(heads)],
  );
  const chains = new Map<ArticleId, ArticleId[]>();
  for (const { head, part } of rows) {
    const chain = chains.get(head);
    if (chain) chain.push(part);
    else chains.set(head, [part]);
  }
  return chains;
}

/** The article that opens the story `id` belongs to. */
export async function storyHead(database: Database, id: ArticleId): Promise<ArticleId> {
  const row = await database.get<{ part: number }>(
    `WITH RECURSIVE story (part, place) AS (
       SELECT ?1, 0 UNION ALL SELECT from_article, place + 1 FROM story JOIN links ON to_article = part
     ) SELECT part FROM story ORDER BY place DESC LIMIT 1`,
    [id],
  );
  return row?.part ?? id;
}

/** Ids above `after` that open a story, lowest first. */
export async function storyHeadsAfter(database: Database, after: ArticleId, limit: number): Promise<readonly ArticleId[]> {
  const rows = await database.all<{ id: number }>(
    `SELECT id FROM articles WHERE id > ? AND ${OPENS_A_STORY} AND ${NOT_IN_TRASH} ORDER BY id LIMIT ?`,
    [after, limit],
  );
  return rows.map((row) => row.id);
}

export async function countStories(database: Database): Promise<number> {
  return (
    (await database.get<{ count: number }>(`SELECT count(*) AS count FROM articles WHERE ${OPENS_A_STORY} AND ${NOT_IN_TRASH}`))?.count ?? 0
  );
}

/** Also those of an edition in the trash. */
export async function storyHeadsOfEdition(database: Database, edition: EditionId): Promise<readonly ArticleId[]> {
  const rows = await database.all<{ id: number }>(
    `SELECT articles.id FROM articles JOIN sources ON sources.id = articles.source WHERE sources.edition = ? AND ${OPENS_A_STORY}`,
    [edition],
  );
  return rows.map((row) => row.id);
}

export async function unreadStories(database: Database): Promise<readonly ArticleId[]> {
  const rows = await database.all<{ id: number }>(
    `SELECT articles.id FROM articles JOIN sources ON sources.id = articles.source
     WHERE sources.edition NOT IN (SELECT edition FROM positions) AND ${OPENS_A_STORY} AND ${NOT_IN_TRASH}`,
  );
  return rows.map((row) => row.id);
}
