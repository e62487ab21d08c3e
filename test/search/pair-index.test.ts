import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPairs } from '../../src-main/search/list-pairs';
import { articlesByPairs } from '../../src-main/search/pair-index';
import type { ArticleReader, SearchableArticle } from '../../src-main/search/search';
import { article, foundBy, openTestLibrary, scan } from './test-library';
import type { TestLibrary } from './test-library';

let library: TestLibrary;
beforeEach(async () => {
  library = await openTestLibrary();
});
afterEach(() => library.close());

/** The commonest characters, one of them in its traditional form, and a few that are not common. */
const CHARACTERS = Array.from('的国國中在人一大新年会民出要方，鳖 A');
const text = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 12 }).map((characters) => characters.join(''));
/** In three blocks of ids. */
const id = fc.constantFrom(1, 2, 3, 9000, 9001, 40_000);

type Change =
  | { readonly kind: 'add'; readonly articles: readonly SearchableArticle[] }
  | { readonly kind: 'remove'; readonly ids: readonly number[] }
  | { readonly kind: 'tidy' | 'rebuild' | 'reopen' };

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.uniqueArray(fc.tuple(id, text, text), { minLength: 1, maxLength: 4, selector: ([own]) => own }).map((added) => ({
      kind: 'add' as const,
      articles: added.map(([own, headline, paragraph]) => article(own, { headline, paragraphs: [paragraph] })),
    })),
  },
  { weight: 2, arbitrary: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }).map((ids) => ({ kind: 'remove' as const, ids })) },
  { weight: 4, arbitrary: fc.constant({ kind: 'tidy' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'rebuild' as const }, { kind: 'reopen' as const }) },
);

async function make(made: Change): Promise<void> {
  if (made.kind === 'add') await library.add(...made.articles);
  else if (made.kind === 'remove') await library.remove(...made.ids);
  else if (made.kind === 'reopen') library = await library.reopen();
  else await library.search[made.kind]();
}

describe('phrases of common characters', () => {
  it('are found exactly, whatever was added, removed, tidied and rebuilt in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.array(text, { minLength: 1, maxLength: 5 }),
        async (changes, others) => {
          await library.close();
          library = await openTestLibrary();
          for (const made of changes) {
            await make(made);
            const stored = await library.reader.after(0, 100);
            const cuts = stored.flatMap((one) => one.paragraphs.map((paragraph) => paragraph.slice(1, 5)));
            for (const sought of [...cuts, ...others]) {
              if (sought.trim() === '') continue;
              const truth = scan(stored, sought);
              const newest = await library.search.hits({ text: `"${sought}"`, sort: 'newest' });
              expect([sought, newest.map((hit) => hit.article.id).sort((a, b) => a - b)]).toEqual([sought, truth]);
              expect([sought, await foundBy(library.search, `"${sought}"`)]).toEqual([sought, truth]);
            }
          }
          expect((await library.search.check()).sound).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leave few articles to look at, among them all that have them', async () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      article(at + 1, { paragraphs: [at % 1000 === 7 ? '中国人民的大会' : '大会的人民在中国'] }),
    );
    await library.add(...many);
    expect(await articlesByPairs(library.database, ['国人民的'])).toBeNull();
    await library.search.tidy();
    expect(await articlesByPairs(library.database, ['国人民的'])).toEqual([8, 1008, 2008]);
    // So many are sooner found by the index.
    expect(await articlesByPairs(library.database, ['大会的人'])).toBeNull();
    expect(await articlesByPairs(library.database, ['鳖，鳖'])).toBeNull();
  });

  it('are found wherever in an article they stand, and several of them in different places', async () => {
    const passages = ['国人民的', '大会在新年', '鳖'.repeat(300), '出要方', '的人民', '中国'];
    await library.add(
      article(1, { headline: '中国人民', byline: '一会一年', paragraphs: passages }),
      article(2, { paragraphs: ['人民的国'] }),
    );
    await library.search.tidy();
    for (const passage of [...passages, '中国人民', '一会一年']) expect(await foundBy(library.search, `"${passage}"`)).toContain(1);
    expect(await foundBy(library.search, '国人民的 出要方 在新年 的人民 中国人民')).toEqual([1]);
    expect(await foundBy(library.search, '国人民的 出方要')).toEqual([]);
    expect((await library.search.check()).sound).toBe(true);
  });

  it('are found in order, page by page, and by field, without, and either or', async () => {
    await library.add(
      ...[3, 1, 2].map((own) =>
        article(own, { date: `2023-11-0${own}`, headline: own === 2 ? '国人民的' : null, paragraphs: ['国人民的'] }),
      ),
      article(4, { paragraphs: ['人民的国'] }),
    );
    await library.search.tidy();
    const newest = await library.search.hits({ text: '国人民的', sort: 'newest', limit: 2 });
    expect(newest.map((hit) => hit.article.id)).toEqual([3, 2]);
    const next = await library.search.hits({ text: '国人民的', sort: 'newest', limit: 2, offset: 2 });
    expect(next.map((hit) => hit.article.id)).toEqual([1]);
    expect(await foundBy(library.search, '标题:国人民的')).toEqual([2]);
    expect(await foundBy(library.search, '人民的 -国人民的')).toEqual([4]);
    expect(await foundBy(library.search, '国人民的 OR 人民的国')).toEqual([1, 2, 3, 4]);
    expect(await foundBy(library.search, '國人民的')).toEqual([1, 2, 3]);
  });

  it('of an article that changes while it is listed are found', async () => {
    await library.add(article(1, { paragraphs: ['中国人民'] }), article(2, { paragraphs: ['中国人民'] }));
    const changing: ArticleReader = {
      ...library.reader,
      read: async (ids) => {
        const read = await library.reader.read(ids);
        await library.add(article(2, { paragraphs: ['人民在国中'] }));
        return read;
      },
    };
    await listPairs(library.database, changing);
    expect(await foundBy(library.search, '人民在国')).toEqual([2]);
    expect(await foundBy(library.search, '中国人民')).toEqual([1]);
    await library.search.tidy();
    expect(await foundBy(library.search, '人民在国')).toEqual([2]);
  });

  it('are listed no further once tidying is stopped', async () => {
    await library.add(article(1, { paragraphs: ['中国人民'] }));
    await library.search.tidy(AbortSignal.abort());
    const unpaired = 'SELECT count(*) AS count FROM search_article WHERE paired = 0';
    expect(await library.database.get(unpaired)).toEqual({ count: 1 });
    await library.search.tidy();
    expect(await library.database.get(unpaired)).toEqual({ count: 0 });
  });

  it('take no room for articles that are gone', async () => {
    await library.add(article(1, { paragraphs: ['中国'] }), article(40_000, { paragraphs: ['中国'] }));
    const rows = async (): Promise<number> =>
      (await library.database.get<{ count: number }>('SELECT count(*) AS count FROM search_pair'))!.count;
    await library.search.tidy();
    const both = await rows();
    await library.remove(40_000);
    await library.search.tidy();
    expect(await rows()).toBe(both / 2);
    expect(await foundBy(library.search, '中国')).toEqual([1]);
  });
});
