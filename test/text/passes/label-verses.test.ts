import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { blockText } from '../../../src-main/text/document';
import { VERSE } from '../../../src-main/text/whole-lines';
import { PASSES, openDocument, parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function read(lines: readonly string[]) {
  const { articles, notices } = parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language });
  return { printed: articles.filter(({ kind }) => kind !== 'furniture'), notices };
}

function versesUnder(author: string, lines: readonly string[]): readonly string[] {
  const text = [...head, '草原深处的风光', author, ...lines].join('\n');
  const until = PASSES.findIndex(({ name }) => name === 'label-verses') + 1;
  const opened = openDocument(text, { encoding: 'utf-8', fileName: null, language });
  const document = PASSES.slice(0, until).reduce((known, pass) => pass.run(known), opened);
  return document.blocks.filter(({ judgement }) => judgement.rule === VERSE).map((block) => blockText(document, block));
}

const head = ['白浦日报', '2024年7月6日 星期六 第8版 文苑'];
const essay = [
  '一盏旧灯',
  '沈一苇',
  '祖父留下的那盏灯，我一直挂在书房的窗边。灯罩裂了一道缝，点起来的时候，光就从那道缝里漏出来，落在书页上。',
];

describe('a poem', () => {
  it('stays under its title and author, each verse a paragraph, and the next heading is no verse', () => {
    const verses = ['船走了', '桨声留下来', '在芦苇的骨头里', '过冬', '岸上的人', '还在挥手'];
    const { printed, notices } = read([...head, '渡口', '□ 石不语', ...verses, ...essay]);
    expect(printed.map(({ headline, byline }) => [headline, byline])).toEqual([
      ['渡口', '□ 石不语'],
      ['一盏旧灯', '沈一苇'],
    ]);
    expect(printed[0]!.paragraphs.map(({ text }) => text)).toEqual(verses);
    expect(notices.filter(({ kind }) => kind === 'join' || kind === 'orphan')).toEqual([]);
  });

  it('of several has the titles of the others as subheads', () => {
    const { printed } = read([
      ...head,
      '七月短章（外一首）',
      '■ 石不语',
      '把蝉声挂在檐下',
      '风一吹',
      '就有一滴盐',
      '落进碗里',
      '',
      '旧信',
      '纸已经黄了',
      '字还站着',
    ]);
    expect(printed.map(({ headline }) => headline)).toEqual(['七月短章（外一首）']);
    expect(printed[0]!.paragraphs.filter(({ role }) => role === 'subhead').map(({ text }) => text)).toEqual(['旧信']);
  });

  it('is not seen in the lines of a column, nor in titles under a reporter', () => {
    const column = ['昨天傍晚，白茅渡口新', '添的两盏航标灯第一次', '亮起，夜里过江的货船', '不必再绕行北汊，每趟', '能省下四十分钟。'];
    const { printed } = read([...head, '渡口新添航标灯', '周航嘉', ...column]);
    expect(printed[0]!.paragraphs.map(({ text }) => text)).toEqual([column.join('')]);
    const titles = ['三千亩枸杞开园采摘', '隧道提前贯通', '科技馆走进丰沟乡', '大水漫灌成了老皇历'];
    expect(versesUnder('本报记者　乌云', titles)).toEqual([]);
    expect(versesUnder('石门县', titles)).toEqual([]);
    expect(versesUnder('周航', titles)).toEqual(titles);
    expect(
      versesUnder(
        '周　航',
        titles.map((title) => `${title}的乡村新风景和新日子`),
      ),
    ).toEqual([]);
  });
});

describe('a short title under the running head', () => {
  it.each([
    ['第4版 广告', '讣告'],
    ['B12 公告·分类', '启事'],
  ])('is no section’s name where the head has one: %s', (section, title) => {
    const { printed } = read([
      '海陵日报',
      '2024年7月6日 星期六',
      section,
      title,
      '海陵市第一中学退休教师孙怀远同志因病于2024年7月3日逝世，享年88岁。',
    ]);
    expect(printed.map(({ headline }) => headline)).toEqual([title]);
  });

  it('is one where the author stands below', () => {
    const { printed } = read([
      '白浦日报',
      '2024年7月6日 星期六 第8版',
      '渡口',
      '□ 石不语',
      '船走了，桨声留了下来，在芦苇的骨头里过冬，直到岸上的人不再挥手。',
    ]);
    expect(printed[0]).toMatchObject({ headline: '渡口', byline: '□ 石不语' });
  });
});
