import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import type { Block, BlockRole } from '../../../src-main/text/document';
import { openDocument, parseBriefing } from '../../../src-main/text/parse-briefing';
import { groupArticles } from '../../../src-main/text/passes/group-articles';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

/** Every article's headline with the column it stands under. */
function columnsOf(lines: readonly string[]): readonly (readonly [string | null, string | null])[] {
  const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
  return articles.map(({ headline, column }) => [headline, column]);
}

const irrigation = '今年我们要把高标准农田建设作为头号工程，修好渠道，配齐泵站，让八万亩水田旱涝保收，把饭碗端得更牢。';
const schools = '教育是最大的民生。我们将新建三所公办幼儿园，改造十二所乡村小学食堂，让孩子们在家门口就能上好学、吃好饭。';
const lanterns = '元宵节前夜，临江古镇挂起三千盏花灯，游人沿着河边赏灯猜谜，老街上飘着汤圆的甜香。';

describe('signed pieces of one series', () => {
  const series = ['县长话开局', '临江县县长沈亦：', '把水田变成良田', irrigation];
  const second = ['云岭县县长韩松：', '让孩子们上好学', schools];

  it('share the column that stands over the first, also with a picture between them', () => {
    const picture = ['古镇灯火迎元宵', lanterns, '（周明 摄）'];
    expect(columnsOf([...series, ...second])).toEqual([
      ['把水田变成良田', '县长话开局'],
      ['让孩子们上好学', '县长话开局'],
    ]);
    expect(columnsOf([...series, ...picture, ...second])).toEqual([
      ['把水田变成良田', '县长话开局'],
      ['古镇灯火迎元宵', null],
      ['让孩子们上好学', '县长话开局'],
    ]);
  });
});

/** Lines with the office each was found to have and by which rule; for every article its first headline and the columns over it. */
function grouped(lines: readonly (readonly [string, BlockRole, string])[]): readonly (readonly [string, string])[] {
  const text = lines.map(([line]) => line).join('\n');
  let at = 0;
  const blocks = lines.map(([line, role, rule]): Block => {
    const start = at;
    at += line.length + 1;
    const spans = [{ start, end: start + line.length, kind: 'text' as const, glue: '' as const }];
    return { spans, indent: 0, blankLinesBefore: 0, role, judgement: { rule, confidence: 'likely' } };
  });
  const document = groupArticles({ ...openDocument(text, { encoding: 'utf-8', fileName: null, language }), blocks });
  return document.articles.map(({ heading, columnBlocks }) => [
    lines[heading.find((block) => lines[block]![1] === 'headline')!]![0],
    columnBlocks.map((block) => lines[block]![0]).join(''),
  ]);
}

describe('briefs with headlines', () => {
  const pieces = [
    ['古镇灯火迎元宵', lanterns],
    ['幼儿园添了三所', '临江县今年新建的三所公办幼儿园已经封顶，九月可以开园，附近两个小区的孩子不用再过江上学。'],
    ['渠水进了山坳', '云岭县最后一条支渠昨天通水，山坳里的六百亩稻田有了灌溉水源，农户当天就开始泡田。'],
  ].map(([title, story]) => [[title!, 'headline', 'title-over-text'] as const, [story!, 'body', 'running-text'] as const] as const);
  const titles = pieces.map(([[title]]) => title);

  it('share the column over them, also where one of the headlines takes two lines', () => {
    const [first, second, third] = pieces;
    const parted = [['临江新建', 'headline', 'headline-goes-on'], ['三所幼儿园', 'headline', 'headline-second-line'], second![1]] as const;
    expect(grouped([['县区快讯', 'column', 'column-in-heading'], ...first!, ...parted, ...third!])).toEqual([
      [titles[0], '县区快讯'],
      ['临江新建', '县区快讯'],
      [titles[2], '县区快讯'],
    ]);
  });

  it('share it whatever it is called, where each is a headline over one paragraph', () => {
    expect(grouped([['【四面八方】', 'column', 'marked-column'], ...pieces.flat()])).toEqual(
      titles.map((title) => [title, '【四面八方】']),
    );
  });

  it('do not share the column of an article that is more than a brief', () => {
    const [first, ...others] = pieces;
    const more = ['老街上的汤圆铺排起长队，掌柜说，一天要包六千个汤圆，芝麻馅的卖得最快。', 'body', 'running-text'] as const;
    expect(grouped([['【四面八方】', 'column', 'marked-column'], ...first!, more, ...others.flat()])).toEqual([
      [titles[0], '【四面八方】'],
      [titles[1], ''],
      [titles[2], ''],
    ]);
  });
});

describe('a text that begins with where the news came from', () => {
  it('is an article of its own behind another one’s text', () => {
    const opening = '本报讯（记者 沈亦）昨天上午，云岭县气象台发布暴雨蓝色预警，未来两天山区雨量可达八十毫米。';
    const parsed = parseBriefing(['古镇灯火迎元宵', lanterns, opening].join('\n\n'), {
      encoding: 'utf-8',
      fileName: null,
      language,
    });
    expect(parsed.articles.map(({ headline, paragraphs }) => [headline, paragraphs.length])).toEqual([
      ['古镇灯火迎元宵', 1],
      [null, 1],
    ]);
  });
});

describe('a signed letter', () => {
  it('goes on with what answers it', () => {
    const letter = [
      '读者来信',
      '我每天下夜班都要过东门桥，桥头的灯坏了三个月，老人摔过两回，打了几次电话也没有人来修。',
      '（渡口居民 柳青云）',
    ];
    for (const answer of [
      '编者按：柳青云同志反映的情况属实，希望有关单位把灯早日修好，让夜里过桥的人走得安心。',
      '本报查询：东门桥的路灯由市路灯管理所负责，该所表示，本周内更换全部灯头，并增加巡查。',
      '记者已将来信转至市路灯管理所，该所答复，本周内更换全部灯头，并增加夜间巡查的次数。',
      '柳青云读者：东门桥的路灯由市路灯管理所负责，该所表示，本周内更换全部灯头，并增加巡查。',
    ]) {
      const { articles } = parseBriefing([...letter, answer].join('\n\n'), { encoding: 'utf-8', fileName: null, language });
      expect(articles.map(({ column, paragraphs }) => [column, paragraphs.at(-1)?.text])).toEqual([[letter[0], answer]]);
    }
  });
});

describe('the rest of a story from another page', () => {
  it('has the short title over it as its headline', () => {
    const lines = ['古镇灯火迎元宵', lanterns, irrigation, '把水田变成良田', '（上接第一版）要压实责任，把渠道修到每一块田边。', schools];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.map(({ headline, jump }) => [headline, jump?.from ?? null])).toEqual([
      ['古镇灯火迎元宵', null],
      ['把水田变成良田', '一'],
    ]);
  });
});

describe('the list of what other pages hold', () => {
  it('is over where running text begins', () => {
    const list = ['三所幼儿园封顶　　2版▶', '山坳里的渠水，来了　　5版▶', '老街汤圆铺排长队　　8版▶'];
    const lines = ['古镇灯火迎元宵', lanterns, '今日导读', ...list, `${irrigation}${schools}`];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    const guide = articles.find(({ paragraphs }) => paragraphs.some(({ text }) => text.includes('5版')));
    expect(guide?.paragraphs.map(({ text }) => text)).toEqual(list);
  });
});
