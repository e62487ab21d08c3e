import { expect, test } from 'vitest';
import { readQuery } from '../../src-main/search/query-language';
import { isUseful, mayBePinyin, misreadingOf, namesPaper, queryForms, queryOfSuggestion } from '../../src-renderer/search/query-words';
import { kindOfSuggestion, viewOfSuggestion } from '../../src-renderer/search/view-of-suggestion';
import { askedBy, withRecent, withSaved, withoutSaved } from '../../src-renderer/search/kept-searches';
import type { AskedSearch } from '../../src-renderer/search/kept-searches';

const suggestion = (kind: 'headline' | 'byline' | 'column' | 'place' | 'paper', text: string) => ({
  kind,
  text,
  article: null,
  count: 1,
});

const everywhere: AskedSearch = { text: '物流', edition: null, facets: {} };

test('a chosen suggestion is a query that the library reads as its field', () => {
  const texts = ['杨小友', '新时代 新征程 新伟业', '疫苗“多跑路” 群众“少跑腿”', '5-N：一', '(上)'];
  for (const kind of ['headline', 'byline', 'column', 'place', 'paper'] as const)
    for (const text of texts) {
      const { query, hint } = readQuery(queryOfSuggestion(suggestion(kind, text)));
      expect(hint).toBeNull();
      expect(query?.kind).toBe(kind === 'paper' ? 'paper' : 'text');
    }
});

test('a headline leads to its article; one that several share, and a name, to what a search for it finds', () => {
  const article = { id: 4, edition: 2, paper: '贵州日报', date: '2023-11-25' };
  expect(viewOfSuggestion({ ...suggestion('headline', '六盘水开赛'), article }, 'lps', 7)).toMatchObject({
    kind: 'article',
    edition: 2,
    article: 4,
    marked: null,
  });
  expect(viewOfSuggestion(suggestion('headline', '要闻'), '要闻', 7)).toEqual({ kind: 'search', text: '标题:要闻', edition: 7 });
  expect(viewOfSuggestion(suggestion('place', '六盘水'), '六盘', null)).toEqual({ kind: 'search', text: '地:六盘水', edition: null });
});

test('an article that holds what was typed opens with it marked, and is no headline to what only its text begins with', () => {
  const article = { id: 4, edition: 2, paper: '贵州日报', date: '2023-11-25' };
  const inLead = { ...suggestion('headline', '六盘水开赛'), article, holds: 'lead' as const };
  expect(viewOfSuggestion(inLead, ' 梅花山 ', 7)).toMatchObject({ article: 4, marked: '梅花山' });
  expect(kindOfSuggestion(inLead)).toBe('kind-of-lead');
  expect(kindOfSuggestion({ ...inLead, holds: 'headline' })).toBe('kind-of-headline');
});

test('a headline is suggested whether it begins with what was typed, holds it, or only sounds like it', () => {
  expect(isUseful(suggestion('headline', '少些“盆景” 多些“风景”'), '少些')).toBe(true);
  expect(isUseful(suggestion('headline', '少些“盆景” 多些“风景”'), '盆景')).toBe(true);
  expect(isUseful(suggestion('headline', '六盘水开赛'), 'lps')).toBe(true);
  expect(isUseful(suggestion('byline', '杨小友'), '杨小')).toBe(true);
});

test('no headline is suggested for a query that leaves something out: its article may hold just that', () => {
  expect(isUseful(suggestion('headline', '六盘水开赛'), 'lps -物流')).toBe(false);
  expect(isUseful(suggestion('place', '六盘水市'), 'lps -物流')).toBe(true);
  expect(isUseful(suggestion('headline', '六盘水开赛'), 'lps 2023-11')).toBe(true);
});

test('recent searches are few, latest first, none twice', () => {
  let recent: readonly string[] = [];
  for (let index = 0; index < 30; index++) recent = withRecent(recent, `词${index}`);
  expect(recent).toHaveLength(12);
  expect(withRecent(recent, ' 词20 ').slice(0, 2)).toEqual(['词20', '词29']);
  expect(withRecent(recent, '  ')).toBe(recent);
});

test('a saved search remembers how many hits have been seen', () => {
  const saved = withSaved(withSaved([], everywhere, 3), { ...everywhere, text: '物流 ' }, 5);
  expect(saved).toEqual([{ text: '物流', seen: 5 }]);
  expect(withoutSaved(saved, everywhere)).toEqual([]);
});

test('the same words within one paper and in all papers are two searches', () => {
  const saved = withSaved(withSaved([], { ...everywhere, edition: 7 }, 1), everywhere, 9);
  expect(saved).toEqual([
    { text: '物流', seen: 1, edition: 7 },
    { text: '物流', seen: 9 },
  ]);
  expect(withoutSaved(saved, { ...everywhere, edition: 7 })).toEqual([{ text: '物流', seen: 9 }]);
});

test('a search is saved with what narrows it, in whatever order that was chosen', () => {
  const narrowed: AskedSearch = { ...everywhere, facets: { kind: ['brief'], paper: ['云岭日报', '凉都晚报'] } };
  const again: AskedSearch = { ...everywhere, facets: { paper: ['凉都晚报', '云岭日报'], kind: ['brief'] } };
  const saved = withSaved(withSaved(withSaved([], everywhere, 9), narrowed, 2), again, 3);
  expect(saved).toEqual([
    { text: '物流', seen: 9 },
    { text: '物流', seen: 3, facets: narrowed.facets },
  ]);
  expect(saved.map(askedBy)).toEqual([everywhere, narrowed]);
  expect(withoutSaved(saved, again)).toEqual([{ text: '物流', seen: 9 }]);
});

test('every form that the help shows is understood', () => {
  for (const { example } of queryForms) expect([example, readQuery(example).hint]).toEqual([example, null]);
});

test.each([
  ['春节 或 清明', false, '春节 OR 清明'],
  ['春节 或者 清明 或 端午', false, '春节 OR 清明 OR 端午'],
  ['spring | summer', false, 'spring OR summer'],
  ['spring or summer', true, 'spring OR summer'],
  ['高质量*', true, '高质量'],
  ['NOT 脱贫', true, '-脱贫'],
  ['山货 not 脱贫 NOT 扶贫', true, '山货 -脱贫 -扶贫'],
  ['2024-05-18', true, '日期:2024-05-18'],
  ['2024年5月18日', true, '日期:2024-05-18'],
  ['望海 2024/5', true, '望海 日期:2024-05'],
  ['20240518', true, '日期:2024-05-18'],
])('what %j probably means (nothing found: %j) is offered: %j', (typed, foundNothing, instead) => {
  expect(misreadingOf(typed, foundNothing)?.instead).toBe(instead);
});

test('a query that names a paper is known for one, a word before a colon is not', () => {
  expect(['报:榕城晚报 路灯', '路灯 paper：榕城', '(报纸:榕城晚报 OR 路灯)'].map(namesPaper)).toEqual([true, true, true]);
  expect(['路灯', '日报:路灯', '报纸上的路灯'].map(namesPaper)).toEqual([false, false, false]);
});

test.each([
  ['to be or not', false],
  ['5*N', false],
  ['2024-05-18', false],
  ['2024-13-18', true],
  ['2024-02-30', true],
  ['日期:2024-05-18', true],
  ['0851-12345', true],
  ['或', true],
  ['"春节 或 清明"', true],
  ['春节 OR 清明', true],
])('%j (nothing found: %j) is taken as it stands', (typed, foundNothing) => {
  expect(misreadingOf(typed, foundNothing)).toBeNull();
});

test('letters that can be Chinese spelt out, or its initials, are known for it; English words are not', () => {
  expect(['wanghai', 'Shuzi jingji', "xi'an", 'lvyou', 'szjj', 'zhuangxiang'].filter((typed) => !mayBePinyin(typed))).toEqual([]);
  expect(['ferry', 'newspaper', 'harbour city', 'a', '望海', 'wang海', '5G'].filter(mayBePinyin)).toEqual([]);
});
