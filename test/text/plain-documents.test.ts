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

describe('a document with numbered parts', () => {
  it('keeps its headline, and its numbered lines are subheads, the one right under the headline too', () => {
    const articles = read(
      [
        '村里来了“新农人”',
        '一、返乡',
        '李明三年前辞去城里的工作，回到石桥村承包了两百亩果园，从头学起种桃子。',
        '二、上网',
        '如今他在网上卖桃，一天能卖出三千斤，邻居们也跟着学起了直播。',
      ].join('\n\n'),
    );
    expect(articles.map(({ headline, column }) => [headline, column])).toEqual([['村里来了“新农人”', null]]);
    expect(articles[0]!.paragraphs.map(({ role }) => role)).toEqual(['subhead', 'body', 'subhead', 'body']);
  });
});

describe('reporters under odd names', () => {
  it.each(['本报记者 甲12', '本报记者 Anna', '□ 本报特约记者 一苇渡江'])('%s signs the article and is no column', (byline) => {
    const articles = read([museum.headline, byline, ...museum.paragraphs, market.headline, byline, ...market.paragraphs].join('\n\n'));
    expect(articles.map((article) => [article.headline, article.byline, article.column, article.paragraphs.length])).toEqual([
      [museum.headline, byline, null, 2],
      [market.headline, byline, null, 2],
    ]);
  });
});

describe('a conversation', () => {
  it('is one article: what is asked is no headline', () => {
    const [article, ...others] = read(
      [
        '问：今年有哪些新变化？',
        '答：主要有三点。一是扩大范围，二是提高标准，三是简化手续。',
        '问：群众怎么申请？',
        '答：可以在手机上申请，也可以到社区窗口办理。',
      ].join('\n\n'),
    );
    expect(others).toEqual([]);
    expect(article).toMatchObject({ headline: null, column: null });
    expect(article!.paragraphs.map(({ role }) => role)).toEqual(['body', 'body', 'body', 'body']);
  });

  it('keeps the headline that stands over it', () => {
    const articles = read(
      [
        '医保报销有了新办法',
        '问：今年有哪些新变化？',
        '答：主要有三点。一是扩大范围，二是提高标准，三是简化手续。',
        '问：群众怎么申请？',
        '答：可以在手机上申请，也可以到社区窗口办理。',
      ].join('\n\n'),
    );
    expect(articles.map(({ headline, paragraphs }) => [headline, paragraphs.length])).toEqual([['医保报销有了新办法', 4]]);
  });
});

describe('English documents', () => {
  const crossing = [
    'New bridge opens over the river',
    'By Jane Smith',
    'The new bridge over the river opened on Monday after three years of work, cutting the crossing to five minutes.',
    'Hundreds of residents walked across it in the rain, some of them in tears.',
  ];
  const pupils = [
    'School moves to new building',
    'Children of the north side moved into a new building on Monday. It has room for twelve hundred pupils.',
  ];
  const mill = [
    'OLD MILL TO BE RESTORED',
    'The council voted last night to restore the old mill by the weir, which has stood empty since the flood of 1968.',
    '“We have waited long enough,” said the owner of the bakery across the road.',
  ];
  const lantern = [
    'Lantern Walk Draws Record Crowd',
    'By Peter Hall',
    'More than four thousand people carried paper lanterns along the canal on Saturday evening, twice as many as last year.',
  ];
  const all = [crossing, pupils, mill, lantern];

  it.each(['\n\n', '\n'])('titles over texts part articles, whatever their capitals', (gap) => {
    const articles = read(all.map((lines) => lines.join(gap)).join('\n\n'));
    expect(articles.map(({ headline, byline, column }) => ({ headline, byline, column }))).toEqual([
      { headline: 'New bridge opens over the river', byline: 'By Jane Smith', column: null },
      { headline: 'School moves to new building', byline: null, column: null },
      { headline: 'OLD MILL TO BE RESTORED', byline: null, column: null },
      { headline: 'Lantern Walk Draws Record Crowd', byline: 'By Peter Hall', column: null },
    ]);
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([2, 1, 2, 1]);
  });

  it('headings in capitals part the articles of a page set in narrow lines', () => {
    const articles = read(
      [
        'HARBOUR COMMISSION.',
        'The commissioners met yesterday at noon to consider the re-',
        'port of their surveyor upon the state of the north pier, which',
        'has suffered greatly in the gales of the past month. The chair-',
        'man said that the cost of a well-built wall would be repaid in',
        'five years.',
        'POLICE.',
        'A sailor was charged with taking a watch from the counter of',
        'a shop in Quay Street. He was committed for trial, and the',
        'shopman was bound over to appear against him.',
        'WRECK OFF THE POINT.',
        'The brig Hopewell, with coals for this port, struck upon the',
        'rocks below the Point on Tuesday night. Her crew of nine were',
        'brought off by the pilots, and all of them are safe.',
      ].join('\n'),
    );
    expect(articles.map(({ headline, column }) => [headline, column])).toEqual([
      ['HARBOUR COMMISSION.', null],
      ['POLICE.', null],
      ['WRECK OFF THE POINT.', null],
    ]);
  });
});
