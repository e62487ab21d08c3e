import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));
const seed = readFileSync(fileURLToPath(new URL('../../../seeds/guizhou-daily-2023-11-25.txt', import.meta.url)), 'utf8');

describe('text that was given to another article than the one it was printed under', () => {
  const parsed = parseBriefing(seed, { encoding: 'utf-8', fileName: null, language });
  const moved = parsed.notices.filter(({ kind, judgement }) => kind === 'order' && judgement.rule === 'placed-by-matter');

  it('is told of with the place it lay in, and with a judgement short of certainty', () => {
    expect(moved.length).toBeGreaterThan(0);
    for (const { spans, judgement } of moved) {
      expect(judgement.confidence).toBe('likely');
      for (const { start, end } of spans) expect(seed.slice(start, end).trim()).not.toBe('');
    }
  });

  it('shows in the judgement of the article that took it', () => {
    const places = moved.map(({ spans }) => spans.at(-1)!.start);
    const takers = parsed.articles.filter(({ paragraphs }) =>
      paragraphs.some(({ spans }) => spans.some(({ start }) => places.includes(start))),
    );
    expect(takers.map(({ judgement }) => judgement.rule)).toEqual(takers.map(() => 'placed-by-matter'));
    expect(takers.length).toBeGreaterThan(0);
  });
});

describe('text that begins in mid-sentence under no heading', () => {
  it('stays where it lay, as a fragment with a notice, and nothing of it is lost', () => {
    const text = [
      '古桥修好了',
      '本报记者 周航嘉',
      '石板古桥的修缮工程昨日完工，三十二位石匠用了八个月，把冲毁的桥拱一块一块重新砌好，老街的人又能从桥上走去赶集。',
      '下转第4版',
      '，果农们把冻伤的枝条剪下来，在树根旁培土保温，等来年春天再看收成。',
      '少年棋手夺冠',
      '本报记者 罗玲梅',
      '少年围棋锦标赛昨晚落幕，十二岁的棋手执黑中盘取胜，赛后他说，自己每天放学都要打两个小时棋谱。',
    ].join('\n\n');
    const { articles, notices } = parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
    const fragment = articles.find(({ kind }) => kind === 'fragment');
    expect(fragment?.paragraphs.map((paragraph) => paragraph.text)).toEqual([
      '，果农们把冻伤的枝条剪下来，在树根旁培土保温，等来年春天再看收成。',
    ]);
    const told = notices.filter(({ judgement }) => judgement.rule === 'belongs-nowhere');
    expect(told.map(({ kind, spans }) => [kind, spans[0]?.start])).toEqual([['orphan', text.indexOf('，果农们')]]);
  });
});

describe('two articles of one matter whose columns were read by turns', () => {
  const east = [
    '城东图书馆昨天重新开门，六十张阅览桌换成了可以调高矮的新桌，儿童区铺上了软木地板。馆长周明说，改造花了八个月，读者最盼的是延长开',
    '放时间，从本周起每天开到晚上九点半，周末也不例外。开门第一天，来借书的人排到了巷口，馆员们临时加开了两个窗',
    '口，一上午办出四百多张新证。住在附近的退休教师带着孙子来听故事，他说，孩子在家里坐不住，到了这里却能安安静静地看上一个钟头。',
  ];
  const west = [
    '城西图书馆的流动书车本月跑满了一百趟，车上装着三千册书，开进了二十七个小区和工地。司机老罗既管开车也管借书，他的本子上记着每位老读',
    '者爱看的书名，谁想看什么，下一趟就捎来。工地上的木工最喜欢借武侠小说，食堂的阿姨总要菜',
    '谱，一来二去，书车到了哪里，哪里就围上一圈人。馆里打算明年再添两辆书车，把路线画到山脚下的村子里去，让最远的读者也能在家门口还书。',
  ];
  const titles = ['城东图书馆开到晚上九点半', '流动书车跑满一百趟'] as const;
  const articles = parseBriefing(
    [titles[0], '本报记者 沈亦', east[0], titles[1], '本报记者 韩松', west[0], east[1], west[1], east[2], west[2]].join('\n\n'),
    { encoding: 'utf-8', fileName: null, language },
  ).articles;

  it('are put together by the sentences broken off between the columns', () => {
    expect(articles.map(({ headline }) => headline)).toEqual(titles);
    expect(articles.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(''))).toEqual([east.join(''), west.join('')]);
  });
});
