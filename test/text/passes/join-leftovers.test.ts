import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../src-main/text/document';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { openDocument } from '../../../src-main/text/parse-briefing';
import { formBlocks } from '../../../src-main/text/passes/form-blocks';
import { joinLeftovers } from '../../../src-main/text/passes/join-leftovers';
import { readLines } from '../../../src-main/text/passes/read-lines';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function joined(lines: readonly string[]): readonly string[] {
  const document = joinLeftovers(formBlocks(readLines(openDocument(lines.join('\n'), { encoding: 'utf-8', fileName: null, language }))));
  return document.blocks.map((block) => blockText(document, block));
}

describe('the last characters of a row that its column has no room for', () => {
  it.each([
    ['of a list', '男排联赛：松江3比1白茅，临江2比3安', '平'],
    ['of a programme', '19:00 少儿节目　21:15 歌曲点播', '台'],
    ['of a title in brackets', '松江台　19:30 连续剧《白茅渡', '口》　20:20 体育新闻'],
    ['of a picture’s credit', '周阿四（左）在渡口。　　　李小', '梅摄'],
  ])('belong to it: %s', (_, row, rest) => expect(joined(['昨日要目', row, rest])).toEqual(['昨日要目', row + rest]));

  it.each([
    ['a verse', ['像要接住什么', '井']],
    ['who wrote it', ['第3次渡江，船老大没有回头', '沈亦']],
    ['a standing title', ['6月18日8:00　龙舟赛　东大堤', '看台']],
    ['what stands under a blank line', ['19:00 少儿节目　21:15 歌曲点播', '', '台']],
  ])('are not %s', (_, lines) => expect(joined(lines)).toEqual(lines.filter((line) => line !== '')));
});
