import { expect, test } from 'vitest';
import { readQuery } from '../../src-main/search/query-language';
import { isUseful, queryForms, queryOfSuggestion } from '../../src-renderer/search/query-words';
import { withRecent, withSaved, withoutSaved } from '../../src-renderer/search/kept-searches';

const suggestion = (kind: 'headline' | 'byline' | 'column' | 'place' | 'paper', text: string) => ({
  kind,
  text,
  articleId: null,
  count: 1,
});

test('a chosen suggestion is a query that the library reads as its field', () => {
  const texts = ['杨小友', '新时代 新征程 新伟业', '疫苗“多跑路” 群众“少跑腿”', '5-N：一', '(上)'];
  for (const kind of ['headline', 'byline', 'column', 'place', 'paper'] as const)
    for (const text of texts) {
      const { query, hint } = readQuery(queryOfSuggestion(suggestion(kind, text)));
      expect(hint).toBeNull();
      expect(query?.kind).toBe(kind === 'paper' ? 'paper' : 'text');
    }
});

test('a headline is suggested only where the words typed would not find it', () => {
  expect(isUseful(suggestion('headline', '六盘水开赛'), 'lps')).toBe(true);
  expect(isUseful(suggestion('headline', '村BA开赛'), '村ba ')).toBe(false);
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
  const saved = withSaved(withSaved([], '物流', null, 3), '物流 ', null, 5);
  expect(saved).toEqual([{ text: '物流', seen: 5 }]);
  expect(withoutSaved(saved, '物流', null)).toEqual([]);
});

test('the same words within one paper and in all papers are two searches', () => {
  const saved = withSaved(withSaved([], '物流', 7, 1), '物流', null, 9);
  expect(saved).toEqual([
    { text: '物流', seen: 1, edition: 7 },
    { text: '物流', seen: 9 },
  ]);
  expect(withoutSaved(saved, '物流', 7)).toEqual([{ text: '物流', seen: 9 }]);
});

test('every form that the help shows is understood', () => {
  for (const { example } of queryForms) expect([example, readQuery(example).hint]).toEqual([example, null]);
});
