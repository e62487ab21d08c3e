import { readFileSync } from 'node:fs';
import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src-main/text/document';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { widthOf } from '../../../src-main/text/line-ends';
import { openDocument } from '../../../src-main/text/parse-briefing';
import { readLines } from '../../../src-main/text/passes/read-lines';
import { unweaveColumns } from '../../../src-main/text/passes/unweave-columns';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));
const seed = readFileSync(new URL('../../../seeds/guizhou-daily-2023-11-25.txt', import.meta.url), 'utf8');
const paragraphs = seed
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');

const read = (text: string): Document => readLines(openDocument(text, { encoding: 'utf-8', fileName: null, language }));

function unwoven(text: string): readonly string[] {
  const document = unweaveColumns(read(text));
  return document.lines.map(({ start, end }) => document.text.slice(start, end));
}

/** A column of text, lines of at most `width` characters, each paragraph indented. */
function setColumn(texts: readonly string[], width: number): readonly string[] {
  return texts.flatMap((text) => {
    const lines: string[] = [];
    let line = '　　';
    for (const character of text) {
      if (widthOf(line + character) > width && !/[，。、；：？！”’）》」]/u.test(character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
    return [...lines, line];
  });
}

/** Two stories of the sample: family services in one city, and parcels in the villages. */
const services = paragraphs.slice(7, 13);
const parcels = paragraphs.filter((line) => /快递|包裹/u.test(line) && line.length > 60).slice(0, 6);

/** Lines of both columns in turn, as a page read straight across gives them; what one column has more follows. */
function readAcross(left: readonly string[], right: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let row = 0; row < Math.max(left.length, right.length); row += 1) {
    if (left[row] !== undefined) lines.push(left[row] as string);
    if (right[row] !== undefined) lines.push(right[row] as string);
  }
  return lines;
}

/** Both columns on one line, with white space up to the right one's edge. */
function setSideBySide(left: readonly string[], right: readonly string[], edge: number): readonly string[] {
  return right.map((line, row) => {
    const first = left[row] ?? '';
    return first + ' '.repeat(Math.max(2, Math.round((edge - widthOf(first)) * 2))) + line;
  });
}

/** Share of neighbouring lines of a column that are neighbours in what was found. */
function keptTogether(column: readonly string[], found: readonly string[]): number {
  const wanted = column.map((line) => line.trim());
  let together = 0;
  for (let at = 1; at < wanted.length; at += 1) if (found[found.indexOf(wanted[at - 1] as string) + 1] === wanted[at]) together += 1;
  return together / (wanted.length - 1);
}

describe('columns that were read row by row', () => {
  for (const width of [14, 18, 23])
    it(`lines that take turns find back to their columns, ${width} characters wide`, () => {
      const left = setColumn(services, width);
      const right = setColumn(parcels, width);
      const found = unwoven(readAcross(left, right).join('\n'));
      expect(keptTogether(left, found)).toBeGreaterThan(0.95);
      expect(keptTogether(right, found)).toBeGreaterThan(0.95);
    });

  it('columns side by side on one line are parted at the gutter', () => {
    const left = setColumn(services, 17);
    const right = setColumn(parcels, 17);
    const rows = Math.min(left.length, right.length);
    const found = unwoven(setSideBySide(left.slice(0, rows), right.slice(0, rows), 19).join('\n'));
    expect(keptTogether(left.slice(0, rows), found)).toBe(1);
    expect(keptTogether(right.slice(0, rows), found)).toBe(1);
  });

  it('stories side by side keep each its own titles, read from the first line on', () => {
    const left = ['上门一小时', '家政服务进了老小区', '本报记者 沈亦', ...setColumn(services, 18)];
    const right = ['邮路通到田埂', ...setColumn(parcels, 18)];
    const found = unwoven(['上版的末段在这里说完了。', ...readAcross(left, right)].join('\n'));
    expect(found.slice(1, 5)).toEqual(left.slice(0, 4).map((line) => line.trim()));
    expect(found[found.indexOf('邮路通到田埂') + 1]).toBe(right[1]!.trim());
  });

  it('one story in two columns is read down the first, then down the second', () => {
    const lines = setColumn(parcels, 18);
    const half = Math.ceil(lines.length / 2);
    const found = unwoven(readAcross(lines.slice(0, half), lines.slice(half)).join('\n'));
    expect(keptTogether(lines, found)).toBeGreaterThan(0.95);
  });
});

describe('what is not woven stays as it is', () => {
  it('the sample, and the sample set in one column', () => {
    const plain = read(seed);
    expect(unweaveColumns(plain)).toBe(plain);
    const wrapped = read(setColumn(paragraphs, 18).join('\n'));
    expect(unweaveColumns(wrapped)).toBe(wrapped);
  });

  it('a few rows of short cells are a table, whatever they hold, and no columns', () => {
    const rows = [
      '周一上午　　　脾胃病科　　　丁兆元',
      '周二全天　　　妇产科　　　　阮秀琴',
      '周三上午　　　推拿科　　　　汪承礼',
      '周五下午　　　肺病科　　　　蒋大中',
    ];
    expect(unwoven(['本周坐诊安排', ...rows, '地点在渡口社区。'].join('\n'))).toEqual(['本周坐诊安排', ...rows, '地点在渡口社区。']);
  });

  it('rows of a timetable between narrow lines keep their order', () => {
    const rows = ['车次　终到　开点', 'K162　省城　6:35', '2583　青榆　9:20', 'N312　云台　13:05', 'T78　北京　19:40', '4427　莲塘　21:15'];
    const lines = [
      ...setColumn(services.slice(0, 2), 16),
      '市民在渡口试走新桥。本报记者　沈',
      '小亦　摄',
      '（记者　韩松　实习生　周明）',
      '白茅站部分列车时刻（9月8日起）',
      ...rows,
      '桥头的灯又亮了',
      '出门不用再摸黑',
      ...setColumn(['渡口的三盏路灯昨天修好，夜里过桥的人不用再打手电。（通讯员 秦岚）'], 16),
      '急聘渡口夜班船工',
      ...setColumn(['身体健康，五年以上驾龄，包吃住，月薪两千四百元起。电话：8341××27'], 16),
      '想当“渡口记者”吗？拍下灯影就有奖',
      ...setColumn(['用手机拍下身边的桥、船和灯，发送到本报邮箱，一经刊用，每幅奖励二十元。'], 16),
    ];
    const found = unwoven(lines.join('\n'));
    expect(found.slice(found.indexOf(rows[0]!)).slice(0, rows.length)).toEqual(rows);
  });

  it('names and titles with wide spaces are no columns', () => {
    const text = ['本报记者　　王平　　李安', '新时代　　新征程', '图片　　文字', '责任编辑　　赵明'].join('\n');
    const document = read(text);
    expect(unweaveColumns(document)).toBe(document);
  });
});

describe('whatever the lines are', () => {
  it('every character but white space stays, once', () => {
    assert(
      property(string({ unit: constantFrom('新闻报', '道，', '。', '  ', '　', '\n', '\n', 'ab', '3', '“'), maxLength: 400 }), (text) => {
        const document = read(text);
        const after = unweaveColumns(document);
        const inked = (lines: Document['lines']): string =>
          lines
            .toSorted((a, b) => a.start - b.start)
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replaceAll(/\s/gu, '');
        expect(inked(after.lines)).toBe(inked(document.lines));
      }),
    );
  });
});

describe('blanks that are no gutter', () => {
  it.each([
    [
      'names set wide, though the blank stands at one place in several lines',
      [
        '本报讯　记者从市供水公司获悉，城北水厂昨日建成。',
        '本报讯　市图书馆新馆下月试运行，读者可凭身份证入馆。',
        '本报讯　石桥村的蜜桃昨日上市，首批三千箱运往外地。',
        '记者　宋楷　摄',
      ],
    ],
    [
      'a table',
      ['新浦　　　218　　　　　9460', '连岛　　　47　　　　　 12800', '朐阳　　　196　　　　　7930', '开发区　　151　　　　　8215'],
    ],
  ])('leave %s whole', (_, lines) => {
    expect(unwoven(lines.join('\n'))).toEqual(lines);
  });
});
