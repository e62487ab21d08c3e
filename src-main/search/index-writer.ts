/**
 * Keeps the derived tables in step with the articles: everything one change does, inside the caller's transaction.
 * Holds nothing in memory that a rollback would falsify.
 */
import type { ArticleId } from '../contract/model';
import { squeezeText } from '../contract/squeeze';
import { foldPassages, hashArticle, passagesOf, peopleOf } from './article-text';
import { dayNumber, firstOfDay, lastOfDay } from './document-number';
import type { DocumentNumber } from './document-number';
import { columnName, nextGeneration, TEXT_COLUMNS } from './index-tables';
import type { TextColumn } from './index-tables';
import type { IndexDatabase, SearchableArticle } from './search';
import { createTokenText } from './tokens';
import type { TokenText } from './tokens';

export interface IndexWriter {
  add(articles: readonly SearchableArticle[]): Promise<void>;
  remove(ids: readonly ArticleId[]): Promise<void>;
}

/** Bounds what one statement carries to about a megabyte. */
const BATCH = 200;
/** Changes remembered; whoever was away for longer reads the whole table again. */
const CHANGES_KEPT = 1000;
const CHANGES_FORGOTTEN_EVERY = 50;

/** As SQL's substr has it: the first byte, counted from 1, and how many. */
type TokenPlace = readonly [from: number, bytes: number];
const NOWHERE: TokenPlace = [1, 0];

interface Prepared {
  readonly article: SearchableArticle;
  readonly hash: number;
  readonly grouping: string;
  readonly people: string | null;
  /** Where each column's tokens lie in the batch's, in the order of TEXT_COLUMNS, then the grams. */
  readonly places: readonly TokenPlace[];
}

interface NumbersInUse {
  /** Of those articles of a batch that are in the index already. */
  readonly existing: ReadonlyMap<ArticleId, DocumentNumber>;
  /** The highest number given out so far of each day that has any. */
  readonly highest: ReadonlyMap<number, DocumentNumber>;
}

/** [paper, section, place, kind, page] */
export const groupingKey = (article: SearchableArticle): string =>
  JSON.stringify([article.paper, article.column ?? article.section ?? null, article.locality, article.kind, article.page]);

/** What an article is indexed under; its tokens are added to the batch's, and its words. */
function prepare(article: SearchableArticle, tokens: TokenText, words: Set<string>): Prepared {
  const own = new Set<string>();
  const places = new Map<TextColumn, TokenPlace>();
  const passages = passagesOf(article);
  const folded = foldPassages(passages);
  for (const [at, { column }] of passages.entries()) {
    // A column's passages follow one another.
    const from = places.get(column)?.[0] ?? tokens.length() + 1;
    if (places.has(column)) tokens.addBorder();
    tokens.add(squeezeText(folded[at]!), own);
    places.set(column, [from, tokens.length() + 1 - from]);
  }
  const gramsFrom = tokens.length() + 1;
  tokens.addGrams(own);
  for (const word of own) words.add(word);
  const people = peopleOf(article);
  return {
    article,
    hash: hashArticle(article),
    grouping: groupingKey(article),
    people: people.length === 0 ? null : JSON.stringify(people),
    places: [...TEXT_COLUMNS.map((column) => places.get(column) ?? NOWHERE), [gramsFrom, tokens.length() + 1 - gramsFrom]],
  };
}

const TEXT_COLUMN_LIST = [...TEXT_COLUMNS.map(columnName), 'grams'].join(', ');
const tokensAt = (place: number): string => `CAST(substr(?2, value ->> ${place}, value ->> ${place + 1}) AS TEXT)`;
const TEXT_VALUE_LIST = [...TEXT_COLUMNS, 'grams'].map((_, at) => tokensAt(1 + 2 * at)).join(', ');
const HEADLINE_AT = TEXT_COLUMNS.indexOf('headline');

export function createIndexWriter(database: IndexDatabase): IndexWriter {
  /** Never given out twice by this process, even where a transaction rolled back: readers tell change by it. */
  let lastGeneration = 0;

  async function recordChange(documents: readonly DocumentNumber[]): Promise<void> {
    const generation = await nextGeneration(database, lastGeneration);
    lastGeneration = generation;
    await database.run('INSERT OR REPLACE INTO search_change (generation, documents) VALUES (?, ?)', [
      generation,
      JSON.stringify(documents),
    ]);
    if (generation % CHANGES_FORGOTTEN_EVERY !== 0) return;
    await database.run(
      'DELETE FROM search_change WHERE generation < (SELECT generation FROM search_change ORDER BY generation DESC LIMIT 1 OFFSET ?)',
      [CHANGES_KEPT],
    );
  }

  async function erase(documents: readonly DocumentNumber[]): Promise<void> {
    if (documents.length === 0) return;
    const list = JSON.stringify(documents);
    for (const [table, key] of [
      ['search_text', 'rowid'],
      ['search_head', 'rowid'],
      ['search_article', 'document'],
    ])
      await database.run(`DELETE FROM ${table} WHERE ${key} IN (SELECT value FROM json_each(?))`, [list]);
  }

  /** What a batch must know before it is given numbers, in one statement: each one is a way to the database's thread and back. */
  async function readNumbers(batch: readonly Prepared[]): Promise<NumbersInUse> {
    const days = new Set(batch.map(({ article }) => dayNumber(article.date)));
    const rows = await database.all<{ document: number | null; article: number | null; day: number | null }>(
      `SELECT document, article, NULL AS day FROM search_article WHERE article IN (SELECT value FROM json_each(?1))
       UNION ALL
       SELECT (SELECT max(document) FROM search_article WHERE document BETWEEN value ->> 1 AND value ->> 2), NULL, value ->> 0
       FROM json_each(?2)`,
      [
        JSON.stringify(batch.map(({ article }) => article.id)),
        JSON.stringify(Array.from(days, (day) => [day, firstOfDay(day), lastOfDay(day)])),
      ],
    );
    const existing = new Map<ArticleId, DocumentNumber>();
    const highest = new Map<number, DocumentNumber>();
    for (const { document, article, day } of rows)
      if (document === null) continue;
      else if (article !== null) existing.set(article, document);
      else if (day !== null) highest.set(day, document);
    return { existing, highest };
  }

  async function freeFrom(number: DocumentNumber): Promise<DocumentNumber> {
    if (!(await database.get('SELECT 1 FROM search_article WHERE document = ?', [number]))) return number;
    const gap = await database.get<{ free: number }>(
      `SELECT document + 1 AS free FROM search_article AS taken
       WHERE document >= ? AND NOT EXISTS (SELECT 1 FROM search_article WHERE document = taken.document + 1)
       ORDER BY document LIMIT 1`,
      [number],
    );
    return gap!.free;
  }

  /** An article whose day has not changed keeps its number, and so its place among those of its day. */
  async function giveNumbers(batch: readonly Prepared[], { existing, highest }: NumbersInUse): Promise<readonly DocumentNumber[]> {
    const nextOfDay = new Map<number, DocumentNumber>();
    const given = new Set<DocumentNumber>();
    for (const { article } of batch) {
      const day = dayNumber(article.date);
      const own = existing.get(article.id);
      if (own !== undefined && own >= firstOfDay(day) && own <= lastOfDay(day)) {
        given.add(own);
        continue;
      }
      let number = nextOfDay.get(day) ?? (highest.get(day) ?? firstOfDay(day) - 1) + 1;
      for (;;) {
        // Beyond its own range a day meets numbers of the day before.
        if (number > lastOfDay(day)) number = await freeFrom(number);
        if (!given.has(number)) break;
        number += 1;
      }
      given.add(number);
      nextOfDay.set(day, number + 1);
    }
    return [...given];
  }

  async function write(batch: readonly Prepared[], tokens: Uint8Array, words: ReadonlySet<string>): Promise<void> {
    const inUse = await readNumbers(batch);
    const numbers = await giveNumbers(batch, inUse);
    const replaced = [...inUse.existing.values()];
    await erase(replaced);
    const groupings = JSON.stringify([...new Set(batch.map((one) => one.grouping))]);
    await database.run('INSERT OR IGNORE INTO search_grouping (key) SELECT value FROM json_each(?)', [groupings]);
    if (words.size > 0)
      await database.run('INSERT OR IGNORE INTO search_word (word) SELECT value FROM json_each(?)', [JSON.stringify([...words])]);
    // FTS5 starts a new segment whenever a row number is lower than the one before it.
    const rows = batch.map((one, at) => ({ one, document: numbers[at]! })).sort((a, b) => a.document - b.document);
    await database.run(
      `INSERT INTO search_article (document, article, edition, grouping, people, hash)
       SELECT value ->> 0, value ->> 1, value ->> 2, (SELECT id FROM search_grouping WHERE key = value ->> 3), value ->> 4, value ->> 5
       FROM json_each(?)`,
      [
        JSON.stringify(
          rows.map(({ one, document }) => [document, one.article.id, one.article.edition, one.grouping, one.people, one.hash]),
        ),
      ],
    );
    await database.run(`INSERT INTO search_text (rowid, ${TEXT_COLUMN_LIST}) SELECT value ->> 0, ${TEXT_VALUE_LIST} FROM json_each(?1)`, [
      JSON.stringify(rows.map(({ one, document }) => [document, ...one.places.flat()])),
      tokens,
    ]);
    await database.run(`INSERT INTO search_head (rowid, t_headline) SELECT value ->> 0, ${tokensAt(1)} FROM json_each(?1)`, [
      JSON.stringify(rows.filter(({ one }) => one.article.headline).map(({ one, document }) => [document, ...one.places[HEADLINE_AT]!])),
      tokens,
    ]);
    await recordChange([...new Set([...numbers, ...replaced])]);
  }

  return {
    async add(given) {
      // Of an article given twice the last counts.
      const articles = [...new Map(given.map((article) => [article.id, article])).values()];
      // The next batch is folded and cut into tokens while the database, on its own thread, takes the one before.
      let writing: Promise<void> = Promise.resolve();
      for (let at = 0; at < articles.length; at += BATCH) {
        const words = new Set<string>();
        const tokens = createTokenText();
        const batch = articles.slice(at, at + BATCH).map((article) => prepare(article, tokens, words));
        await writing;
        writing = write(batch, tokens.bytes(), words);
        // Awaited in the next round; a rejection before that must not count as unhandled.
        writing.catch(() => {});
      }
      await writing;
    },
    async remove(ids) {
      const rows = await database.all<{ document: DocumentNumber }>(
        'SELECT document FROM search_article WHERE article IN (SELECT value FROM json_each(?))',
        [JSON.stringify(ids)],
      );
      const documents = rows.map((row) => row.document);
      if (documents.length === 0) return;
      await erase(documents);
      await recordChange(documents);
    },
  };
}
