import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import { opera, salt } from './salt-and-opera';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

interface Found {
  readonly column: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  readonly openings: readonly string[];
}

function read(lines: readonly string[]): readonly Found[] {
  return parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language }).articles.map((article) => ({
    column: article.column,
    headline: article.headline,
    byline: article.byline,
    openings: article.paragraphs.map(({ text }) => text.slice(0, 5)),
  }));
}

const opens = (texts: readonly string[]): readonly string[] => texts.map((text) => text.slice(0, 5));

describe('headings that were read by turns with those beside them', () => {
  it('a byline that comes behind the text of the article beside it signs the headline that its own text tells of', () => {
    expect(read(['盐场里的晒盐人看云', '旧粮仓里的剧团唱新戏', '本报记者 罗玲梅', ...opera, '本报记者 周航嘉', ...salt])).toEqual([
      { column: null, headline: '盐场里的晒盐人看云', byline: '本报记者 周航嘉', openings: opens(salt) },
      { column: null, headline: '旧粮仓里的剧团唱新戏', byline: '本报记者 罗玲梅', openings: opens(opera) },
    ]);
  });

  it('a column that is parted from its headline by text of the story before stands over that headline', () => {
    expect(
      read([
        '旧粮仓里的剧团唱新戏',
        '本报记者 罗玲梅',
        opera[0]!,
        opera[1]!,
        '海边故事',
        '临江县',
        opera[2]!,
        opera[3]!,
        '盐场里的晒盐人看云',
        '本报记者 周航嘉',
        ...salt,
      ]),
    ).toEqual([
      { column: null, headline: '旧粮仓里的剧团唱新戏', byline: '本报记者 罗玲梅', openings: opens(opera) },
      { column: '海边故事', headline: '盐场里的晒盐人看云', byline: '本报记者 周航嘉', openings: opens(salt) },
    ]);
  });

  it('a byline over a text that tells of no headline before it signs that text, and not the story above, which is signed', () => {
    const weather = '市气象台昨天发布预报，未来三天多云转晴，最高气温二十六摄氏度，北风三级，市民可以放心晾晒被褥。';
    const found = read(['旧粮仓里的剧团唱新戏', '本报记者 罗玲梅', ...opera, '本报通讯员 周航嘉', weather]);
    expect(found.map(({ headline, byline }) => [headline, byline])).toEqual([
      ['旧粮仓里的剧团唱新戏', '本报记者 罗玲梅'],
      [null, '本报通讯员 周航嘉'],
    ]);
  });
});
