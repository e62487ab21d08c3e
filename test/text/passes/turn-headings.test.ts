import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

const berries = {
  headline: '定北县三千亩枸杞开园采摘',
  texts: [
    '本报定北讯　8月26日，定北县沙河滩三千亩枸杞进入采摘高峰，每天有一千二百多名采摘工在地里忙碌，枸杞红遍了沙河滩。',
    '县林草局介绍，今年枸杞每公斤收购价比去年高出两元，种植户户均增收三千元。',
  ],
};
const tunnel = {
  headline: '红山口隧道提前七个月贯通',
  texts: [
    '8月25日，红山口隧道顺利贯通，比计划提前七个月。隧道全长六千二百米，是全线的控制性工程。',
    '施工人员先后攻克突泥涌水、软岩变形等难题，隧道贯通后两地车程由三小时缩短为四十分钟。',
  ],
};
const museum = {
  headline: '红叶村要建村史馆征集老物件',
  texts: [
    '红叶村村史馆近日动工，村里向村民征集农具、粮票、奖状、照片等老物件。',
    '村史馆设在村里的老粮仓，预计年底开馆，老物件捐赠者的姓名将刻在馆内墙上。',
  ],
};

function told(lines: readonly string[]): readonly (readonly [string | null, readonly string[]])[] {
  const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
  return articles.map(({ headline, paragraphs }) => [headline, paragraphs.map(({ text }) => text)]);
}

const asTold = ({ headline, texts }: typeof berries) => [headline, texts];
const below = ({ headline, texts }: typeof berries) => [...texts, headline];

describe('a page whose headlines stand below their texts', () => {
  it('gives each text the headline below it, and says that it did', () => {
    const lines = [berries, tunnel, museum].flatMap(below);
    expect(told(lines)).toEqual([berries, tunnel, museum].map(asTold));
    const { notices } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(notices.filter(({ judgement }) => judgement.rule === 'headings-below-texts').length).toBeGreaterThanOrEqual(2);
  });

  it('keeps a text under the headline above it that it tells of', () => {
    const lines = [...museum.texts, berries.headline, ...berries.texts, tunnel.headline, ...tunnel.texts];
    const read = told(lines);
    expect(read).toContainEqual(asTold(berries));
    expect(read).toContainEqual(asTold(tunnel));
  });

  it('also where two texts have much in common, but each begins with where its news came from', () => {
    const teachers = {
      headline: '我县三名教师获评省特级教师',
      texts: ['本报讯（记者 尚云）日前，省教育厅公布新一批特级教师名单，凌玉成、宗明玉和谭静榜上有名，三人从教都在二十年以上。'],
    };
    const mediation =
      '本报讯（通讯员 禾法轩）“早知道几句话能说开，何必闹到法院。”近日，在桃源法庭，老邻居洪某和江某握手言和。法官把调解桌搬到了晒谷坪上，谈到太阳偏西。';
    const read = told([...below(teachers), mediation]);
    expect(read[0]).toEqual(asTold(teachers));
    expect(read[1]).toEqual([null, [mediation]]);
  });

  it('keeps pictures and the list of what other pages hold beside it', () => {
    const index = ['今日导读', '全省高考评卷工作有序展开　▶4版', '龙舟小镇的“慢生意”　▶7版'];
    const read = told([...berries.texts, ...index, berries.headline, ...below(tunnel)]);
    expect(read).toContainEqual(asTold(berries));
    expect(read).toContainEqual(asTold(tunnel));
  });
});

describe('a headline with no text under it', () => {
  const own = [museum.headline, '本报记者 乌兰', ...museum.texts];

  it('gets the end of the article above that tells of it', () => {
    const read = told([...own, ...below(berries), '（上接第一版）', ...tunnel.texts]);
    expect(read.slice(0, 2)).toEqual([asTold(museum), asTold(berries)]);
  });

  it('also where it is the last line of the page', () => {
    expect(told([...own, ...below(berries)])).toEqual([asTold(museum), asTold(berries)]);
  });

  it('but no office that has signed the text above', () => {
    expect(told([...own, '红叶村村民委员会']).map(([headline]) => headline)).toEqual([museum.headline]);
  });
});

describe('a headline below its text, right over the heading of the next', () => {
  const quiet = '县图书馆今天起延长开放时间';
  const quietText = '县图书馆昨天宣布，从今天起开放时间延长到晚上九点，方便读者下班后借书还书，阅览室同时增加一百个座位。';

  it('goes to the text above, over which nothing stands', () => {
    const read = told([...tunnel.texts, tunnel.headline, quiet, quietText]);
    expect(read).toContainEqual(asTold(tunnel));
    expect(read).toContainEqual([quiet, [quietText]]);
  });

  it('stays where both lines tell of the text below them', () => {
    const read = told([...museum.texts, '打通全线控制性工程', tunnel.headline, ...tunnel.texts]);
    expect(read).toContainEqual(asTold(tunnel));
  });
});
