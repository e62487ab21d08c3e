import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src-main/text/parse-briefing';
import { readLines } from '../../../src-main/text/passes/read-lines';
import { measureColumns } from '../../../src-main/text/wrapping/measure-width';

/** Full-width characters of the column that each printed line is held to be broken to. */
function columnsOf(text: string): readonly number[] {
  return [...measureColumns(readLines(openDocument(text, { encoding: 'utf-8', fileName: null, language: null })))].map((half) => half / 2);
}

const words = '河湾的渡口今年添了两盏航标灯夜里过江的货船不必再绕行北汊老人们说从前只能听着水声估摸深浅';

function line(at: number, length: number): string {
  return words.repeat(3).slice(at * 7, at * 7 + length);
}

/** A paragraph broken to a column, its first line with an indent, its last one short. */
function setTo(width: number, lines: number): readonly string[] {
  return Array.from({ length: lines }, (_, at) =>
    at === 0 ? `　　${line(0, width - 2)}` : at === lines - 1 ? `${line(at, width - 5)}。` : line(at, width),
  );
}

describe('the width of a column', () => {
  it('is each story’s own, beside each other on one page', () => {
    const found = columnsOf([...setTo(20, 12), ...setTo(13, 10), ...setTo(16, 9)].join('\n'));
    expect(found).toEqual([...Array<number>(12).fill(20), ...Array<number>(10).fill(13), ...Array<number>(9).fill(16)]);
  });

  it('is that of a box of three lines, where its first line has an indent', () => {
    const box = ['　　澄州市针织二厂合同专用章', '一枚于十一月十二日遗失，声明', '作废。'];
    const found = columnsOf([...setTo(20, 9), '遗失声明', ...box, ...setTo(20, 9)].join('\n'));
    expect(found.slice(10, 12)).toEqual([14, 14]);
    expect(found[8]).toBe(20);
    expect(found[13]).toBe(20);
  });

  it('is none where lines are whole paragraphs, however many titles of one length stand among them', () => {
    const titles = ['城北小学迎来新校舍', '夜市经济点亮小城镇', '博物馆周末开夜场啦', '老渡口新添航标灯火', '供热管网昨天已注水'];
    const page = titles.flatMap((title) => [title, `${words.repeat(2)}。`]).join('\n');
    expect(new Set(columnsOf(page))).toEqual(new Set([0]));
  });

  it('is none of lines that are verses, each ending at its mark', () => {
    const verses = ['柳外斜桥水半篙，', '归舟不系任风摇。', '儿童不识当年渡，', '笑指新桥说旧桥。'];
    expect(new Set(columnsOf(verses.join('\n')))).toEqual(new Set([0]));
  });
});
