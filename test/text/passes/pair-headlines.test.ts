import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

const stories = [
  [
    '定北县三千亩枸杞开园采摘',
    '本报定北讯　8月26日，定北县沙河滩三千亩枸杞进入采摘高峰，每天有一千二百多名采摘工在地里忙碌，枸杞红遍了沙河滩。',
    '县林草局介绍，今年枸杞每公斤收购价比去年高出两元，种植户户均增收三千元。',
  ],
  [
    '红山口隧道提前七个月贯通',
    '本报讯（记者 郝春山）8月25日，红山口隧道顺利贯通，比计划提前七个月。隧道全长六千二百米，是全线的控制性工程。',
    '施工人员先后攻克突泥涌水、软岩变形等难题，隧道贯通后两地车程由三小时缩短为四十分钟。',
  ],
  [
    '朔川与滨海签订消费帮扶协议',
    '本报讯（记者 纪彤）8月24日，朔川与滨海两地签订消费帮扶协议，滨海市今年将采购朔川农畜产品八千万元。',
    '根据协议，两地还将在滨海开设朔川农畜产品直营店十家，帮扶干部轮流驻店推介。',
  ],
  [
    '红叶村要建村史馆征集老物件',
    '本报讯（通讯员 乌兰）红叶村村史馆近日动工，村里向村民征集农具、粮票、奖状、照片等老物件。',
    '村史馆设在村里的老粮仓，预计年底开馆，老物件捐赠者的姓名将刻在馆内墙上。',
  ],
] as const;

describe('a page whose headlines all come first', () => {
  it('gives each text, in whatever order, to the headline that it tells of, and says that it did', () => {
    const order = [2, 0, 3, 1];
    const bylines = ['本报记者 沈亦', '本报记者 郝春山', '本报记者 纪彤', '本报通讯员 乌兰'];
    const lines = [...stories.flatMap(([headline], at) => [headline, bylines[at]!]), ...order.flatMap((at) => stories[at]!.slice(1))];
    const parsed = parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language });
    for (const [headline, ...texts] of stories) {
      const article = parsed.articles.find((one) => one.headline === headline);
      expect(article?.paragraphs.map(({ text }) => text)).toEqual(texts);
    }
    expect(parsed.notices.filter(({ kind }) => kind === 'order').length).toBeGreaterThanOrEqual(3);
  });

  it('also with no more than two, where as many texts open with where the news came from; who signed stays below', () => {
    const [berries, tunnel] = stories;
    const lines = [berries[0], tunnel[0], tunnel[1], tunnel[2], '（通讯员 沈亦）', berries[1], berries[2], '（通讯员 韩松林）'];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    const told = articles.map(({ headline, byline, paragraphs }) => [headline, byline, paragraphs.map(({ text }) => text)]);
    expect(told).toEqual([
      [berries[0], '（通讯员 韩松林）', berries.slice(1)],
      [tunnel[0], '（通讯员 沈亦）', tunnel.slice(1)],
    ]);
  });
});

describe('a page whose headlines stand below their texts', () => {
  it('gives each text that opens the headline below it', () => {
    const [berries, tunnel] = stories;
    const lines = [berries[1], berries[2], berries[0], tunnel[1], tunnel[2], tunnel[0], '会议还研究了其他事项。'];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    const told = articles.map(({ headline, paragraphs }) => [headline, paragraphs.map(({ text }) => text).slice(0, 2)]);
    expect(told).toContainEqual([berries[0], berries.slice(1)]);
    expect(told).toContainEqual([tunnel[0], tunnel.slice(1)]);
  });

  it('leaves a text where it stands that tells of no headline below', () => {
    const [berries, tunnel, , museum] = stories;
    const lines = [museum[1], museum[2], berries[0], berries[1], tunnel[0], tunnel[2]];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.find(({ headline }) => headline === berries[0])?.paragraphs.map(({ text }) => text)).toContain(berries[1]);
  });
});

describe('two headlines one after the other and no word of where the news came from', () => {
  it('get each its texts where these tell of it', () => {
    const [berries, , , museum] = stories;
    const texts = [museum[1].replace('本报讯（通讯员 乌兰）', ''), museum[2], berries[1].replace('本报定北讯　', ''), berries[2]];
    const lines = [berries[0], '本报记者 沈亦', museum[0], '本报通讯员 乌兰', ...texts];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.map(({ headline, paragraphs }) => [headline, paragraphs.map(({ text }) => text)])).toEqual([
      [berries[0], texts.slice(2)],
      [museum[0], texts.slice(0, 2)],
    ]);
  });
});
