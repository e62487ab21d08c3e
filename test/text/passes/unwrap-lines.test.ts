import { readFileSync } from 'node:fs';
import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../src-main/text/document';
import type { Document } from '../../../src-main/text/document';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { widthOf } from '../../../src-main/text/line-ends';
import { openDocument } from '../../../src-main/text/parse-briefing';
import { readLines } from '../../../src-main/text/passes/read-lines';
import { unwrapLines } from '../../../src-main/text/passes/unwrap-lines';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));
const seed = readFileSync(new URL('../../../seeds/guizhou-daily-2023-11-25.txt', import.meta.url), 'utf8');
const paragraphs = seed.split('\n').filter((line) => line.trim() !== '');

function unwrapped(text: string): Document {
  return unwrapLines(readLines(openDocument(text, { encoding: 'utf-8', fileName: null, language })));
}

function blockTexts(text: string): readonly string[] {
  const document = unwrapped(text);
  return document.blocks.map((block) => blockText(document, block));
}

/** Sets a paragraph as a column does: no closing mark begins a line, no opening mark ends one. */
function setInColumn(paragraph: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const character of paragraph) {
    if (widthOf(line + character) > width && !/[，。、；：？！”’）》」]/u.test(character)) {
      const opening = /[“‘（《「]+$/u.exec(line)?.[0] ?? '';
      lines.push(line.slice(0, line.length - opening.length));
      line = opening;
    }
    line += character;
  }
  return [...lines, line].join('\n');
}

/** Long paragraphs wrapped, titles and other short lines as they are. */
function setPage(width: number, indent: string): string {
  return paragraphs.map((line) => (line.length > 40 ? setInColumn(line, width, indent) : line)).join('\n');
}

/** Breaks that are in no paragraph: the sample's paragraphs are cut, and join-paragraphs mends a break too many, never a title glued to a text. */
const MOST_INVENTED = 5;

/** Where each text begins, in characters other than white space. */
function startsOf(texts: readonly string[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const text of texts) {
    starts.add(at);
    at += text.replaceAll(/\s/gu, '').length;
  }
  return starts;
}

describe('a page whose lines are broken at the column width', () => {
  for (const [width, indent] of [
    [14, '　　'],
    [18, '　　'],
    [24, '　　'],
    [18, ''],
  ] as const)
    it(`reads as paragraphs again: ${width} characters a line, ${indent === '' ? 'without' : 'with'} indents`, () => {
      const found = startsOf(blockTexts(setPage(width, indent)));
      const printed = startsOf(paragraphs);
      const kept = [...printed].filter((start) => found.has(start));
      const invented = [...found].filter((start) => !printed.has(start));
      expect(kept.length / printed.size).toBeGreaterThan(indent === '' ? 0.8 : 0.93);
      expect(invented.length).toBeLessThanOrEqual(MOST_INVENTED);
    });

  for (const width of [14, 18, 24])
    it(`reads as paragraphs again where the blanks before first lines were lost: ${width} characters a line`, () => {
      const found = startsOf(blockTexts(setPage(width, '　　').replaceAll(/^　　/gmu, '')));
      const printed = startsOf(paragraphs);
      const kept = [...printed].filter((start) => found.has(start));
      expect(kept.length / printed.size).toBeGreaterThan(0.93);
      expect([...found].filter((start) => !printed.has(start)).length).toBeLessThanOrEqual(MOST_INVENTED);
    });

  it('keeps a subhead apart from the text where first lines have lost their indents', () => {
    const page = [
      '天还没有亮透，洄水码头的渔船已经',
      '一条接一条靠岸。船老大褚连生把最后一',
      '筐鲈鱼抬上磅秤，抹了一把汗。',
      '“昨夜下了三网，最后一网才见着',
      '鱼群。”他说，今年水温高，鱼来得晚。',
      '网眼放大之后',
      '三年前，渔政站把网眼的下限从四',
      '厘米改到六厘米，码头上议论了整整一个',
      '春天。',
      '如今再问起这件事，褚连生掰着手',
      '指算账：鱼少了两成，可每条重了一半，',
      '卖出去的价钱反倒高了。',
      '镇上的加工厂也跟着换了生产线，',
      '小鱼做的罐头停了，改做冰鲜鱼片，发往',
      '三个省的超市。',
    ].join('\n');
    const found = blockTexts(page);
    expect(found).toContain('网眼放大之后');
    expect(found).toHaveLength(6);
  });

  it('keeps titles, bylines and locality lines apart from the text under them', () => {
    const found = blockTexts(setPage(18, '　　'));
    for (const title of ['政务简报', '六盘水市', '技能「充电」 就业「来电」', '贵州日报天眼新闻记者 向秋穗', '（上接第一版）'])
      expect(found).toContain(title);
  });

  it('words of Latin script keep the space that the line end stood for', () => {
    const line = 'The committee met again on Tuesday and heard the report of the engineers upon the state of the bridge at low water.';
    const words = `${line} `.repeat(6).trim().split(' ');
    const lines: string[] = [];
    for (const word of words)
      if ((lines[lines.length - 1]?.length ?? 99) + word.length < 40) lines[lines.length - 1] += ` ${word}`;
      else lines.push(word);
    expect(blockTexts(lines.join('\n'))).toContain(`${line} `.repeat(6).trim());
  });
});

describe('a page that is not wrapped is left alone', () => {
  it('the sample, one paragraph a line', () => {
    expect(unwrapped(seed).blocks).toEqual([]);
  });

  it('a list of short titles', () => {
    expect(unwrapped(['要闻', '经济新闻', '民生', '文化周刊', '体育', '国际新闻速递'].join('\n')).blocks).toEqual([]);
  });
});

describe('whatever the lines are', () => {
  it('every line lies in exactly one block, in order', () => {
    assert(
      property(
        string({ unit: constantFrom('新', '闻', '，', '。', ' ', '　', '\n', 'a', '3', '“', '”'), maxLength: 900 }),
        integer({ min: 6, max: 20 }),
        (text, width) => {
          const wrapped = text
            .split('\n')
            .map((line) => setInColumn(line, width, ''))
            .join('\n');
          const document = unwrapped(wrapped);
          if (document.blocks.length === 0) return;
          const spans = document.blocks.flatMap((block) => block.spans.map(({ start, end }) => [start, end]));
          expect(spans).toEqual(document.lines.map(({ start, end }) => [start, end]));
        },
      ),
    );
  });
});
