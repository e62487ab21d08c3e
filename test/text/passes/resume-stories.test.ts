import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

function told(lines: readonly string[]): readonly (readonly [string | null, string])[] {
  const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
  return articles.map(({ headline, paragraphs }) => [headline, paragraphs.map(({ text }) => text).join('')]);
}

const story = {
  headline: '老渡口添了航标灯',
  texts: [
    '白茅渡口的老船工郭水生守了三十年渡口，最怕的是夜里过江的货船看不清北汊的浅滩。',
    '去年汛期过后，航道部门在北汊装了两盏航标灯，又请郭水生教年轻人认水路。他说自己没有别的本事，只是把三十年的水路一条一条画在了纸上。',
    '如今夜里过江的货船多了一倍，郭水生还是每天傍晚到渡口看一眼灯亮了没有。',
  ],
};
const notice = {
  headline: '征集老照片',
  byline: '本报记者 沈亦',
  text: '县档案馆面向社会征集一九八〇年以前反映县城街巷的老照片，入选者可得纪念册一本，年底举办展览。',
};

describe('a story that a short piece is set into', () => {
  const [first, second, third] = story.texts as [string, string, string];
  const cut = 54;

  it('goes on behind the piece with the sentence that was broken off', () => {
    const lines = [
      story.headline,
      '本报记者 韩松',
      first,
      second.slice(0, cut),
      notice.headline,
      notice.byline,
      notice.text,
      second.slice(cut),
      third,
    ];
    expect(told(lines)).toEqual([
      [story.headline, story.texts.join('')],
      [notice.headline, notice.text],
    ]);
  });

  it('is left as it is printed where it is whole', () => {
    const more = '征集截至十月底，照片用完归还。';
    const lines = [story.headline, '本报记者 韩松', ...story.texts, notice.headline, notice.byline, notice.text, more];
    expect(told(lines)).toEqual([
      [story.headline, story.texts.join('')],
      [notice.headline, notice.text + more],
    ]);
  });
});
