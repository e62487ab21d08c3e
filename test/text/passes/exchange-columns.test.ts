import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

/** Paragraphs of one invented story. */
const wharf =
  '白鹭港的老码头上个月拆掉了最后一座吊机，取而代之的是三台自动化岸桥，司机坐在两公里外的操作室里，就能把集装箱稳稳放到无人驾驶的货车上。';
const crew =
  '操作员方晓梅从前在吊机上一坐就是八个小时，夏天闷热，冬天漏风，如今她一个人看着六块屏幕，遇到大雾天气，系统会自动降低速度并发出提醒。';
const trade =
  '港口效率提高以后，周边三个县的水产和柑橘有了新的出路，去年经白鹭港出口的冷藏货物达到十二万吨，比前年增长了三成，果农不再担心好果子烂在树上。';
const school = '为了培养会用新设备的工人，市职业学院同港务集团合办了智能装卸专业，首批四十名学生今年夏天毕业，全部留在了本地的企业工作。';
const shore =
  '码头向外海搬迁之后，腾出来的两公里岸线改成了公园，傍晚时分，附近的居民推着婴儿车出来散步，孩子们爬上留下来的旧缆桩看大船进港。';

const cut = (text: string, at: string): readonly [string, string] => {
  const place = text.indexOf(at) + at.length;
  return [text.slice(0, place), text.slice(place)];
};

function read(lines: readonly string[]): readonly string[] {
  const [article] = parseBriefing(['白鹭港换了新面貌', '本报记者 沈亦', ...lines].join('\n\n'), {
    encoding: 'utf-8',
    fileName: null,
    language,
  }).articles;
  return article!.paragraphs.map(({ text }) => text);
}

const story = [wharf, crew, trade, school, shore];

describe('columns of an article that were printed in each other’s place', () => {
  it('change back as wholes, with the paragraphs that are whole in them', () => {
    const [first, firstRest] = cut(wharf, '自动化岸');
    const [second, secondRest] = cut(trade, '出口的冷藏货');
    const [third, thirdRest] = cut(shore, '附近的居');
    expect(read([first, secondRest, school, third, firstRest, crew, second, thirdRest])).toEqual(story);
  });

  it('change back where one of the three breaks tells little by itself', () => {
    const [first, firstRest] = cut(wharf, '一座吊机');
    const [second, secondRest] = cut(trade, '达到十二万');
    const [third, thirdRest] = cut(shore, '居民推着婴');
    expect(read([first, secondRest, school, third, firstRest, crew, second, thirdRest])).toEqual(story);
  });

  it('change back where the second is the end of the article', () => {
    const [first, firstRest] = cut(crew, '系统会自动降');
    const [second, secondRest] = cut(school, '智能装');
    expect(read([wharf, first, secondRest, shore, firstRest, trade, second])).toEqual(story);
  });

  it('change back where a character was lost at two of the breaks', () => {
    const [first, firstRest] = cut(crew, '遇到大雾天');
    const [second, secondRest] = cut(trade, '水产和柑橘有');
    const [third, thirdRest] = cut(shore, '岸线改成了');
    const mended = [wharf, first + firstRest.slice(1), trade, school, third + thirdRest.slice(1)];
    expect(second + secondRest).toBe(trade);
    expect(read([wharf, first, secondRest, school, third, firstRest.slice(1), second, thirdRest.slice(1)])).toEqual(mended);
  });

  it('say of each join across them that the sentence goes on elsewhere', () => {
    const [first, firstRest] = cut(crew, '系统会自动降');
    const [second, secondRest] = cut(trade, '达到十二万');
    const lines = ['白鹭港换了新面貌', wharf, first, secondRest, school, firstRest, second, shore];
    const { notices } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    const rules = notices.filter(({ kind }) => kind === 'join').map(({ judgement }) => judgement.rule);
    expect(rules).toEqual(['sentence-goes-on-elsewhere', 'sentence-goes-on-elsewhere']);
  });
});

describe('the order of an article with a sentence that stops', () => {
  it('stays, whatever that might go on in', () => {
    const [stops] = cut(crew, '遇到大雾天');
    const lines = [wharf, stops, trade, school, shore];
    expect(read(lines).join('')).toBe(lines.join(''));
  });

  it('stays where paragraphs are cut in their place', () => {
    expect(read([wharf, ...cut(crew, '如今她一个'), trade, ...cut(school, '首批'), shore])).toEqual(story);
  });
});
