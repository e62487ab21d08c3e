import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../src-main/text/language/language-model';
import { saidOnPage } from '../../src-main/text/said-on-page';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../resources/language-model.bin', import.meta.url))));

describe('what the page says of a break', () => {
  const texts = ['育种员柯砚秋回到了试验田。', '那天晚上，柯砚秋没有睡。', '会开到半夜，柯砚'];
  const gain = saidOnPage(language, texts, ['会开到半夜，柯砚', '全部材料，记者']);

  it('speaks for a name that goes on as it does elsewhere on the page', () => {
    expect(gain('会开到半夜，柯砚')('秋才第一个举手。')).toBeGreaterThan(4);
  });

  it('speaks against another way to go on, a little', () => {
    const other = gain('会开到半夜，柯砚')('组的十四个人都来了。');
    expect(other).toBeLessThan(0);
    expect(other).toBeGreaterThanOrEqual(-1);
  });

  it('speaks for a word of the page behind its first character alone, said more than once', () => {
    const again = saidOnPage(language, ['老人指着芥园说起往事。', '孙女在芥园长大。', '走到村口，芥'], ['走到村口，芥']);
    expect(again('走到村口，芥')('园的门还开着。')).toBeGreaterThan(1);
    const once = saidOnPage(language, ['老人指着芥园说起往事。', '走到村口，芥'], ['走到村口，芥']);
    expect(once('走到村口，芥')('园的门还开着。')).toBeLessThanOrEqual(0);
  });

  it('says nothing of words that the page has only here', () => {
    expect(gain('全部材料，记者')('秋才第一个举手。')).toBe(0);
  });
});
