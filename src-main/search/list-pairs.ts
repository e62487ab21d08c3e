/**
 * Lists the pairs of common characters of articles that have come or changed. Not while they are added: in quiet moments. What an article has
 * lost by a change, and articles that are gone, stay in the lists until a rebuild, which only makes them longer.
 */
import type { ArticleId } from '../contract/model';
import { hashArticle } from './article-text';
import { readFolded } from './article-texts';
import { PAIRS, pairsOf } from './common-pairs';
import { IndexDamage } from './index-damage';
import { ARTICLES_IN_BLOCK, blockOf, IN_BLOCK, QUARTERS, ROW_GONE, ROWS_IN_BLOCK, unpairedArticles } from './pair-blocks';
import type { ArticleReader, IndexDatabase } from './search';
import { createRowWriter, LISTS_IN_ROW, readRow } from './slot-lists';
import type { SlotList } from './slot-lists';

/** Articles listed in one transaction, which takes some 0.1 s: a block is written anew for each. */
const BATCH = 2048;
/** Of them in memory at a time. */
const READ_AT_ONCE = 256;

interface Paired {
  readonly article: ArticleId;
  /** Of the article as it was read. */
  readonly hash: number;
  /** By quarter. */
  readonly pairs: readonly Uint32Array[];
}

interface ListRow {
  readonly id: number;
  readonly lists: Uint8Array;
}

/** Lists the pairs of all articles that have come or changed, a transaction a batch, until there are no more or the signal is aborted. */
export async function listPairs(database: IndexDatabase, articles: ArticleReader, signal?: AbortSignal): Promise<void> {
  let after = 0;
  for (;;) {
    if (signal?.aborted) return;
    const ids = await unpairedArticles(database, after, BATCH);
    if (ids.length === 0) break;
    const batch = await readPairs(articles, ids);
    await database.transaction(() => listBatch(database, batch));
    after = ids.at(-1)!;
  }
  await database.transaction(() => dropEmptyBlocks(database));
}

/** In the order of `ids`. */
async function readPairs(articles: ArticleReader, ids: readonly ArticleId[]): Promise<readonly Paired[]> {
  const paired: Paired[] = [];
  for (let at = 0; at < ids.length; at += READ_AT_ONCE)
    for (const { article, squeezed } of await readFolded(articles, ids.slice(at, at + READ_AT_ONCE)))
      paired.push({
        article: article.id,
        hash: hashArticle(article),
        pairs: quartersOf(squeezed).map((texts) => Uint32Array.from(pairsOf(texts))),
      });
  return paired;
}

/** Passages by where in the article they begin. */
function quartersOf(passages: readonly string[]): readonly (readonly string[])[] {
  const length = passages.reduce((sum, text) => sum + text.length, 0);
  const quarters = Array.from({ length: QUARTERS }, (): string[] => []);
  let from = 0;
  for (const text of passages) {
    if (text === '') continue;
    quarters[Math.floor((QUARTERS * from) / length)]!.push(text);
    from += text.length;
  }
  return quarters;
}

/** What has changed since it was read stays unpaired: its pairs may be others. */
async function listBatch(database: IndexDatabase, read: readonly Paired[]): Promise<void> {
  const unchanged = await database.get<{ articles: string }>(
    `SELECT json_group_array(article) AS articles FROM search_article
     WHERE (article, hash) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
    [JSON.stringify(read.map(({ article, hash }) => [article, hash]))],
  );
  const ids = new Set(JSON.parse(unchanged!.articles) as ArticleId[]);
  const batch = read.filter(({ article }) => ids.has(article));
  for (let at = 0; at < batch.length;) {
    const block = blockOf(batch[at]!.article);
    let end = at;
    while (end < batch.length && blockOf(batch[end]!.article) === block) end += 1;
    await addToBlock(database, block, batch.slice(at, end));
    at = end;
  }
  await database.run('UPDATE search_article SET paired = 1 WHERE article IN (SELECT value FROM json_each(?))', [JSON.stringify([...ids])]);
}

/** @param articles by ascending number */
async function addToBlock(database: IndexDatabase, block: number, articles: readonly Paired[]): Promise<void> {
  const added = slotsByPair(block, articles);
  const known = await readBlock(database, block);
  const writer = createRowWriter();
  const places: (readonly number[])[] = [];
  for (let row = 0; row < ROWS_IN_BLOCK; row += 1) {
    const more = added.slice(row * LISTS_IN_ROW, (row + 1) * LISTS_IN_ROW);
    if (known !== null && more.every((slots) => slots === undefined)) continue;
    const lists = known === null ? NO_LISTS : readRow(known[row]!.lists);
    const from = writer.length();
    writer.add(lists.map((list, at) => unite(list, more[at] ?? [])));
    places.push([block * ROWS_IN_BLOCK + row, from + 1, writer.length() - from]);
  }
  await database.run(
    'INSERT OR REPLACE INTO search_pair (id, lists) SELECT value ->> 0, substr(?2, value ->> 1, value ->> 2) FROM json_each(?1)',
    [JSON.stringify(places), writer.bytes()],
  );
}

const NO_LISTS: readonly SlotList[] = Array.from({ length: LISTS_IN_ROW }, () => []);

/** All of its rows; null where there is none yet. */
async function readBlock(database: IndexDatabase, block: number): Promise<readonly ListRow[] | null> {
  const first = block * ROWS_IN_BLOCK;
  const rows = await database.all<ListRow>('SELECT id, lists FROM search_pair WHERE id >= ? AND id < ? ORDER BY id', [
    first,
    first + ROWS_IN_BLOCK,
  ]);
  if (rows.length === 0 && !(await hasListed(database, block))) return null;
  if (rows.length < ROWS_IN_BLOCK) throw new IndexDamage(ROW_GONE);
  return rows;
}

async function hasListed(database: IndexDatabase, block: number): Promise<boolean> {
  const known = await database.get('SELECT 1 FROM search_article WHERE article >= ? AND article < ? AND paired = 1', [
    block * ARTICLES_IN_BLOCK,
    (block + 1) * ARTICLES_IN_BLOCK,
  ]);
  return known !== undefined;
}

/** Ascending slots, by pair. */
function slotsByPair(block: number, articles: readonly Paired[]): readonly (readonly number[] | undefined)[] {
  const slots: (number[] | undefined)[] = Array.from({ length: PAIRS });
  for (const { article, pairs } of articles)
    for (const [quarter, ofQuarter] of pairs.entries())
      for (const pair of ofQuarter) (slots[pair] ??= []).push((article - block * ARTICLES_IN_BLOCK) * QUARTERS + quarter);
  return slots;
}

/** Both ascend. */
function unite(known: SlotList, added: readonly number[]): SlotList {
  if (known === null || added.length === 0) return known;
  if (known.length === 0 || known.at(-1)! < added[0]!) return known.concat(added);
  return [...new Set([...known, ...added])].sort((a, b) => a - b);
}

/** Takes away the blocks that no article is left of. */
async function dropEmptyBlocks(database: IndexDatabase): Promise<void> {
  const empty = await database.all<{ block: number }>(
    `WITH RECURSIVE block (number) AS (
       SELECT min(id) / ${ROWS_IN_BLOCK} FROM search_pair
       UNION ALL
       SELECT (SELECT min(id) / ${ROWS_IN_BLOCK} FROM search_pair WHERE id >= (number + 1) * ${ROWS_IN_BLOCK}) FROM block WHERE number IS NOT NULL)
     SELECT number AS block FROM block
     WHERE number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_article WHERE ${IN_BLOCK})`,
  );
  for (const { block } of empty)
    await database.run('DELETE FROM search_pair WHERE id >= ? AND id < ?', [block * ROWS_IN_BLOCK, (block + 1) * ROWS_IN_BLOCK]);
}
