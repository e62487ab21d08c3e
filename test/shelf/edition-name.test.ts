import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { EditionSummary, Fact } from '../../src-main/contract/model';
import { leadBeside, leadOf, nameInSentence, pagesWithin } from '../../src-renderer/shelf/edition-name';
import { words as shelf } from '../../src-renderer/shelf/words';

async function wordsIn(language: 'zh-CN' | 'en'): Promise<TFunction<string>> {
  const instance = createInstance();
  await instance.init({ lng: language, resources: { [language]: { shelf: shelf[language] } }, interpolation: { escapeValue: false } });
  return instance.getFixedT(language, 'shelf');
}

const fact = (value: string | null): Fact<string> => ({ value, judgement: { rule: 'test', confidence: 'likely' } });
const edition = (paper: string | null, headlines: readonly string[], fileNames: readonly string[] = ['01.txt']) =>
  ({ paper: fact(paper), date: fact(null), headlines, fileNames }) as unknown as EditionSummary;

test('an edition without a name goes by its lead headline, else by its file; one with a name by that', async () => {
  const t = await wordsIn('zh-CN');
  expect(nameInSentence(t, edition(null, ['新桥建成通车']), 'zh-CN')).toBe('报名不详 日期不详“新桥建成通车”');
  expect(nameInSentence(t, edition(null, []), 'zh-CN')).toBe('报名不详 日期不详“01.txt”');
  expect(nameInSentence(t, edition('云岭日报', ['新桥建成通车']), 'zh-CN')).toBe('云岭日报 日期不详');
  expect(nameInSentence(await wordsIn('en'), edition(null, ['Bridge opens']), 'en')).toBe('Unnamed paper Date unknown (“Bridge opens”)');
  expect(nameInSentence(t, edition(null, ['长'.repeat(40)]), 'zh-CN')).toBe(`报名不详 日期不详“${'长'.repeat(24)}…”`);
  expect(leadOf(edition(null, [], []))).toBeNull();
});

test('beside one of its own articles an edition whose lead that is goes by its file', () => {
  expect(leadBeside(edition(null, ['新桥建成通车']), '另一篇')).toBe('新桥建成通车');
  expect(leadBeside(edition(null, ['新桥建成通车']), '新桥建成通车')).toBe('01.txt');
  expect(leadBeside(edition('云岭日报', ['新桥建成通车']), '新桥建成通车')).toBeNull();
  expect(leadBeside(undefined, '新桥建成通车')).toBeNull();
});

test('page numbers that a narrow place would cut are told by the first of them and how many there are', async () => {
  const t = await wordsIn('zh-CN');
  const pages = ['1', 'A02', 'A04', 'B1', 'B3'];
  expect(pagesWithin(t, pages, 'zh-CN', 30)).toBe('第1、A02、A04、B1、B3版');
  expect(pagesWithin(t, pages, 'zh-CN', 9)).toBe('第1、A02 等5版');
  expect(pagesWithin(t, pages, 'zh-CN', 6)).toBe('第1 等5版');
  expect(pagesWithin(t, pages, 'zh-CN', 4)).toBe('共5版');
  expect(pagesWithin(t, ['1', '2', '3', '4'], 'zh-CN', 6)).toBe('第1至4版');
  const english = await wordsIn('en');
  expect(pagesWithin(english, pages, 'en', 12)).toBe('pages 1, A02… (5)');
  expect(pagesWithin(english, pages, 'en', 5)).toBe('5 pages');
});
