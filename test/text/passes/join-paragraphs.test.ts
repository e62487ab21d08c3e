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

  it('are put together though the first half of the one could go on in either second half', () => {
    expect(paragraphsOf([...crossed(harvest, sorting, [42, 45]), inn, school])).toEqual([harvest, sorting, inn, school]);
    expect(paragraphsOf([...crossed(sorting, school, [42, 36]), harvest, inn])).toEqual([sorting, school, harvest, inn]);
    expect(paragraphsOf([...crossed(inn, school, [42, 45]), harvest, sorting])).toEqual([inn, school, harvest, sorting]);
  });

  it('are put together though a character was lost where one of them was cut', () => {
    const torn = school.slice(0, 26) + school.slice(27);
    expect(paragraphsOf([...crossed(school, inn, [26, 41], [1, 0]), harvest, sorting])).toEqual([torn, inn, harvest, sorting]);
  });
});

describe('a line that is broken off before the opening of another paragraph', () => {
  it('is not put together with it where its rest is nowhere', () => {
    for (const [torn, length, next] of [
      [harvest, 36, sorting],
      [harvest, 21, inn],
      [sorting, 49, harvest],
      [school, 38, sorting],
      [inn, 33, sorting],
    ] as const) {
      const others = [harvest, sorting, inn, school].filter((text) => text !== torn && text !== next);
      const cut = torn.slice(0, length);
      expect(paragraphsOf([cut, next, ...others])).toEqual([cut, next, ...others]);
    }
  });

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

describe('where paragraphs are indented, one that is not', () => {
  const [tail, head] = ['不过，记者也发现，部分商家存', '在“先涨后补”的现象，价格比上月高出一成。'];
  const others = [
    '店长郭大鹏介绍，五月份的订单已排到七月中旬。',
    '市民高女士说，旧沙发抵了六百元，新沙发便宜了将近三分之一。',
    '业内人士认为，补贴只是引子，真正留住消费者的还是产品和服务。',
    '市商务局提醒，消费者可以查询参与商家名单。',
  ];
  const read = (indent: string): readonly string[] => {
    const opening = '连日来，记者走访多家家居卖场发现，补贴政策落地后，客流量明显回升。';
    const lines = [opening, tail, others[0], others[1]].map((line) => `\u3000\u3000${line}`);
    const rest = others.slice(2).map((line) => `\u3000\u3000${line}`);
    const text = ['家居卖场客流回升', ...lines, indent + head, ...rest].join('\n');
    return parseBriefing(text, { encoding: 'utf-8', fileName: null, language }).articles.flatMap(({ paragraphs }) =>
      paragraphs.map((one) => one.text),
    );
  };

  it('goes on a sentence broken off further up', () => {
    expect(read('')).toContain(tail + head);
    expect(read('\u3000\u3000')).not.toContain(tail + head);
  });
});

describe('questions and answers', () => {
  it('are a paragraph each, signed in brackets or not', () => {
    const talk = [
      '问：院里的桃树年年开花不少，挂果却没几个，怎么回事？（读者 麦满仓）',
      '答：多半是树下积水、枝条太密，雨前把沟挖通，冬剪时去掉三成细枝。（县果树站 沈亦）',
      '问：今年新栽的树苗要不要浇水',
      '答：头一个月每周浇一次，入夏以后看土，土干了再浇。',
    ];
    expect(paragraphsOf(talk)).toEqual(talk);
  });
});
