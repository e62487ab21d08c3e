import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

/** Paragraphs of one story, none of which says the same as another. */
const harvest =
  '石桥村的蜜桃今年又是一个丰收年，一千八百亩果园里，村民们天不亮就上山采摘，装满竹筐的桃子沿着新修的机耕道运到山下的冷库，当天就能发往省城。';
const sorting =
  '村里的合作社去年添置了分拣设备，过去靠人工一个一个地称重，如今流水线按照大小和甜度把桃子分成五个等级，价钱也拉开了差距，最好的一斤能卖到十二元。';
const inn =
  '在县城工作的年轻人韩松三年前回到村里，租下邻居闲置的老屋，办起一间民宿，桃花开的时候一房难求，他又请来十几位大嫂帮忙做饭、打扫和带游客进果园。';
const school = '镇上的小学把劳动课搬到了桃园，孩子们跟着老农学习疏果套袋，用自己采的桃子熬成果酱，装进玻璃瓶里送给敬老院的老人。';

function paragraphsOf(lines: readonly string[]): readonly string[] {
  const [article] = parseBriefing(['石桥村的桃子红了', '本报记者 沈亦', ...lines].join('\n\n'), {
    encoding: 'utf-8',
    fileName: null,
    language,
  }).articles;
  return article!.paragraphs.map(({ text }) => text);
}

/** Both cut in two, and the halves printed in turn; of the second halves `lost` characters are gone. */
function crossed(one: string, other: string, cuts: readonly [number, number], lost: readonly [number, number] = [0, 0]): readonly string[] {
  return [one.slice(0, cuts[0]), other.slice(0, cuts[1]), one.slice(cuts[0] + lost[0]), other.slice(cuts[1] + lost[1])];
}

describe('paragraphs whose halves have changed places', () => {
  it('are each put together again', () => {
    expect(paragraphsOf([...crossed(sorting, harvest, [30, 33]), inn, school])).toEqual([sorting, harvest, inn, school]);
    expect(paragraphsOf([...crossed(school, inn, [26, 41]), harvest, sorting])).toEqual([school, inn, harvest, sorting]);
    expect(paragraphsOf([...crossed(sorting, inn, [26, 41]), harvest, school])).toEqual([sorting, inn, harvest, school]);
    expect(paragraphsOf([...crossed(sorting, school, [30, 33]), harvest, inn])).toEqual([sorting, school, harvest, inn]);
  });

  it('are put together though a character was lost where one of them was cut', () => {
    const torn = school.slice(0, 26) + school.slice(27);
    expect(paragraphsOf([...crossed(school, inn, [26, 41], [1, 0]), harvest, sorting])).toEqual([torn, inn, harvest, sorting]);
  });
});

describe('a line that is broken off before the opening of another paragraph', () => {
  it('is not put together with it where it goes on as well in a line further down', () => {
    const [cut, lost] = [school.indexOf('疏果'), school.indexOf('套袋')];
    const lines = [harvest.slice(0, 27), inn.slice(46), school.slice(0, cut), sorting, school.slice(lost)];
    for (const paragraph of paragraphsOf(lines)) expect(paragraph).not.toContain(`学习${sorting.slice(0, 4)}`);
  });
});

describe('a figure broken behind its decimal point', () => {
  it('is one figure', () => {
    const text = '据海关统计，一季度全市进出口总值二百八十六亿元，环比上涨1.0%，其中出口一百六十二亿元，增长势头好于去年同期。';
    const cut = text.indexOf('0%');
    expect(paragraphsOf([text.slice(0, cut), text.slice(cut)])).toEqual([text]);
  });
});
