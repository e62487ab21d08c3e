import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { article, foundBy, openTestLibrary, scan, segmentsOf } from './test-library';
import type { TestLibrary } from './test-library';

let library: TestLibrary;
beforeEach(async () => {
  library = await openTestLibrary();
  await library.add(
    article(1, { headline: '山货出山', column: '乡村振兴', paragraphs: ['物流体系覆盖全县。', 'logistics and roads'] }),
    article(2, { headline: '园区开工', date: '2023-12-01', paragraphs: ['物流园占地五百亩。'] }),
    article(3, { headline: '雪场开门', date: null, paragraphs: ['游客滑雪。'] }),
  );
});
afterEach(() => library.close());

async function sound(): Promise<boolean> {
  return (await library.search.check()).sound;
}

describe('a change to an article', () => {
  it('shows at once: its new text is found, its old text is not', async () => {
    expect(await foundBy(library.search, '物流')).toEqual([1, 2]);
    await library.add(article(2, { headline: '园区开工', date: '2023-12-01', paragraphs: ['冷库占地五百亩。'] }));
    expect(await foundBy(library.search, '物流')).toEqual([1]);
    expect(await foundBy(library.search, '冷库')).toEqual([2]);
    expect(await sound()).toBe(true);
  });

  it('shows at once when it is deleted, in hits, facets and suggestions', async () => {
    await library.search.warm();
    expect((await library.search.suggest('乡村')).suggestions.map(({ text }) => text)).toContain('乡村振兴');
    await library.remove(1);
    expect(await foundBy(library.search, '物流')).toEqual([2]);
    expect(await foundBy(library.search, 'logistics')).toEqual([]);
    expect((await library.search.query({ text: '物流' })).facets.section).toEqual([]);
    await library.search.warm();
    expect((await library.search.suggest('乡村')).suggestions).toEqual([]);
    expect((await library.search.suggest('山货')).suggestions).toEqual([]);
    expect(await sound()).toBe(true);
  });

  it('moves it when its date is corrected', async () => {
    await library.add(article(1, { headline: '山货出山', date: '2024-02-02', paragraphs: ['物流'] }));
    expect((await library.search.query({ text: '物流', sort: 'newest' })).hits.map((hit) => hit.article.id)).toEqual([1, 2]);
    expect(await foundBy(library.search, '日期:2024')).toEqual([1]);
    expect(await foundBy(library.search, '日期:2023-11')).toEqual([]);
    expect(await sound()).toBe(true);
  });

  it('leaves no trace when its transaction is rolled back', async () => {
    const change = library.database.transaction(async () => {
      await library.store(article(4, { paragraphs: ['物流回滚 unheard'] }));
      await library.search.add([article(4, { paragraphs: ['物流回滚 unheard'] })]);
      await library.search.remove([1]);
      throw new Error('disk full');
    });
    await expect(change).rejects.toThrow('disk full');
    expect(await foundBy(library.search, '物流')).toEqual([1, 2]);
    expect(await foundBy(library.search, 'heard')).toEqual([]);
    await library.add(article(4, { paragraphs: ['物流重来'] }));
    expect(await foundBy(library.search, '物流')).toEqual([1, 2, 4]);
    expect(await sound()).toBe(true);
  });

  it('by another process shows as well', async () => {
    await foundBy(library.search, '物流');
    const other = await openTestLibrary(library.path.replace(/\/library\.sqlite$/u, ''));
    await other.add(article(8, { column: '别处', paragraphs: ['物流别处'] }));
    await other.remove(2);
    await other.database.close();
    expect(await foundBy(library.search, '物流')).toEqual([1, 8]);
    expect((await library.search.query({ text: '物流' })).facets.section).toContainEqual({ value: '别处', count: 1 });
  });

  it('of many articles of one day keeps their order, and of more than a day has numbers for', async () => {
    const many = Array.from({ length: 16_500 }, (_, at) =>
      article(100 + at, { edition: 5, paragraphs: [at % 1000 === 0 ? '整千' : '一'] }),
    );
    await library.add(...many.slice(0, 9000));
    await library.add(...many.slice(9000));
    await library.add(article(99_999, { date: '2023-11-24', paragraphs: ['前一天'] }));
    expect((await library.search.query({ text: '整千', sort: 'newest' })).hits.map((hit) => hit.article.id)).toEqual(
      many.filter((_, at) => at % 1000 === 0).map(({ id }) => id),
    );
    expect((await library.search.query({ text: '一', limit: 0 })).total).toBe(scan(many, '一').length + 1);
    expect(await foundBy(library.search, '前一天')).toEqual([99_999]);
  }, 60_000);
});

describe('a library of many articles', () => {
  it('in small pieces leaves pieces in the index, which tidying merges without a change to any answer', async () => {
    for (let id = 10; id < 22; id += 1) await library.add(article(id, { headline: `第${id}期`, paragraphs: [`物流快讯 ${id}`] }));
    const before = await foundBy(library.search, '物流');
    expect(await segmentsOf(library)).toBeGreaterThan(5);
    await library.search.tidy(AbortSignal.abort());
    expect(await segmentsOf(library)).toBeGreaterThan(5);
    await library.search.tidy();
    expect(await segmentsOf(library)).toBeLessThan(3);
    expect(await foundBy(library.search, '物流')).toEqual(before);
    expect(await sound()).toBe(true);
  });

  it('starts from what it kept, and still knows of every later change', async () => {
    const many = Array.from({ length: 6000 }, (_, at) =>
      article(at + 1, { date: `20${10 + (at % 10)}-01-01`, column: at % 2 === 0 ? '双' : '单', paragraphs: ['物流'] }),
    );
    await library.add(...many);
    await library.search.warm();
    library = await library.reopen();
    await library.add(article(7000, { column: '新', paragraphs: ['物流'] }), article(2, { column: '改', paragraphs: ['物流'] }));
    await library.remove(1, 3);
    library = await library.reopen();
    const { total, facets } = await library.search.query({ text: '物流', limit: 0 });
    expect(total).toBe(5999);
    expect(facets.section).toEqual([
      { value: '单', count: 2999 },
      { value: '双', count: 2998 },
      { value: '改', count: 1 },
      { value: '新', count: 1 },
    ]);
    expect(facets.month).toHaveLength(11);
  }, 60_000);
});

describe('an index that cannot be trusted', () => {
  const breakages: Readonly<Record<string, readonly string[]>> = {
    'whose table was dropped': ['DROP TABLE search_article'],
    'whose full-text table was dropped': ['DROP TABLE search_text'],
    'whose postings are gone': ['DELETE FROM search_text_data'],
    'whose postings are garbage': [`UPDATE search_text_data SET block = randomblob(length(block))`],
    'whose shadow table was dropped': ['DROP TABLE search_text_data', 'DROP TABLE search_head_config'],
    'whose lists of pairs were dropped': ['DROP TABLE search_pair'],
    'whose lists of pairs are gone': ['DELETE FROM search_pair'],
    'of whose lists of pairs one row is gone': [
      'DELETE FROM search_pair WHERE id = (SELECT id FROM search_pair ORDER BY length(lists) DESC LIMIT 1)',
    ],
    'whose lists of pairs are cut off': ['UPDATE search_pair SET lists = substr(lists, 1, length(lists) - 1)'],
    'whose lists of pairs are empty': ['UPDATE search_pair SET lists = zeroblob(0)'],
    'of another format': [`UPDATE search_state SET value = 0 WHERE name = 'format'`],
    'whose building never ended': [
      `UPDATE search_state SET value = 1 WHERE name = 'building'`,
      `UPDATE search_state SET value = 0 WHERE name = 'cursor'`,
      'DELETE FROM search_text WHERE rowid IN (SELECT document FROM search_article WHERE article = 2)',
      'DELETE FROM search_article WHERE article = 2',
    ],
  };

  it.each(Object.keys(breakages))('%s says so on opening or when asked, and is whole after a rebuild', async (name) => {
    await library.search.tidy();
    for (const statement of breakages[name]!) await library.database.exec(statement);
    library = await library.reopen();
    const first = await library.search.query({ text: '物流' });
    // Whatever the damage: either the answer is whole, or it says that it may not be.
    expect(first.state === 'rebuilding' || first.total === 2).toBe(true);
    expect(await library.search.check()).toMatchObject({ sound: false });
    expect(library.search.state()).toBe('rebuilding');
    await library.search.rebuild();
    expect(library.search.state()).toBe('ready');
    expect(await foundBy(library.search, '物流')).toEqual([1, 2]);
    expect(await foundBy(library.search, 'istic')).toEqual([1]);
    expect(await sound()).toBe(true);
  });

  it('does not keep an import from being stored', async () => {
    await library.database.exec('DROP TABLE search_text_data');
    await library.add(article(9, { paragraphs: ['物流照存'] }));
    expect((await library.reader.read([9])).length).toBe(1);
    expect(library.search.state()).toBe('rebuilding');
    expect(library.rebuildsAsked()).toBe(1);
    await library.search.rebuild();
    expect(await foundBy(library.search, '物流')).toEqual([1, 2, 9]);
  });

  it('is known by its checksums: an article missing, one too many, one changed', async () => {
    await library.store(
      article(4, { paragraphs: ['没有编入'] }),
      article(2, { headline: '园区开工', date: '2023-12-01', paragraphs: ['悄悄改了'] }),
    );
    await library.database.run('DELETE FROM article WHERE id = 3');
    expect(await library.search.check()).toEqual({ sound: false, articles: 3, missing: [2, 4], surplus: [3] });
    await library.search.rebuild();
    expect(await sound()).toBe(true);
    expect(await foundBy(library.search, '悄悄')).toEqual([2]);
  });
});

describe('a rebuild', () => {
  const many = Array.from({ length: 1000 }, (_, at) => article(at + 1, { paragraphs: [`第${at}篇 物流`] }));

  it('cut short says "rebuilding" at the next start, and goes on where it stopped', async () => {
    await library.store(...many);
    const stop = new AbortController();
    const seen: number[] = [];
    await library.search.rebuild(({ done, total }) => {
      expect(total).toBe(1000);
      seen.push(done);
      if (done >= 400) stop.abort();
    }, stop.signal);
    expect(library.search.state()).toBe('rebuilding');
    const { state, total } = await library.search.query({ text: '物流', limit: 0 });
    expect([state, total]).toEqual(['rebuilding', 400]);

    library = await library.reopen();
    expect(library.search.state()).toBe('rebuilding');
    const resumed: number[] = [];
    await library.search.rebuild(({ done }) => resumed.push(done));
    expect(resumed[0]).toBe(400);
    expect(resumed.at(-1)).toBe(1000);
    expect((await library.search.query({ text: '物流', limit: 0 })).total).toBe(1000);
    expect(await sound()).toBe(true);
  });

  it('takes in what is added, changed and deleted while it runs', async () => {
    await library.store(...many);
    const changes: Promise<void>[] = [];
    await library.search.rebuild(({ done }) => {
      if (done === 200)
        changes.push(
          library.add(article(5000, { paragraphs: ['物流新来'] })),
          library.remove(950, 3),
          library.add(article(7, { paragraphs: ['改过'] })),
        );
    });
    await Promise.all(changes);
    expect((await library.search.query({ text: '物流', limit: 0 })).total).toBe(1000 + 1 - 2 - 1);
    expect(await foundBy(library.search, '改过')).toEqual([7]);
    expect(await sound()).toBe(true);
  });

  it('of an empty library is no rebuild', async () => {
    const empty = await openTestLibrary();
    expect(empty.search.state()).toBe('ready');
    expect((await empty.search.query({ text: '物流' })).total).toBe(0);
    await empty.close();
  });
});
