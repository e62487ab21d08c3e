import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADLINE_FACE, plainAdvances } from '../../src-renderer/reader/compose/advances';
import { breakAnywhere, breakHeadline } from '../../src-renderer/reader/compose/break-headline';
import { headingRuns, squeezed } from '../../src-renderer/reader/compose/heading-runs';
import { setHeadline } from '../../src-renderer/reader/compose/headline-block';

const shown = (text: string, measure: number, most = 3): readonly string[] | undefined =>
  breakHeadline(text, measure, most, HEADLINE_FACE, plainAdvances)?.map((line) => text.slice(line.start, line.end));

const broken = (text: string, measure: number): string => shown(text, measure)?.join('/') ?? '';

const deck = (text: string, measure: number): readonly string[] =>
  breakAnywhere(text, measure, HEADLINE_FACE, plainAdvances).map((line) => text.slice(line.start, line.end));

const widths = (text: string): number =>
  text.length + headingRuns(text, 0).reduce((sum, run) => sum + run.spacing * (run.end - run.start), 0);

describe('breaking a headline', () => {
  it('stays on one line where it fits', () => {
    expect(shown('快递小哥新货郎 山里山外送货忙', 20)).toEqual(['快递小哥新货郎 山里山外送货忙']);
  });

  it('breaks at its own space first', () => {
    expect(shown('快递小哥新货郎 山里山外送货忙', 9)).toEqual(['快递小哥新货郎', '山里山外送货忙']);
    expect(shown('技能「充电」 就业「来电」', 7)).toEqual(['技能「充电」', '就业「来电」']);
  });

  it('breaks between words and outside quotes otherwise', () => {
    expect(shown('努力实现搬迁群众稳得住逐步能致富', 10)).toEqual(['努力实现搬迁群众', '稳得住逐步能致富']);
    expect(shown('谱写“苗侗明珠·和美凯里”建设新篇章', 14)).toEqual(['谱写“苗侗明珠·和美凯里”', '建设新篇章']);
  });

  it('keeps foreign names whole', () => {
    expect(shown('河湾镇议会和霍梅尼陵同日开放', 8)).toEqual(['河湾镇议会和', '霍梅尼陵同日开放']);
  });

  it('keeps words whole that a dictionary does not know, and numbers with what they count', () => {
    expect(broken('长三角加快迈向一体化高质量发展', 13.5)).not.toContain('迈/向');
    expect(broken('深化政治巡视 把“严”的主基调长期坚持下去', 13.5)).not.toContain('主/基调');
    expect(broken('河湾镇少先队员收到三百封来信', 9)).not.toContain('队/员');
    expect(broken('全镇铁路12月10日起实施新运行图', 9)).toBe('全镇铁路12月10日/起实施新运行图');
    expect(broken('河湾镇累计新冠确诊病例超8015例', 10)).not.toContain('确/诊');
  });

  it('keeps a figure with what it counts, and what is quoted with the word it belongs to', () => {
    expect(broken('海岬海洋学院“蓝田”小分队四年接力，帮12户养殖户挽回损失逾300万元', 13.5)).toBe(
      '海岬海洋学院“蓝田”/小分队四年接力，帮12户/养殖户挽回损失逾300万元',
    );
    expect(broken('延长72小时之后怎么办', 9)).toBe('延长72小时之后/怎么办');
    expect(broken('脖子“咔咔”响，到底要不要紧', 9)).toBe('脖子“咔咔”响，/到底要不要紧');
    expect(broken('桐江柴油机厂三十一名“能人”当上车间主任', 9)).not.toContain('三十/一');
  });

  it('never leaves one character alone, never exceeds its lines or its width, and loses nothing', () => {
    const title = fc
      .array(fc.constantFrom('河湾', '小镇', '的', '新', '木桥', '通车', '“快递”', '与', '孩子们', ' ', '，', ',', '2023年'), {
        minLength: 1,
        maxLength: 16,
      })
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(title, fc.integer({ min: 4, max: 24 }), (text, measure) => {
        const lines = shown(text, measure);
        if (!lines) return;
        expect(lines.length).toBeLessThanOrEqual(3);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        expect(lines.filter((line) => lines.length > 1 && Array.from(line).length < 2)).toEqual([]);
        for (const line of lines) expect(plainAdvances.advance(line, HEADLINE_FACE) - squeezed(line)).toBeLessThanOrEqual(measure + 1e-9);
      }),
    );
  });
});

describe('breaking a deck that is longer than a headline may be', () => {
  it('breaks at sense as far as the lines go', () => {
    const lines = deck('河湾镇新桥通车以后孩子们上学近多了渔业合作社也添置了新的渔船和网具并在渡口开了早市', 10);
    expect(lines.length).toBeGreaterThan(3);
    for (const broken of ['孩子', '上学', '合作社', '添置', '渔船', '渡口', '早市'])
      expect(lines.some((line) => line.includes(broken))).toBe(true);
  });

  it('never ends in a single character, never begins a line with a mark, and loses nothing', () => {
    const text = fc
      .array(fc.constantFrom('河湾', '小镇', '的', '新', '木桥', '通车', '“快递”', '与', '孩子们', ' ', '，', '2023年'), {
        minLength: 6,
        maxLength: 60,
      })
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 24 }), (words, measure) => {
        const lines = deck(words, measure);
        expect(lines.join('').replace(/\s/gu, '')).toBe(words.replace(/\s/gu, ''));
        if (lines.length > 1) expect(Array.from(lines.at(-1) ?? '').length).toBeGreaterThan(1);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，,”]/u);
        for (const line of lines) expect(plainAdvances.advance(line, HEADLINE_FACE) - squeezed(line)).toBeLessThanOrEqual(measure + 1e-9);
      }),
    );
  });
});

describe('marks in a headline', () => {
  it('share their blank where they meet', () => {
    expect(widths('河湾《纪要（试行）》印发')).toBe('河湾《纪要（试行）》印发'.length - 0.5);
    expect(widths('“河湾”“木桥”')).toBe('“河湾”“木桥”'.length - 0.5);
    expect(widths('河湾新桥')).toBe(4);
  });

  it('do not stand off by their blank and a space', () => {
    expect(widths('技能「充电」 就业')).toBeLessThan('技能「充电」 就业'.length);
  });

  it('cover the headline, each character once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('河', '“', '”', '《', '》', '，', ' ', 'A', '『', '』'), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const runs = headingRuns(text, 0.1);
        expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(text);
      }),
    );
  });
});

describe('sizing a headline', () => {
  it('gives heavier stories larger type over the same width', () => {
    const sizes = ([1, 2, 3, 4] as const).map((level) => setHeadline('河湾镇新桥通车', level, HEADLINE_FACE, 474, 15, plainAdvances).size);
    for (let index = 1; index < sizes.length; index += 1) expect(sizes[index] ?? 0).toBeLessThan((sizes[index - 1] ?? 0) * 0.85);
  });

  it('fills most of its span with the lead, on one line', () => {
    const set = setHeadline('快递小哥新货郎 山里山外送货忙', 1, HEADLINE_FACE, 723, 15, plainAdvances);
    expect(set.lines).toHaveLength(1);
    expect((set.lines[0]?.width ?? 0) * set.size).toBeGreaterThan(723 * 0.9);
    expect((set.lines[0]?.width ?? 0) * set.size).toBeLessThanOrEqual(723);
  });

  it('draws a headline a little smaller where it then breaks at its own pause', () => {
    const text = '河湾：渔船合作社协同发展 添网又修桥';
    const set = setHeadline(text, 3, HEADLINE_FACE, 240, 15, plainAdvances);
    expect(set.lines.map((line) => text.slice(line.start, line.end))).toEqual(['河湾：渔船合作社协同发展', '添网又修桥']);
    expect(set.size).toBeGreaterThan(15 * 1.2);
  });

  it('sets a headline as long as a paragraph without losing any of it', () => {
    const text = '河湾镇新桥通车孩子上学近多了'.repeat(30);
    const set = setHeadline(text, 2, HEADLINE_FACE, 225, 15, plainAdvances);
    expect(set.lines.map((line) => text.slice(line.start, line.end)).join('')).toBe(text);
  });
});
