import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsPinyin } from '../../src-main/search/pinyin-forms';
import { article, openTestLibrary } from './test-library';
import type { TestLibrary } from './test-library';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
  await library.add(
    article(1, {
      headline: '六盘水雪场开门迎客',
      column: '高质量发展蹲点',
      locality: '六盘水市',
      byline: '贵州日报天眼新闻记者 向秋穗',
      paragraphs: ['梅花山索道'],
    }),
    article(2, {
      headline: '重庆来客说贵州',
      column: '高质量发展蹲点',
      locality: '遵义市',
      byline: '记者 杨小友 通讯员 李 四',
      paragraphs: ['一路风景'],
    }),
    article(3, {
      headline: 'Machine learning 进车间',
      column: '科技',
      paper: '凉都晚报',
      byline: 'Jane Porter',
      credit: '赵松 摄（贵州图片库）',
      paragraphs: ['样机'],
    }),
  );
  await library.search.warm();
});
afterAll(() => library.close());

const likeIt = async (text: string): Promise<readonly string[]> => (await library.search.query({ text })).similar ?? [];
const texts = async (typed: string, limit = 8): Promise<string[]> =>
  (await library.search.suggest(typed, limit)).suggestions.map(({ text }) => text);

const holds = async (typed: string) => (await library.search.suggest(typed)).suggestions.map((one) => [one.text, one.holds]);

describe('look-up as you type', () => {
  it.each([
    ['六', '六盘水市'],
    ['六盤', '六盘水市'],
    ['盘水', '六盘水雪场开门迎客'],
    ['lps', '六盘水市'],
    ['LPS', '六盘水雪场开门迎客'],
    ['liupanshui', '六盘水市'],
    ['liupansh', '六盘水市'],
    ['xuechang', '六盘水雪场开门迎客'],
    ['cqlk', '重庆来客说贵州'],
    ['chongqing', '重庆来客说贵州'],
    ['gzlfz', '高质量发展蹲点'],
    ['xqs', '向秋穗'],
    ['yangxiaoy', '杨小友'],
    ['lisi', '李四'],
    ['zhaos', '赵松'],
    ['凉都', '凉都晚报'],
    ['learn', 'Machine learning 进车间'],
    ['machne', 'Machine learning 进车间'],
    ['portr', 'Jane Porter'],
    ['索道', '六盘水雪场开门迎客'],
    ['水雪 开门', '六盘水雪场开门迎客'],
    ['标题:雪场', '六盘水雪场开门迎客'],
    ['记者：向秋', '向秋穗'],
    ['is:unread 栏目:"高质', '高质量发展蹲点'],
    ['盘水 -凉都', '六盘水雪场开门迎客'],
  ])('%s finds %s', async (typed, shown) => {
    expect(await texts(typed)).toContain(shown);
  });

  it.each(['', ' ', 'zzqx', '没有的词', '“', '标题:', 'date:2023', '-凉都'])('%j finds nothing', async (typed) => {
    expect(await texts(typed)).toEqual([]);
  });

  it('tells what a suggestion is, and how many articles carry it', async () => {
    const [first] = (await library.search.suggest('高质量')).suggestions;
    expect(first).toEqual({ text: '高质量发展蹲点', kind: 'column', article: null, count: 2 });
    const [headline] = (await library.search.suggest('重庆')).suggestions;
    const printed = { id: 2, edition: 1, paper: '贵州日报', date: '2023-11-25' };
    expect(headline).toEqual({ text: '重庆来客说贵州', kind: 'headline', article: printed, holds: 'headline', count: 1 });
    expect((await library.search.suggest('向秋')).suggestions[0]).toMatchObject({ text: '向秋穗', kind: 'byline' });
  });

  it('tells a headline that holds what was typed from one whose text begins with it, and from one that only sounds like it', async () => {
    expect(await holds('雪场')).toEqual([['六盘水雪场开门迎客', 'headline']]);
    expect(await holds('索道')).toEqual([['六盘水雪场开门迎客', 'lead']]);
    expect(await holds('雪场 索道')).toEqual([['六盘水雪场开门迎客', 'lead']]);
    expect(await holds('xuechang')).toEqual([['六盘水雪场开门迎客', undefined]]);
  });

  it('suggests a headline that several articles share once, with their number and without choosing one of them', async () => {
    const shared = await openTestLibrary();
    await shared.add(...[1, 2, 3].map((id) => article(id, { headline: '一周天气', date: `2024-01-0${id}` })));
    await shared.search.warm();
    expect((await shared.search.suggest('yztq')).suggestions).toEqual([{ text: '一周天气', kind: 'headline', article: null, count: 3 }]);
    await shared.close();
  });

  it('says that it is not all there yet, keeps to the limit, and reaches headlines older than the lexicon holds', async () => {
    const old = await openTestLibrary();
    await old.add(
      article(1, { headline: '很久以前的茶山', date: '1998-01-01' }),
      ...Array.from({ length: 4200 }, (_, at) => article(at + 2, { headline: `新闻第${at}条`, date: '2024-01-01' })),
    );
    const early = await old.search.suggest('xwd');
    expect(early).toEqual({ suggestions: [], complete: false });
    await old.search.warm();
    expect(await old.search.suggest('xwd', 1)).toMatchObject({ suggestions: [{ kind: 'headline' }], complete: true });
    expect((await old.search.suggest('茶山')).suggestions.map(({ article: found }) => found?.id)).toEqual([1]);
    expect((await old.search.suggest('新闻', 5)).suggestions).toHaveLength(5);
    await old.close();
  }, 60_000);

  it('offers words of the library where a query finds nothing', async () => {
    expect((await library.search.query({ text: 'machne' })).similar).toContain('machine');
    expect((await library.search.query({ text: 'liupanshui' })).similar).toContain('六盘水市');
    expect((await library.search.query({ text: 'machine' })).similar).toEqual([]);
  });

  it('offers what is written like it but for one character, and each word offered finds something', async () => {
    expect(await likeIt('凉都晚抱')).toContain('报:凉都晚报');
    expect(await likeIt('六盘水雪厂')).toEqual(['六盘水雪场']);
    expect(await likeIt('六磐水市')).toContain('六盘水市');
    expect(await likeIt('从未写过的话')).toEqual([]);
    for (const word of [...(await likeIt('凉都晚抱')), ...(await likeIt('六盘水雪厂')), ...(await likeIt('六磐水市'))])
      expect((await library.search.query({ text: word })).total).toBeGreaterThan(0);
  });
});

describe('letters read as pinyin', () => {
  const known = new Set(['xi', 'an', 'xian', 'liu', 'pan', 'shui', 'fang', 'fan', 'gan']);
  it.each([
    ['xian', [['xian'], ['xi', 'an']]],
    ['liupansh', [['liu', 'pan', 'sh']]],
    [
      'fangan',
      [
        ['fang', 'an'],
        ['fan', 'gan'],
      ],
    ],
    ['xyz', []],
  ])('%s', (letters, readings) => {
    expect(readAsPinyin(letters, known)).toEqual(readings);
  });
});
