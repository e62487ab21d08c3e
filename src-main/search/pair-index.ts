/**
 * Which articles have which pairs of common characters: a condition that must hold of every article with a phrase, told without a walk along the
 * places of its characters. What is found may not have the phrase, and is to be looked at; what is not found has it not.
 *
 * Pairs are listed in quiet moments; an article that has come or changed since counts as having all of them. Each article is
 * cut between passages into four quarters, for a phrase lies in one passage, and pairs from all over an article say little of it. 4096 article ids
 * in a row make a block, the quarters of its articles are its slots, and a row of `search_pair` has the slots of 16 pairs. What an article has
 * lost by a change, and articles that are gone, stay in the lists until a rebuild: that only makes them longer.
 */
import type { ArticleId } from '../contract/model';
import { hashArticle } from './article-text';
import { readFolded } from './article-texts';
import { countCommon, PAIRS, pairsOf } from './common-pairs';
import type { Pair } from './common-pairs';
import { IndexDamage } from './index-damage';
import type { ArticleReader, IndexDatabase } from './search';
import { createRowWriter, lengthOfList, LISTS_IN_ROW, readList, readRow, SPAN } from './slot-lists';
import type { SlotList } from './slot-lists';

const QUARTERS = 4;
const ARTICLES_IN_BLOCK = SPAN / QUARTERS;
const ROWS_IN_BLOCK = Math.ceil(PAIRS / LISTS_IN_ROW);
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

const blockOf = (article: ArticleId): number => Math.floor(article / ARTICLES_IN_BLOCK);
const rowOf = (pair: Pair): number => Math.floor(pair / LISTS_IN_ROW);

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

/** The first `most` above `after`, ascending. */
async function unpairedArticles(database: IndexDatabase, after: ArticleId, most: number): Promise<readonly ArticleId[]> {
  const row = await database.get<{ articles: string }>(
    `SELECT json_group_array(article) AS articles FROM (
       SELECT article FROM search_article INDEXED BY search_article_unpaired WHERE paired = 0 AND article > ? ORDER BY article LIMIT ?)`,
    [after, most],
  );
  return JSON.parse(row!.articles) as ArticleId[];
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
async function listBatch(database: IndexDatabase, batch: readonly Paired[]): Promise<void> {
  for (let at = 0; at < batch.length;) {
    const block = blockOf(batch[at]!.article);
    let end = at;
    while (end < batch.length && blockOf(batch[end]!.article) === block) end += 1;
    await addToBlock(database, block, batch.slice(at, end));
    at = end;
  }
  await database.run('UPDATE search_article SET paired = 1 WHERE (article, hash) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))', [
    JSON.stringify(batch.map(({ article, hash }) => [article, hash])),
  ]);
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

const IN_BLOCK = `article >= number * ${ARTICLES_IN_BLOCK} AND article < (number + 1) * ${ARTICLES_IN_BLOCK}`;

/** Going past a common character in this many articles takes as long as looking at one article (measured: 10 to 15 ns, and 40 to 50 µs). */
const PASSED_MEANWHILE = 4000;
/** One pair alone hardly ever leaves few enough. */
const FEWEST_PAIRS = 2;

/**
 * All articles that may have all of these texts, and perhaps others; in no order. Null where the texts have no two such pairs, or where looking at
 * the articles would take longer than the full-text index does.
 * @param texts folded and squeezed
 */
export async function articlesByPairs(database: IndexDatabase, texts: readonly string[]): Promise<readonly ArticleId[] | null> {
  const wanted = texts.map((text) => pairsOf([text])).filter((pairs) => pairs.size > 0);
  const pairs = new Set(wanted.flatMap((ofText) => [...ofText]));
  if (pairs.size < FEWEST_PAIRS) return null;
  const blocks = await readBlocks(database, pairs);
  const most = Math.floor((blocks.size * ARTICLES_IN_BLOCK * countCommon(texts)) / PASSED_MEANWHILE);
  const found = new Set<ArticleId>();
  for (const [block, rows] of blocks) {
    const places = placesWithAll(rows, wanted);
    if (places === null || found.size + places.length > most) return null;
    for (const place of places) found.add(block * ARTICLES_IN_BLOCK + place);
  }
  for (const article of await unpairedArticles(database, 0, most + 1)) found.add(article);
  return found.size > most ? null : [...found];
}

/** Whether an article is listed with all pairs of a text, as it must be if its pairs are listed and it has the text. */
export async function isListed(database: IndexDatabase, article: ArticleId, text: string): Promise<boolean> {
  const pairs = pairsOf([text]);
  if (pairs.size === 0) return true;
  const rows = (await readBlocks(database, pairs)).get(blockOf(article));
  const places = rows ? placesWithAll(rows, [pairs]) : [];
  return places === null || places.includes(article % ARTICLES_IN_BLOCK);
}

/** Of each block the rows with these pairs, by their place in it. */
type BlockRows = ReadonlyMap<number, Uint8Array>;

/** Of all blocks with articles whose pairs are listed. The + keeps SQLite from making an index on `paired` for each question. */
async function readBlocks(database: IndexDatabase, pairs: ReadonlySet<Pair>): Promise<ReadonlyMap<number, BlockRows>> {
  const found = await database.all<{ block: number; place: number; lists: Uint8Array | null }>(
    `WITH RECURSIVE block (number) AS (
       SELECT min(article) / ${ARTICLES_IN_BLOCK} FROM search_article
       UNION ALL
       SELECT (SELECT min(article) / ${ARTICLES_IN_BLOCK} FROM search_article WHERE article >= (number + 1) * ${ARTICLES_IN_BLOCK})
       FROM block WHERE number IS NOT NULL),
     listed AS MATERIALIZED (
       SELECT number FROM block WHERE number IS NOT NULL AND EXISTS (SELECT 1 FROM search_article WHERE ${IN_BLOCK} AND +paired = 1))
     SELECT number AS block, value AS place, lists
     FROM listed CROSS JOIN json_each(?) LEFT JOIN search_pair ON search_pair.id = number * ${ROWS_IN_BLOCK} + value`,
    [JSON.stringify([...new Set(Array.from(pairs, rowOf))])],
  );
  const blocks = new Map<number, Map<number, Uint8Array>>();
  for (const { block, place, lists } of found) {
    if (lists === null) throw new IndexDamage(ROW_GONE);
    const rows = blocks.get(block) ?? new Map<number, Uint8Array>();
    blocks.set(block, rows.set(place, lists));
  }
  return blocks;
}

const ROW_GONE = 'a row of pairs is missing';

/** Places in a block of the articles with all pairs of each text, ascending; null where no list of any pair is kept. */
function placesWithAll(rows: BlockRows, wanted: readonly ReadonlySet<Pair>[]): SlotList {
  let found: SlotList = null;
  for (const pairs of wanted) {
    const slots = slotsWithAll(rows, pairs);
    if (slots === null) continue;
    const places = [...new Set(slots.map((slot) => Math.floor(slot / QUARTERS)))];
    found = found === null ? places : inBoth(found, places);
  }
  return found;
}

/** Null where no list of these pairs is kept. */
function slotsWithAll(rows: BlockRows, pairs: ReadonlySet<Pair>): SlotList {
  const lists = Array.from(pairs, (pair) => ({ row: rows.get(rowOf(pair))!, at: pair % LISTS_IN_ROW }))
    .map(({ row, at }) => ({ row, at, length: lengthOfList(row, at) }))
    .filter(({ length }) => length !== null)
    .sort((a, b) => a.length! - b.length!);
  let found: SlotList = null;
  // The shortest first: the long ones are then often not read at all.
  for (const { row, at } of lists) {
    const list = readList(row, at)!;
    found = found === null ? list : inBoth(found, list);
    if (found.length === 0) break;
  }
  return found;
}

/** All three ascend. */
function inBoth(slots: readonly number[], others: readonly number[]): readonly number[] {
  const both: number[] = [];
  let at = 0;
  for (const slot of slots) {
    while (at < others.length && others[at]! < slot) at += 1;
    if (others[at] === slot) both.push(slot);
  }
  return both;
}
