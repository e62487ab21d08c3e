import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODY_FACE, plainAdvances } from '../../src-renderer/reader/compose/advances';
import { breakLines } from '../../src-renderer/reader/compose/break-lines';
import type { LineRules, MeasuredLine } from '../../src-renderer/reader/compose/break-lines';

const rules = (measure: number, more: Partial<LineRules> = {}): LineRules => ({
  face: BODY_FACE,
  measure,
  indent: 2,
  justify: true,
  ...more,
});
const textOf = (text: string, line: MeasuredLine): string => text.slice(line.start, line.end);
const shown = (text: string, measure: number, more?: Partial<LineRules>): readonly string[] =>
  breakLines(text, rules(measure, more), plainAdvances).map((line) => textOf(text, line));

/** Width of a set line in em, spacing included. */
function setWidth(text: string, line: MeasuredLine): number {
  let width = line.indent;
  for (const run of line.runs) {
    const characters = Array.from(text.slice(run.start, run.end)).length;
    width += plainAdvances.advance(text.slice(run.start, run.end), BODY_FACE) + characters * run.spacing + run.after;
  }
  return width;
}

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...Array.from('山水人来去东西南北中大小上下天地国家学生工农老年月日时')) },
  { weight: 2, arbitrary: fc.constantFrom('，', '。', '、', '；', '：', '？', '！') },
  { weight: 1, arbitrary: fc.constantFrom('“', '”', '（', '）', '《', '》', '——', '……', '·') },
  { weight: 1, arbitrary: fc.constantFrom('2023', '100%', 'GDP', '5G', 'newspaper', 'Wi-Fi', '3.14', ' ', '11月24日') },
);
const paragraph = fc.array(piece, { minLength: 1, maxLength: 160 }).map((pieces) => pieces.join(''));
const measure = fc.integer({ min: 12, max: 40 });

describe('breaking a paragraph into lines', () => {
  it('sets English ragged, its spaces as they are, and Chinese that names things in English to the line', () => {
    const english =
      'The council voted on Monday evening to build a new bridge over the river, which people had requested for fifteen years.';
    const spacings = breakLines(english, rules(15), plainAdvances).flatMap(({ runs }) => runs.map(({ spacing, after }) => spacing + after));
    expect(new Set(spacings)).toEqual(new Set([0]));
    const chinese = '县里去年修好了Wi-Fi和5G，GDP增加了3.14个点，人们在集市上看见图书馆的老人来回走动，学校的医生认真讲述春耕的天气。';
    const spread = breakLines(chinese, rules(15), plainAdvances).flatMap(({ runs }) => runs.map(({ spacing }) => spacing));
    expect(spread.some((spacing) => spacing !== 0)).toBe(true);
  });

  it('keeps every character once and in order', () => {
    fc.assert(
      fc.property(paragraph, measure, fc.boolean(), (text, width, justify) => {
        expect(shown(text, width, { justify }).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('takes any string, lone surrogates and words longer than the line too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), measure, (text, width) => {
        expect(shown(text, width).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
    expect(shown(' \u3099', 8).join('').trim()).toBe('\u3099');
    const address = `见https://example.org/${'path/'.repeat(30)}一文`;
    expect(shown(address, 15).length).toBeGreaterThan(5);
    for (const line of breakLines(address, rules(15), plainAdvances)) expect(setWidth(address, line)).toBeLessThanOrEqual(15.6);
  });

  it('never begins a line with a closing mark nor ends one with an opening mark (CLREQ 3.1.2)', () => {
    const sane = paragraph.filter((text) => !/[，。、；：？！”）》·“（《]{3}/u.test(text));
    fc.assert(
      fc.property(sane, measure, (text, width) => {
        const lines = shown(text, width);
        expect(lines.slice(1).filter((line) => /^[，。、；：？！”）》·]/u.test(line))).toEqual([]);
        expect(lines.slice(0, -1).filter((line) => /[“（《]$/u.test(line))).toEqual([]);
      }),
    );
  });

  it('holds narrow marks between Han as it holds wide ones', () => {
    const narrow = fc
      .array(fc.constantFrom('河边的老人说,', '今年收成很好.', '共有2300多户;', '(见第三版)', '图书馆[新]', '桥通了!'), {
        minLength: 4,
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(narrow, measure, (text, width) => {
        const lines = shown(text, width);
        expect(lines.slice(1).filter((line) => /^[,.;)\]!]/u.test(line))).toEqual([]);
        expect(lines.slice(0, -1).filter((line) => /[([]$/u.test(line))).toEqual([]);
      }),
    );
    // Rows of dots are no marks that close something.
    expect(shown(`目录 ${'. '.repeat(40)}3`, 15).length).toBeGreaterThan(1);
  });

  it('sets every line but the last to the full measure, and none beyond it', () => {
    const prose = fc
      .array(
        fc.constantFrom(
          '河边的老人说，',
          '今年收成很好。',
          '“大家都高兴！”',
          '共有2300多户',
          '完成率达98%，',
          '（见第三版）',
          '使用App办理',
        ),
        {
          minLength: 4,
          maxLength: 30,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(prose, fc.integer({ min: 14, max: 40 }), (text, width) => {
        const lines = breakLines(text, rules(width), plainAdvances);
        for (const line of lines) {
          const set = setWidth(text, line);
          expect(set).toBeLessThanOrEqual(width + 0.01);
          expect(line.last || set > width - 0.01).toBe(true);
        }
      }),
    );
  });

  it('leaves a line ragged that it would have to tear apart before what cannot be parted', () => {
    for (const text of ['龙舟小镇的“慢生意”　　▶7版', '下期头奖基金估计可达22,000,000元']) {
      const [line] = breakLines(text, rules(15), plainAdvances);
      for (const run of line?.runs ?? []) expect(run.spacing).toBeLessThanOrEqual(0);
      expect(textOf(text, line as MeasuredLine)).toMatch(/[”达]$/u);
    }
  });

  it('parts an address at its marks rather than tear a line, and no other word', () => {
    const text = '作品请于月底前发送到本报邮箱shijue.bianji@example.org，入选作品将在本版刊发';
    expect(shown(text, 17)).toEqual(['作品请于月底前发送到本报邮箱', 'shijue.bianji@example.org，入选作', '品将在本版刊发']);
    expect(shown(text, 20)[0]).toBe('作品请于月底前发送到本报邮箱shijue.');
    expect(shown(text, 40)[0]).toContain('shijue.bianji@example.org，');
    expect(shown('会议决定由各区各部门共同负责的and/or-whatever一事', 19)[0]).toMatch(/的$/u);
  });

  it('sets Han solid when a line holds whole characters only', () => {
    const text = '今天天气很好我们一起到河边去看新修的木桥大家都很高兴因为桥修好了孩子上学近多了';
    for (const line of breakLines(text, rules(15), plainAdvances)) for (const run of line.runs) expect(run.spacing).toBe(0);
  });

  it('squeezes marks that stand side by side, and only those', () => {
    const text = '他说：“好。”（完）';
    const [line] = breakLines(text, rules(30), plainAdvances);
    expect(setWidth(text, line as MeasuredLine)).toBeCloseTo(2 + 10 - 1.5, 5);
  });

  it('keeps dashes, ellipses, words and numbers whole', () => {
    const text = '山水人来去东西南——北中大小上下天地国家学生……工农2023年newspaper老年月日时山水人来去1234567东西';
    for (let width = 12; width < 40; width += 1) {
      const lines = shown(text, width);
      for (const whole of ['——', '……', '2023', 'newspaper', '1234567'])
        expect(lines.filter((line) => line.includes(whole))).toHaveLength(1);
    }
  });

  it('puts at most a quarter-em between Han and Latin of its own accord', () => {
    const text = '使用App办理';
    const [line] = breakLines(text, rules(30), plainAdvances);
    for (const run of line?.runs ?? []) expect(run.spacing + run.after).toBeLessThanOrEqual(0.25);
  });

  it('leaves no character alone on the last line', () => {
    const characters = '山水人来去东西南北中大小上下天地国家学生工农老年月日时';
    for (let length = 14; length < 90; length += 1) {
      const text = `${Array.from({ length }, (_, index) => characters[index % characters.length]).join('')}。`;
      for (const width of [12, 15, 16, 20, 32]) {
        const lines = shown(text, width);
        const last = Array.from((lines.at(-1) ?? '').replace(/[，。]/gu, '')).length;
        expect(lines.length === 1 || last > 1, `${length} characters in lines of ${width}`).toBe(true);
      }
    }
  });

  it('leaves lines ragged where the reader asks for it', () => {
    const text = '使用App办理的业务共2300多件，比去年增加了37.5%，大家都说方便了许多，今后还要继续改进服务。';
    for (const line of breakLines(text, rules(15, { justify: false }), plainAdvances))
      for (const run of line.runs) expect(run.spacing).toBeLessThanOrEqual(0.101);
  });

  it('breaks a very long paragraph in time that grows with its length', () => {
    const text = '河边的老人说，今年收成很好，'.repeat(8000);
    const began = performance.now();
    expect(breakLines(text, rules(15), plainAdvances).length).toBeGreaterThan(7000);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it("does not squeeze the mark at a line's end with the spacing that a reader imposes", () => {
    const [line] = breakLines('山山山山山山山山，', rules(12), { ...plainAdvances, imposed: { letters: 0.12, words: 0.16 } });
    expect(line!.runs.map(({ spacing, after }) => [spacing, after])).toEqual([[0, 0]]);
  });

  it('keeps to the measure with the spacing a reader imposes on every character, and leaves out nothing', () => {
    const imposed = { letters: 0.12, words: 0.16 };
    const spaced = { ...plainAdvances, imposed };
    fc.assert(
      fc.property(paragraph, measure, (text, width) => {
        const lines = breakLines(text, rules(width), spaced);
        expect(
          lines
            .map((line) => textOf(text, line))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) {
          const shownText = textOf(text, line);
          // No squeezing by letter-spacing survives: characters stand at their own width and the imposed one. The last may hang.
          const set = line.indent + plainAdvances.advance(shownText, BODY_FACE) + imposed.letters * (shownText.length - 1);
          expect(set).toBeLessThanOrEqual(width + 0.7);
          expect(line.runs.every((run) => run.spacing === 0 && run.after === 0)).toBe(true);
        }
      }),
    );
  });
});
