import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

const salt = [
  '盐工们每天凌晨三点下滩，用木耙把结晶的海盐推成一道道盐垄，等太阳出来以前装车运走，否则盐粒就要返潮结块。',
  '老盐工说，晒盐靠天吃饭，一场暴雨就能让半个月的卤水白费，所以盐滩边上家家都养着看云的本事，懂得哪片云会下雨。',
  '如今盐场给卤水池盖上了活动雨棚，卤水浓度由仪表自动记录，盐工在手机上就能看到哪一池该放卤、哪一池该收盐。',
  '去年这片盐滩产出海盐四万吨，比雨棚建成以前多了三成，盐场还办起了晒盐体验园，让孩子们赤脚下滩耙盐。',
];
const opera = [
  '剧团的排练厅设在旧粮仓里，二十多名年轻演员每天清晨吊嗓、压腿、跑圆场，水袖一甩就是一个上午。',
  '团长今年六十一岁，十二岁拜师学戏，唱了半辈子花旦，如今她把自己的戏箱打开，一件一件教年轻演员认行头。',
  '为了让年轻观众走进剧场，剧团把三个小时的老戏改成九十分钟，唱词打上字幕，锣鼓也请来了学音乐的大学生。',
  '上个月的首演一票难求，散戏以后观众围着演员合影，剧团接着又排了两出新戏，准备年底到邻省巡演。',
];

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
