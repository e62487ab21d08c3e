import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { isCredit } from '../../../src-main/text/line-grammar';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

const story = [
  '渡口添了两盏航标灯',
  '本报讯 昨天傍晚，白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。',
];

const supper = '本报讯 社区食堂从本周起添了夜宵窗口，晚上十点以前，值夜班的护士和司机都能吃上一碗热汤面。';

function articles(lines: readonly string[]) {
  return parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language }).articles.filter(
    ({ kind }) => kind !== 'furniture',
  );
}

describe('rows under each other', () => {
  it.each([
    ['prices', '昨日菜价（元/500克）', ['青菜　2.0　　黄瓜　1.8', '西红柿　2.2　　土豆　1.5', '鸡蛋　5.1　　五花肉　14.5']],
    [
      'under their heads',
      '主要市场指标',
      ['名称　　收盘　　涨跌幅', '沪铜主力　69280元/吨　-0.35%', '原油主力　428.6元/桶　+2.91%', '外币中间价　6.47　跌76点'],
    ],
    [
      'of trains, set in columns',
      '松江站主要列车时刻表',
      [
        '车次　　　终到站　　开点　　到点　　　硬座/二等',
        'D5102　　省城　　　06:50　　08:48　　79元',
        'K818　　　海门东　　09:05　　次日05:31　118元',
        'T202　　　燕宁　　　18:40　　次日07:12　　　163元',
      ],
    ],
    [
      'of goods and prices, set in columns and few',
      '沿江货运行情',
      [
        '散货运价综合指数　　1031.6点　　周环比▼0.6％',
        '渡口用电池均价　　　8.91万元／吨　周环比▼2.7％',
        '船用低硫燃油　　　　598美元／吨　　周环比▲1.1％',
      ],
    ],
    ['figures before what they count', '看数字', ['67%　受访骑手用过来源不明的电池', '9秒　抽检样品短路后起火的最短时间']],
    [
      'results',
      '昨日赛果',
      ['乙级足球联赛　岩城铁军3∶0梅岭青峰', '女子排球超级杯　丹水银河3∶2北固机床', '乒乓球公开赛　男单决赛　梁以恒4∶1大野健'],
    ],
  ])('are paragraphs of the article that the title over them names: %s', (_, title, rows) => {
    const table = articles([...story, title, ...rows]).find(({ paragraphs }) => paragraphs.some(({ text }) => text === rows[0]));
    expect([table?.headline, table?.paragraphs.map(({ text }) => text)]).toEqual([title, rows]);
  });

  it('are also what a small advertisement says last, without a figure', () => {
    const advertisement = ['地址：临江西路27号', '电话：331904', '店休：每周一'];
    const found = articles([...story, '荣记钟表行', ...advertisement, '社区食堂添了夜宵窗口', supper]);
    expect(found.map(({ headline }) => headline)).not.toContain(advertisement[2]);
    expect(found.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toContain(advertisement[2]);
    expect(found.at(-1)?.headline).toBe('社区食堂添了夜宵窗口');
  });

  it('are none where one line with a figure stands alone', () => {
    expect(
      articles([
        ...story,
        '投入1200万　修好三座桥',
        '本报讯 入冬以来，柳河镇修好了三座漫水桥，沿岸六个村的孩子上学不用再绕道下游的渡口。',
      ]).at(-1)?.headline,
    ).toBe('投入1200万　修好三座桥');
  });

  it('with arrows at their pages are what other pages hold, and no headlines', () => {
    const entries = ['“小修小补”如何留在街角　　2版▶', '柿子红了，山里开来直播车　　5版▶', '一张旧海图引出的寻亲故事　　8版▶'];
    const found = articles([...story, '今日导读', ...entries]);
    expect(found.at(-1)?.paragraphs.map(({ text }) => text)).toEqual(entries);
    expect(found.map(({ headline }) => headline)).not.toContain(entries[0]);
  });
});

it('whence the figures of a table come is its credit', () => {
  expect(isCredit('数据来源：省航运研究中心')).toBe(true);
  expect(isCredit('他说，数据来源：省航运研究中心。')).toBe(false);
});
