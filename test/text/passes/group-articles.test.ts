import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

/** Every article's headline with the column it stands under. */
function columnsOf(lines: readonly string[]): readonly (readonly [string | null, string | null])[] {
  const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
  return articles.map(({ headline, column }) => [headline, column]);
}

const irrigation = '今年我们要把高标准农田建设作为头号工程，修好渠道，配齐泵站，让八万亩水田旱涝保收，把饭碗端得更牢。';
const schools = '教育是最大的民生。我们将新建三所公办幼儿园，改造十二所乡村小学食堂，让孩子们在家门口就能上好学、吃好饭。';
const lanterns = '元宵节前夜，临江古镇挂起三千盏花灯，游人沿着河边赏灯猜谜，老街上飘着汤圆的甜香。';

describe('signed pieces of one series', () => {
  const series = ['县长话开局', '临江县县长沈亦：', '把水田变成良田', irrigation];
  const second = ['云岭县县长韩松：', '让孩子们上好学', schools];

  it('share the column that stands over the first, also with a picture between them', () => {
    const picture = ['古镇灯火迎元宵', lanterns, '（周明 摄）'];
    expect(columnsOf([...series, ...second])).toEqual([
      ['把水田变成良田', '县长话开局'],
      ['让孩子们上好学', '县长话开局'],
    ]);
    expect(columnsOf([...series, ...picture, ...second])).toEqual([
      ['把水田变成良田', '县长话开局'],
      ['古镇灯火迎元宵', null],
      ['让孩子们上好学', '县长话开局'],
    ]);
  });
});
