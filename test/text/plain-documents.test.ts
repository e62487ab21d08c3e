import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParsedArticle } from '../../src-main/contract/parsed';
import { loadLanguageModel } from '../../src-main/text/language/language-model';
import { parseBriefing } from '../../src-main/text/parse-briefing';

/** Documents that are no newspaper page: titles over short texts, with nothing else printed around them. */
const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../resources/language-model.bin', import.meta.url))));

interface Story {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

const bridge: Story = {
  headline: '山乡架起致富桥',
  paragraphs: [
    '昨日上午，新桥正式建成通车，两岸居民往来更加便捷，过江时间由四十分钟缩短到五分钟，山货当天就能运到县城。',
    '新桥全长八百米，双向四车道，施工中绕开了三棵百年古树。',
    '通车仪式上，干部群众代表一同走过大桥，老人说等这一天等了一辈子。',
  ],
};
const school: Story = {
  headline: '城北小学迎来新校舍',
  paragraphs: [
    '本报讯（记者 何文）九月一日，城北小学的孩子们搬进了新校舍，教室宽敞明亮，操场铺上了塑胶跑道。',
    '校长说，新校舍可容纳一千二百名学生，缓解了城北片区入学难的问题。',
  ],
};
const market: Story = {
  headline: '夜市经济点亮小城',
  paragraphs: [
    '入夜，滨河路上灯火通明，二百多个摊位沿街排开，烤串、凉粉、手工艺品应有尽有。',
    '市商务局统计，夜市开张三个月，带动就业五百余人。',
  ],
};
const ploughing: Story = {
  headline: '春耕忙',
  paragraphs: ['二月的田野，拖拉机来回穿梭，翻起一道道新土。种粮大户老周今年流转了八百亩地，早早备足了种子化肥。'],
};
const museum: Story = {
  headline: '博物馆周末开夜场',
  paragraphs: ['从本周起，市博物馆每逢周五、周六延长开放至晚上九点。', '馆方推出手电筒导览，孩子们可以在讲解员带领下寻找文物里的小动物。'],
};
const streets: Story = { headline: '旧城改造启动', paragraphs: ['今年将有三条街巷开工，老槐树一棵不动。'] };
const stories = [bridge, school, market, ploughing, museum, streets];

const forms: readonly (readonly [string, (stories: readonly Story[]) => string])[] = [
  ['blank lines between all', (all) => all.flatMap(({ headline, paragraphs }) => [headline, ...paragraphs]).join('\n\n')],
  ['no blank lines', (all) => all.flatMap(({ headline, paragraphs }) => [headline, ...paragraphs]).join('\n')],
  [
    'indented paragraphs',
    (all) => all.flatMap(({ headline, paragraphs }) => [headline, ...paragraphs.map((text) => `　　${text}`)]).join('\n'),
  ],
  ['blank lines between articles', (all) => all.map(({ headline, paragraphs }) => [headline, ...paragraphs].join('\n')).join('\n\n')],
];

function read(text: string): readonly ParsedArticle[] {
  return parseBriefing(text, { encoding: 'utf-8', fileName: null, language }).articles;
}

function shapeOf(articles: readonly ParsedArticle[]): readonly unknown[] {
  return articles.map(({ column, kicker, headline, paragraphs }) => ({
    column,
    kicker,
    headline,
    paragraphs: paragraphs.map(({ role, text }) => `${role} ${text}`),
  }));
}

function shapeOfStory({ headline, paragraphs }: Story): unknown {
  return { column: null, kicker: null, headline, paragraphs: paragraphs.map((text) => `body ${text}`) };
}

describe.each(forms)('titles over short texts, %s', (_, write) => {
  it.each(stories)('$headline alone is one article under its headline', (story) => {
    expect(shapeOf(read(write([story])))).toEqual([shapeOfStory(story)]);
  });

  it.each(stories.map((story, index) => [story, stories[(index + 1) % stories.length]!] as const))('two are two articles', (...pair) => {
    expect(shapeOf(read(write(pair)))).toEqual(pair.map(shapeOfStory));
  });

  it('six are six articles', () => {
    expect(shapeOf(read(write(stories)))).toEqual(stories.map(shapeOfStory));
  });
});
