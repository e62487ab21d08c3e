import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../src-main/text/language/language-model';
import { matterSides } from '../../src-main/text/matter-sides';
import { NO_TEXT, addRow, beliefIn, cosineOfSums, leaning, rowLength } from '../../src-main/text/text-vectors';
import type { TextVectors } from '../../src-main/text/text-vectors';
import { newTopicSpace, wordsOf } from '../../src-main/text/topic-index';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../resources/language-model.bin', import.meta.url))));

const forests = [
  '近年来，我省坚持生态优先、绿色发展，加强荒漠化综合防治，统筹推进山水林田湖草沙一体化保护和系统治理，水土流失面积持续减少。',
  '全省森林覆盖率稳步提高，国家公园内野生动物种群数量明显增长，湿地保护修复工程取得积极成效。',
  '下一步，将深入打好污染防治攻坚战，推动蓝天、碧水、净土保卫战取得更大成果，守护好生物多样性。',
];
const jobs = [
  '今年高校毕业生人数再创新高，各级人力资源社会保障部门千方百计拓宽渠道，为求职者提供精准服务。',
  '企业招聘专场活动走进校园，机关事业单位招考提前进行，中小微企业吸纳毕业生可以享受社会保险补贴。',
  '稳岗返还政策落地以后，用工单位的积极性高了，城镇新增就业人数稳步增长。',
];
/** Words that news hardly has: what is left of them is what any text says. */
const salt = '老盐工说，晒盐靠天吃饭，一场暴雨就能让半个月的卤水白费，所以盐滩边上家家都养着看云的本事，懂得哪片云会下雨。';

const size = language.matterSize;

function vectorsOf(texts: readonly string[]): TextVectors {
  const space = newTopicSpace(language, texts.join('').length, texts.length);
  for (const text of texts) wordsOf(space, text);
  return { size, rows: space.vectors.rows.slice(0, texts.length * rowLength(size)) };
}

function sumOf(vectors: TextVectors, texts: readonly number[]): Float64Array {
  const sum = new Float64Array(rowLength(size));
  for (const text of texts) addRow(vectors, text, sum, 1);
  return sum;
}

/** The cosine of two sums' vectors as far as it is to be believed: what `matterSides` tells without adding anything up. */
function likenessOf(a: Float64Array, b: Float64Array): number {
  return beliefIn(size, a, b) * cosineOfSums(size, a, b);
}

describe('what texts are about', () => {
  const vectors = vectorsOf([...forests, ...jobs, salt]);

  it('is alike in texts of one matter that share no words, and unlike in those of two', () => {
    for (const text of [0, 1, 2]) {
      const own = sumOf(vectors, [text]);
      const rest = sumOf(
        vectors,
        [0, 1, 2].filter((other) => other !== text),
      );
      expect(likenessOf(own, rest)).toBeGreaterThan(likenessOf(own, sumOf(vectors, [3, 4, 5])) + 0.1);
    }
    const [mine, theirs] = [sumOf(vectors, [0, 1]), sumOf(vectors, [3, 4])];
    expect(leaning(size, sumOf(vectors, [2]), mine, theirs).leaning).toBeGreaterThan(0.2);
    expect(leaning(size, sumOf(vectors, [5]), mine, theirs).leaning).toBeLessThan(-0.2);
  });

  it('is told of two sides as their sums tell it, while texts come and go', () => {
    const sides = matterSides(vectors, [0, 1, 2, 3, 4, 5, 6, NO_TEXT]);
    for (const place of [0, 1, 2, 3]) sides.add(place, 0, 1);
    for (const place of [4, 5, 7]) sides.add(place, 1, 1);
    sides.add(3, 0, -1);
    sides.add(3, 1, 1);
    const [first, second] = [sumOf(vectors, [0, 1, 2]), sumOf(vectors, [3, 4, 5])];
    expect(sides.likeness(1, 0, true)).toBeCloseTo(likenessOf(sumOf(vectors, [1]), sumOf(vectors, [0, 2])), 9);
    expect(sides.likeness(1, 1, false)).toBeCloseTo(likenessOf(sumOf(vectors, [1]), second), 9);
    expect(sides.likeness(6, 0, false)).toBe(0);
    expect(sides.likeness(7, 1, true)).toBe(0);
    const { likeness, belief } = sides.between([0, 1, 2]);
    expect(likeness).toBeCloseTo(likenessOf(first, second), 9);
    expect(belief).toBe(beliefIn(size, first, second));
  });

  it('is the same however a sum came about', () => {
    const sum = sumOf(vectors, [0, 1, 2, 3]);
    addRow(vectors, 3, sum, -1);
    expect([...sum]).toEqual([...sumOf(vectors, [0, 1, 2])]);
    expect(likenessOf(sum, sum)).toBeCloseTo(beliefIn(size, sum, sum), 9);
  });

  it('is not told where hardly any of the words are known, nor by nothing at all', () => {
    const strange = sumOf(vectors, [6]);
    expect(beliefIn(size, strange, strange)).toBe(0);
    expect(leaning(size, strange, sumOf(vectors, [0, 1]), sumOf(vectors, [3, 4])).belief).toBe(0);
    const nothing = new Float64Array(rowLength(size));
    expect(likenessOf(nothing, sumOf(vectors, [0]))).toBe(0);
    expect(leaning(size, nothing, nothing, nothing).belief).toBe(0);
  });
});
