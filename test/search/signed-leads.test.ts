import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hit } from '../../src-main/search/search';
import { article, foundBy, openTestLibrary } from './test-library';
import type { TestLibrary } from './test-library';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
  await library.add(
    article(1, {
      headline: '茶山通车',
      paragraphs: ['本报讯（记者 闻人杰 通讯员 冼 立）进山的公路昨日通车，茶农闻人杰第一个上路。', '闻人杰说，茶叶当天就能运出山。'],
    }),
    article(2, { headline: '雪场开门', paragraphs: ['新华社临江11月25日电（记者陶砚秋、骆平川）梅花山的雪场开门迎客。'] }),
    article(3, {
      headline: '旧桥新装',
      paragraphs: ['老桥（上月刚由工程师闻人杰修过）昨日又封了路。', '本报讯（记者 冼立）这一句不在篇首。'],
    }),
    article(4, { headline: '电站并网', byline: '本报记者 闻人杰', paragraphs: ['本报讯 电站昨日并网。'] }),
    article(5, { kind: 'brief', paragraphs: ['▲县第二小学的学生烤出第一炉面包。（罗蒙）'] }),
    article(6, { headline: '码头', paragraphs: ['老码头重新开放。（资料 图）'] }),
    article(7, { kicker: '县委书记 祁望山：', byline: '县委书记 祁望山', headline: '把路修到寨子里', paragraphs: ['今年再通三条路。'] }),
  );
  await library.search.warm();
});
afterAll(() => library.close());

const hitOf = async (text: string): Promise<Hit> => (await library.search.query({ text })).hits.find((hit) => hit.article.id === 1)!;

describe('who wrote an article, where only its text says so', () => {
  it.each<[string, number[]]>([
    ['记者:闻人杰', [1, 4]],
    ['by:陶砚秋', [2]],
    ['记者:骆平川', [2]],
    ['记者:冼立', [1, 3]],
    ['通讯员:罗蒙', [5]],
    ['记者:面包', []],
    ['记者:资料', []],
    ['记者:"冼 立"', [1, 3]],
    ['署名:罗蒙', [5]],
    ['记者:公路', []],
    ['闻人杰', [1, 3, 4]],
    ['-记者:闻人杰 闻人杰', [3]],
  ])('%s', async (text, found) => {
    expect(await foundBy(library.search, text)).toEqual(found);
  });

  it('is marked where the text prints it, and counted once', async () => {
    const byName = await hitOf('记者:闻人杰');
    expect(byName.place).toEqual({ field: 'paragraph', paragraph: 0, start: 7, end: 10 });
    expect(byName.matchCount).toBe(1);
    expect(byName.snippet).toContain('进山的公路昨日通车');
    expect((await hitOf('闻人杰')).matchCount).toBe(3);
    const [brief] = (await library.search.query({ text: '记者:罗蒙' })).hits;
    expect(brief!.place).toEqual({ field: 'paragraph', paragraph: 0, start: 18, end: 20 });
  });

  it('is marked in the kicker that signs the piece, and counted once', async () => {
    for (const text of ['祁望山', '记者:祁望山', '县委书记 祁望山']) {
      const [signed] = (await library.search.query({ text })).hits;
      expect(signed!.place).toMatchObject({ field: 'kicker' });
      expect(signed!.matchCount).toBe(text.includes(' ') ? 2 : 1);
    }
  });

  it('is suggested while typing, with all that are signed so', async () => {
    const [first] = (await library.search.suggest('闻人')).suggestions;
    expect(first).toEqual({ text: '闻人杰', kind: 'byline', article: null, count: 2 });
    expect((await library.search.suggest('冼立')).suggestions[0]).toMatchObject({ text: '冼立', kind: 'byline', count: 2 });
    expect((await library.search.suggest('罗蒙')).suggestions[0]).toMatchObject({ text: '罗蒙', kind: 'byline', count: 1 });
  });
});
