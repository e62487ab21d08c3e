import { describe, expect, it } from 'vitest';
import { countedOn } from '../../src-main/text/count-on';
import type { Piece } from '../../src-main/text/topic-index';

function placed(texts: readonly string[], labels: readonly number[], headless: readonly number[] = []): readonly number[] {
  return countedOn(
    texts.map((text) => ({ text }) as Piece),
    labels,
    new Set(headless),
  );
}

describe('counted paragraphs', () => {
  it('stand in the article of the one that they count on from', () => {
    expect(placed(['导语', '首先，缺监督。', '其次，各有盘算。', '别的稿子', '再次，风险上升。'], [0, 0, 0, 1, 1])).toEqual([
      0, 0, 0, 1, 0,
    ]);
    expect(placed(['一是难认定。', '二是难评估。', '三是难兜底。'], [0, 0, 1], [1])).toEqual([0, 0, 0]);
    expect(placed(['①夜间常憋醒；', '别的', '②早晨起床口干；', '别的'], [0, 1, 1, 1])).toEqual([0, 1, 0, 1]);
    expect(placed(['1.先关火', '别的', '2.再开窗', '别的'], [0, 1, 1, 1])).toEqual([0, 1, 0, 1]);
  });

  it('stay where they are if a number stands twice on the page, or the paragraph opens an article with a heading', () => {
    expect(placed(['一是甲。', '一是乙。', '开头', '二是丙。'], [0, 1, 2, 2])).toEqual([0, 1, 2, 2]);
    expect(placed(['一是甲。', '二是乙。'], [0, 1])).toEqual([0, 1]);
    expect(placed(['1.5万亩果园', '开头', '2.3万亩茶园'], [0, 1, 1])).toEqual([0, 1, 1]);
  });
});
