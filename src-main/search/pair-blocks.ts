/**
 * How pairs of common characters are listed: which articles have them, and where. Each article is cut between passages into four quarters, for a
 * phrase lies in one passage, and pairs from all over an article say little of it. 4096 article ids in a row make a block, the quarters of its
 * articles are its slots, and a row of `search_pair` has the slots of 16 pairs.
 */
import type { ArticleId } from '../contract/model';
import { PAIRS } from './common-pairs';
import type { Pair } from './common-pairs';
import type { IndexDatabase } from './search';
import { LISTS_IN_ROW, SPAN } from './slot-lists';

export const QUARTERS = 4;
export const ARTICLES_IN_BLOCK = SPAN / QUARTERS;
export const ROWS_IN_BLOCK = Math.ceil(PAIRS / LISTS_IN_ROW);

export const blockOf = (article: ArticleId): number => Math.floor(article / ARTICLES_IN_BLOCK);
export const rowOf = (pair: Pair): number => Math.floor(pair / LISTS_IN_ROW);

/** Of rows of `search_article`, where `number` is a block. */
export const IN_BLOCK = `article >= number * ${ARTICLES_IN_BLOCK} AND article < (number + 1) * ${ARTICLES_IN_BLOCK}`;

/** What is wrong where a block has not all of its rows. */
export const ROW_GONE = 'a row of pairs is missing';

/** Articles that have come or changed since pairs were listed: the first `most` above `after`, ascending. */
export async function unpairedArticles(database: IndexDatabase, after: ArticleId, most: number): Promise<readonly ArticleId[]> {
  const row = await database.get<{ articles: string }>(
    `SELECT json_group_array(article) AS articles FROM (
       SELECT article FROM search_article INDEXED BY search_article_unpaired WHERE paired = 0 AND article > ? ORDER BY article LIMIT ?)`,
    [after, most],
  );
  return JSON.parse(row!.articles) as ArticleId[];
}
