import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { Article, ArticlePart } from '../../src-main/contract/model';
import { citation } from '../../src-renderer/reader/citation';
import type { QuotedLine } from '../../src-renderer/reader/citation';
import { words as reader } from '../../src-renderer/reader/words';
import { words as shelf } from '../../src-renderer/shelf/words';

const judgement = { rule: 'test', confidence: 'likely' } as const;
const edition = (paper: string | null, date: string | null) => ({ paper: { value: paper, judgement }, date: { value: date, judgement } });
const part = (source: number, page: string | null, firstParagraph = 0): ArticlePart => ({
  article: source,
  source,
  page,
  file: `${source}.txt`,
  firstParagraph,
});
const article: Article = {
  id: 1,
  edition: 1,
  kind: 'feature',
  jump: null,
  column: '【民生】',
  kicker: '引题',
  locality: null,
  headline: '新桥通车',
  deck: null,
  byline: '本报记者 张三',
  credit: '李四 摄',
  heading: [],
  paragraphs: [],
  parts: [part(4, '4')],
  notices: [],
  characters: 0,
};
const daily = edition('贵州日报', '2023-11-25');

async function cited(
  language: 'zh-CN' | 'en',
  of: Parameters<typeof citation>[2],
  what: Partial<Article>,
  lines?: readonly QuotedLine[],
): Promise<string> {
  const instance = createInstance();
  const resources = { [language]: { reader: reader[language], shelf: shelf[language] } };
  await instance.init({ lng: language, resources, interpolation: { escapeValue: false } });
  return citation(instance.getFixedT(language, 'reader'), language, of, { ...article, ...what }, lines);
}

test('an article is cited by paper, day, page, headline and byline, as each language writes that', async () => {
  expect(await cited('zh-CN', daily, {})).toBe('《贵州日报》2023年11月25日 第4版：新桥通车，本报记者 张三');
  expect(await cited('en', daily, {})).toBe('贵州日报, November 25, 2023, page 4: “新桥通车”, 本报记者 张三');
});

test('what is not known is left out, and no sign stands for it', async () => {
  expect(await cited('zh-CN', edition(null, '2023-11-25'), { byline: null })).toBe('2023年11月25日 第4版：新桥通车');
  expect(await cited('zh-CN', edition('贵州日报', null), { parts: [part(4, null)] })).toBe('《贵州日报》：新桥通车，本报记者 张三');
  expect(await cited('en', edition('贵州日报', null), { headline: null, column: null })).toBe('贵州日报, page 4: 本报记者 张三');
  expect(await cited('zh-CN', daily, { headline: null, column: null, byline: null })).toBe('《贵州日报》2023年11月25日 第4版');
});

test('of a text that says nothing of its paper the file is named, of a piece without a headline its column, of a picture who took it', async () => {
  const nowhere = { parts: [part(4, null)] };
  expect(await cited('zh-CN', edition(null, null), nowhere)).toBe('4.txt：新桥通车，本报记者 张三');
  expect(await cited('zh-CN', daily, { headline: null, byline: null })).toBe('《贵州日报》2023年11月25日 第4版：民生');
  expect(await cited('zh-CN', daily, { kind: 'photo', byline: null })).toBe('《贵州日报》2023年11月25日 第4版：新桥通车，李四 摄');
});

test('an article told on two pages is cited by both, a passage of it by the page it is on', async () => {
  const parts = [part(1, '1'), part(4, '4', 2)];
  const page = async (...lines: readonly QuotedLine[]) => /第(.+)版/u.exec(await cited('zh-CN', daily, { parts }, lines))?.[1];
  expect(await cited('zh-CN', daily, { parts })).toContain('第1、4版');
  expect(await page({ paragraph: null, source: 1 })).toBe('1');
  expect(await page({ paragraph: 0, source: 1 }, { paragraph: 1, source: 1 })).toBe('1');
  // The paragraph that the jump has cut.
  expect(await page({ paragraph: 2, source: 1 })).toBe('1');
  expect(await page({ paragraph: 2, source: 4 })).toBe('4');
  expect(await page({ paragraph: 1, source: 1 }, { paragraph: 3, source: 4 })).toBe('1、4');
});
