/** A small library for tests of search: articles in a table of a real file, behind the same database that the app uses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleId } from '../../src-main/contract/model';
import { foldText } from '../../src-main/search/fold';
import { openSearch } from '../../src-main/search/open-search';
import type { ArticleFlag, ArticleReader, Search, SearchableArticle } from '../../src-main/search/search';
import { joinConnections, openConnection } from '../../src-main/store/database';
import type { Database } from '../../src-main/store/database';

export interface TestLibrary {
  readonly database: Database;
  readonly path: string;
  search: Search;
  readonly reader: ArticleReader;
  readonly flags: Record<ArticleFlag, ArticleId[]>;
  readonly rebuildsAsked: () => number;
  /** Stores and indexes in one transaction. */
  add(...articles: SearchableArticle[]): Promise<void>;
  remove(...ids: ArticleId[]): Promise<void>;
  /** Stores without telling the index. */
  store(...articles: SearchableArticle[]): Promise<void>;
  /** Closes the file and opens it again. */
  reopen(): Promise<TestLibrary>;
  close(): Promise<void>;
}

export async function openTestLibrary(folder = mkdtempSync(join(tmpdir(), 'search-'))): Promise<TestLibrary> {
  const path = join(folder, 'library.sqlite');
  const writer = await openConnection(path, 'write');
  await writer.exec('PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS article (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT');
  const database = joinConnections(path, writer, await openConnection(path, 'read'), await openConnection(path, 'read'));
  const read = async (where: string, parameters: readonly (string | number)[]): Promise<SearchableArticle[]> =>
    (await database.all<{ content: string }>(`SELECT content FROM article WHERE ${where}`, parameters)).map(
      ({ content }) => JSON.parse(content) as SearchableArticle,
    );
  const reader: ArticleReader = {
    read: (ids) => read('id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]),
    after: (after, limit) => read('id > ? ORDER BY id LIMIT ?', [after, limit]),
    count: async () => (await database.get<{ count: number }>('SELECT count(*) AS count FROM article'))!.count,
  };
  const flags: Record<ArticleFlag, ArticleId[]> = { bookmarked: [], unread: [] };
  let asked = 0;
  const open = (): Promise<Search> =>
    openSearch({
      database,
      articles: reader,
      flagged: async (flag) => flags[flag],
      onRebuildNeeded: () => {
        asked += 1;
      },
    });
  const store = async (...articles: SearchableArticle[]): Promise<void> => {
    await database.run('INSERT OR REPLACE INTO article (id, content) SELECT value ->> 0, value ->> 1 FROM json_each(?)', [
      JSON.stringify(articles.map((article) => [article.id, JSON.stringify(article)])),
    ]);
  };
  const library: TestLibrary = {
    database,
    path,
    search: await open(),
    reader,
    flags,
    rebuildsAsked: () => asked,
    store,
    add: (...articles) =>
      database.transaction(async () => {
        await store(...articles);
        await library.search.add(articles);
      }),
    remove: (...ids) =>
      database.transaction(async () => {
        await database.run('DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
        await library.search.remove(ids);
      }),
    async reopen() {
      await database.close();
      return openTestLibrary(folder);
    },
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return library;
}

export function article(id: ArticleId, parts: Partial<SearchableArticle> = {}): SearchableArticle {
  return {
    id,
    edition: 1,
    paper: '贵州日报',
    date: '2023-11-25',
    page: null,
    kind: 'feature',
    column: null,
    kicker: null,
    locality: null,
    headline: null,
    deck: null,
    byline: null,
    credit: null,
    paragraphs: [],
    ...parts,
  };
}

const TEXT_FIELDS = ['column', 'kicker', 'locality', 'headline', 'deck', 'byline', 'credit'] as const;

/** What stands blank between two Han characters that each stand alone left out, in the plainest way. */
export const squeezePlainly = (text: string): string =>
  text.replace(/(?<=(?<!\p{Script=Han})\p{Script=Han})\s+(?=\p{Script=Han}(?!\p{Script=Han}))/gu, '');

/** The first and the last character may have been cut from longer words. */
export const formsPlainly = (text: string): readonly string[] =>
  ['', '字'].flatMap((before) =>
    ['', '字'].map((after) => {
      const squeezed = squeezePlainly(before + text + after);
      return squeezed.slice(before.length, squeezed.length - after.length);
    }),
  );

const plainly = (text: string): string => squeezePlainly(foldText(text));

/** The plain scan that every answer is measured against: folded and squeezed text in one field or one paragraph. */
export function scan(articles: readonly SearchableArticle[], text: string): ArticleId[] {
  const sought = formsPlainly(foldText(text).trim());
  return articles
    .filter((one) =>
      [...TEXT_FIELDS.map((field) => one[field] ?? ''), ...one.paragraphs].some((passage) =>
        sought.some((form) => plainly(passage).includes(form)),
      ),
    )
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

/** Pieces that the full-text index is in. The number of one stands above the 37 bits of a page's (fts5.html, "The %_data Table"). */
export async function segmentsOf({ database }: TestLibrary): Promise<number> {
  const row = await database.get<{ count: number }>('SELECT count(DISTINCT id >> 37) AS count FROM search_text_data WHERE id > 10');
  return row!.count;
}

export async function foundBy(search: Search, text: string): Promise<ArticleId[]> {
  const { hits, total, state } = await search.query({ text, limit: 500 });
  if (state !== 'ready') throw new Error('not ready');
  const ids = hits.map((hit) => hit.article.id).sort((a, b) => a - b);
  if (ids.length !== Math.min(total, 500)) throw new Error(`total ${total}, but ${ids.length} hits`);
  return ids;
}
