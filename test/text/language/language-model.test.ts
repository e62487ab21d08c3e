import { readFileSync } from 'node:fs';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';

const file = new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url)));
const model = loadLanguageModel(file);

/** Sentences of our own, cut where a column might end: inside a word, a name, a number, a phrase. */
const cuts: readonly (readonly [string, string])[] = [
  ['县里新修的公路让山货出村的时间缩', '短了一半，合作社的订单也多了起来。'],
  ['工作人员逐户走访，了解老人的生活困', '难和就医需求，并当场记录在册。'],
  ['去年全县接待游客超过30', '0万人次，旅游收入同比增长一成。'],
  ['专家表示，这项技术还需要进一步完善，并在更大范围内推', '广应用。'],
  ['村党支部书记带领群众发展特色产', '业，种植茶叶和中药材。'],
  ['会议强调，要坚持稳中求', '进工作总基调，扎实推动经济高质量发展。'],
];
const openings = [
  '近日，记者来到位于城郊的蔬菜基地，看到工人们正在采收。',
  '据了解，这一项目总投资约3亿元。',
  '下一步，该镇将继续完善基础设施。',
];
const endings = ['大家对未来的生活充满信心。', '今年以来，全市新增就业人数保持稳定。', '这里的变化让人欣喜。'];

describe('the language model tells what goes on from what begins', () => {
  it('a text cut inside a word is one paragraph', () => {
    for (const [tail, head] of cuts) expect(model.joinScore(tail, head)).toBeGreaterThan(0);
  });

  it('a finished sentence and a new opening are two', () => {
    for (const tail of endings) for (const head of openings) expect(model.joinScore(tail, head)).toBeLessThan(0);
  });

  it('each tail finds its own head among the others', () => {
    for (const [tail, own] of cuts) {
      const ranked = cuts.map(([, head]) => head).sort((a, b) => model.affinity(tail, b) - model.affinity(tail, a));
      expect(ranked[0]).toBe(own);
    }
  });

  it('a character lost at the break is named', () => {
    expect(model.joinScoreWithGap('会议强调，要坚持以人民为中', '的发展思想，不断满足人民需要。')).toMatchObject({ gap: '心' });
    expect(model.joinScoreWithGap('会议强调，要坚持以人民为', '中心的发展思想，不断满足人民需要。')).toMatchObject({ gap: null });
  });

  it('a paragraph may end after a full stop, not inside a word', () => {
    expect(model.endScore('大家对未来的生活充满信心。')).toBeGreaterThan(model.endScore('大家对未来的生活充满信'));
    expect(model.startScore('近日，记者来到')).toBeGreaterThan(model.startScore('的发展思想，'));
  });

  it('words are parted between words', () => {
    expect(model.wordBreakScore('高质量', '发展')).toBeGreaterThan(model.wordBreakScore('高质', '量发展'));
    expect(model.wordBreakScore('记者', '来到')).toBeGreaterThan(model.wordBreakScore('记', '者来到'));
  });

  it('a title reads otherwise than a piece of a sentence as long', () => {
    const titles = ['山区茶园秋管忙', '我省启动冬季道路安全整治', '让老街坊住得更舒心', '小微企业贷款余额持续增长'];
    const pieces = ['据了解，该县今年以来已经', '的一处院落里，老人们正', '随后，工作人员又来到了', '这让他感到十分高兴，也'];
    for (const title of titles) for (const piece of pieces) expect(model.titleScore(title)).toBeGreaterThan(model.titleScore(piece));
  });

  it('the title of a series reads otherwise than that of a story', () => {
    const standing = ['基层党建进行时', '走进乡村看变化', '新时代新风采'];
    const stories = ['县医院新门诊楼本月启用', '三名登山者昨夜获救', '全省夏粮收购超去年同期'];
    for (const series of standing)
      for (const story of stories) expect(model.standingScore(series)).toBeGreaterThan(model.standingScore(story));
  });

  it('news reads easier than shuffled characters', () => {
    expect(model.perplexity('近日，记者来到位于城郊的蔬菜基地，看到工人们正在采收。')).toBeLessThan(
      model.perplexity('人采，到基收看工城近正记的者，位蔬来郊在菜于日地们到。'),
    );
  });

  it('texts about one thing share their names and terms', () => {
    const first = model.topicPairs('青禾镇的刺梨种植基地今年迎来丰收，刺梨加工厂日夜赶工。');
    const same = model.topicPairs('厂长说，青禾镇的刺梨已卖到外省，刺梨汁供不应求。');
    const other = model.topicPairs('欧洲央行宣布维持利率不变，市场反应平静。');
    expect(model.topicScore(first, same)).toBeGreaterThan(model.topicScore(first, other) + 3);
  });
});

describe('the model takes text as it comes', () => {
  it('traditional and simplified, full and half width, spaced or not, score alike', () => {
    const plain = model.joinScore('国家发展改革委(今天)召开新闻发', '布会,介绍2023年情况');
    expect(model.joinScore('國家發展改革委（今天）召開新聞發', '布會，介紹２０２３年情況')).toBeCloseTo(plain, 6);
    expect(model.joinScore('国家发展改革委(今天)召开新　闻 发 ', '　　布会,介绍2023年情况')).toBeCloseTo(plain, 6);
  });

  it('answers a number for any two texts', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (tail, head) => {
        const answers = [
          model.joinScore(tail, head),
          model.affinity(tail, head),
          model.endScore(tail),
          model.startScore(head),
          model.wordBreakScore(tail, head),
          model.perplexity(tail),
          model.topicSimilarity(tail, head),
        ];
        for (const answer of answers) expect(Number.isFinite(answer)).toBe(true);
      }),
    );
  });

  it('is ready at once and fits its place', () => {
    const spent = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      loadLanguageModel(file);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...spent)).toBeLessThan(100);
    expect(file.length).toBeLessThan(8_000_000);
  });

  it('refuses a damaged file', () => {
    expect(() => loadLanguageModel(new Uint8Array(8))).toThrow(/too short/);
    expect(() => loadLanguageModel(new Uint8Array(64))).toThrow(/version/);
  });
});
