import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuery } from '../../src-main/search/query-language';
import { article, foundBy, openTestLibrary } from './test-library';
import type { TestLibrary } from './test-library';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
  await library.add(
    article(1, {
      headline: '山货出山',
      byline: '本报记者 向秋穗',
      column: '乡村振兴',
      locality: '六盘水市',
      paragraphs: ['物流体系覆盖全县。', '冷链 运输'],
    }),
    article(2, {
      headline: '物流园开工',
      byline: '张三 李四',
      date: '2023-12-01',
      paper: '凉都晚报',
      kind: 'brief',
      paragraphs: ['园区占地五百亩。'],
    }),
    article(3, {
      headline: '雪场开门',
      credit: '赵松 摄（图片库）',
      date: '2024-01-31',
      kind: 'photo',
      paragraphs: ['游客在山里滑雪。', 'Machine learning at work.'],
    }),
    article(4, { headline: '旧闻', date: null, paper: null, edition: 2, paragraphs: ['没有日期的物流稿。', 'learning a machine'] }),
  );
  library.flags.bookmarked = [3, 2];
  library.flags.unread = [4];
});
afterAll(() => library.close());

describe('the query language', () => {
  it.each<[string, number[]]>([
    ['物流', [1, 2, 4]],
    ['物流 县', [1]],
    ['物流　县', [1]],
    ['物流 -园', [1, 4]],
    ['-物流', [3]],
    ['物流 －园', [1, 4]],
    ['－物流', []],
    ['滑雪 OR 园区', [2, 3]],
    ['物流 AND 县', [1]],
    ['物流 AND 滑雪 OR 园区', [2]],
    ['物流 AND -园', [1, 4]],
    ['物流 "AND"', []],
    ['物流 滑雪 OR 园区', [2]],
    ['"machine learning"', [3]],
    ['machine learning', [3, 4]],
    ['“machine learning”', [3]],
    ['-"machine learning" learning', [4]],
    ['标题:(物流 OR 雪场)', [2, 3]],
    ['标题：（物流 OR 雪场）', [2, 3]],
    ['题:(物流 OR 正文:物流)', [1, 2, 4]],
    ['(物流 县) OR 滑雪', [1, 3]],
    ['物流 (县 OR (园区 -滑雪))', [1, 2]],
    ['物流 -(县 OR 园区)', [4]],
    ['(物流 OR 园区)', [1, 2, 4]],
    ['(图片库)', [3]],
    ['（图片库）', [3]],
    ['标题:物流', [2]],
    ['headline:物流', [2]],
    ['标题：物流', [2]],
    ['-标题:物流 物流', [1, 4]],
    ['正文:物流', [1, 4]],
    ['记者:向秋穗', [1]],
    ['author:赵松', [3]],
    ['摄影:赵松', [3]],
    ['credit:图片库', [3]],
    ['摄影:向秋穗', []],
    ['栏目:振兴', [1]],
    ['section:乡村', [1]],
    ['地:六盘水', [1]],
    ['place:六盤水', [1]],
    ['报:晚报', [2]],
    ['paper:日报', [1, 3]],
    ['日期:2023-11..2023-12', [1, 2]],
    ['date:2023', [1, 2]],
    ['日期:2023年12月', [2]],
    ['日期:2023/12/1', [2]],
    ['日期:2023-12..', [2, 3]],
    ['日期:..2023-11-25', [1]],
    ['日期:2024-01', [3]],
    ['is:bookmarked', [2, 3]],
    ['is:收藏 -kind:photo', [2]],
    ['is:unread', [4]],
    ['是:未读', [4]],
    ['kind:简讯', [2]],
    ['体裁:简讯', [2]],
    ['类型:photo OR kind:brief', [2, 3]],
    ['is:unread OR 滑雪', [3, 4]],
    ['标题:"物流园"', [2]],
  ])('reads %s', async (typed, ids) => {
    expect(await foundBy(library.search, typed)).toEqual(ids);
    expect(readQuery(typed).hint).toBeNull();
  });

  it('reads every name of a page alike', () => {
    expect(readQuery('版面:4').query).toEqual({ kind: 'page', page: '4' });
    expect(readQuery('版面：4').query).toEqual(readQuery('版:4').query);
  });

  it.each<[string, number[]]>([
    ['"物流', []],
    ['日期:昨天', []],
    ['is:important', []],
    ['kind:xyz', []],
    ['OR 物流', []],
    ['标题:', []],
  ])('searches %s as text, with a hint', async (typed, ids) => {
    expect(readQuery(typed).hint).toBe('searched-as-text');
    expect(await foundBy(library.search, typed)).toEqual(ids);
  });

  it.each<[string, string, string]>([
    ['"物流', 'quote', '"物流'],
    ['"物流"园', 'after-quote', '"物流"'],
    ['日期:昨天', 'date', '昨天'],
    ['date:2023-13', 'date', '2023-13'],
    ['is:important', 'flag', 'important'],
    ['kind:xyz', 'kind', 'xyz'],
    ['OR 物流', 'join', 'OR'],
    ['物流 AND OR 园', 'join', 'OR'],
    ['(物流 OR', 'join', 'OR'],
    ['标题: 物流', 'value', '标题:'],
  ])('says what is wrong with %s', (typed, kind, at) => {
    expect(readQuery(typed).fault).toEqual({ kind, at });
  });

  it.each<[string, { text: string; total: number } | undefined]>([
    ['(物流 OR', { text: '物流', total: 3 }],
    ['"物流 AND (', { text: '物流', total: 3 }],
    ['"县 物流"', { text: '县 物流', total: 1 }],
    ['标题:向秋穗', { text: '向秋穗', total: 1 }],
    ['日期:昨天 -物流', undefined],
    ['(雷达 OR', undefined],
    ['雷达', undefined],
  ])('offers the words of %s alone, with their number, where only its signs keep them from being found', async (typed, plain) => {
    const answer = await library.search.query({ text: typed });
    expect(answer.total).toBe(0);
    expect(answer.plain).toEqual(plain);
  });

  it.each(['', '  ', '　'])('answers nothing to nothing (%j)', async (typed) => {
    const { total, hint, hits } = await library.search.query({ text: typed });
    expect({ total, hint, hits }).toEqual({ total: 0, hint: null, hits: [] });
  });

  it('takes marks of its own language as text where they stand alone', async () => {
    await library.add(article(9, { edition: 9, paragraphs: ['电话 - 传真：无 OR AND “引文'] }));
    for (const typed of ['-', '：', 'AND', '“', '“引文', '传真：']) expect(await foundBy(library.search, typed)).toEqual([9]);
    await library.remove(9);
  });

  it('takes queries as long as they can be typed', async () => {
    const words = Array.from({ length: 480 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    for (const [typed, ids] of [
      [words.join(' '), []],
      [`${words.join(' ')} 物流`, []],
      [['物流', ...words.slice(0, 240)].join(' OR '), [1, 2, 4]],
      ['物 流 '.repeat(240), [1, 2, 4]],
      ['物流 OR '.repeat(200) + '县', [1, 2, 4]],
      ['a e i '.repeat(150), [3, 4]],
      [
        words
          .map((word) => `-${word}`)
          .slice(0, 300)
          .join(' '),
        null,
      ],
      ['物'.repeat(1000), []],
      [`"${'a '.repeat(490)}"`, []],
      [
        words
          .slice(0, 240)
          .map((_, at) => `标题:${String.fromCodePoint(0x5000 + at)}`)
          .join(' '),
        [],
      ],
    ] as const) {
      const found = await foundBy(library.search, typed);
      expect(library.search.state()).toBe('ready');
      expect(found).toEqual(ids ?? found);
    }
    expect(library.rebuildsAsked()).toBe(0);
  });

  it('never fails, whatever is typed', async () => {
    const typed = fc
      .array(
        fc.constantFrom(
          '"',
          '-',
          ':',
          '：',
          ' ',
          'OR',
          'AND',
          '标题',
          '日期',
          'is',
          '..',
          '物',
          'a',
          '*',
          '(',
          ')',
          '^',
          '{',
          '}',
          '+',
          "'",
          '“',
          '”',
          '2023',
          'NEAR',
          '\ud800',
          '\u0000',
        ),
        { maxLength: 10 },
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { total, hits } = await library.search.query({ text });
        expect(hits.length).toBe(total);
        await library.search.suggest(text);
      }),
      { numRuns: 300 },
    );
  });
});
