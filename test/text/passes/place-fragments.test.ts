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
