/**
 * Which articles may have a phrase, by the pairs of common characters in it: a condition that must hold of every article with the phrase, told
 * without a walk along the places of its characters. What is found may not have the phrase, and is to be looked at; what is not found has it not.
 * An article whose pairs are not listed yet counts as having all of them.
 */
import type { ArticleId } from '../contract/model';
import { countCommon, pairsOf } from './common-pairs';
import type { Pair } from './common-pairs';
import { IndexDamage } from './index-damage';
import { ARTICLES_IN_BLOCK, blockOf, IN_BLOCK, QUARTERS, ROW_GONE, rowOf, ROWS_IN_BLOCK, unpairedArticles } from './pair-blocks';
import type { IndexDatabase } from './search';
import { lengthOfList, LISTS_IN_ROW, readList } from './slot-lists';
import type { SlotList } from './slot-lists';

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
