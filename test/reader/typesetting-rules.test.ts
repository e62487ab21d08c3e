/** What CLREQ says of lines, held on every page of the sample, of scrambled ones and of made-up papers, across and down. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src-main/contract/model';
import { plainAdvances } from '../../src-renderer/reader/compose/advances';
import { composeEdition, linesOf } from '../../src-renderer/reader/compose/compose-edition';
import type { TextLine } from '../../src-renderer/reader/compose/composed-page';
import { pageGeometry, verticalGeometry } from '../../src-renderer/reader/compose/geometry';
import { verticalAdvances } from '../../src-renderer/reader/compose/vertical-advances';
import { inventPaper } from './invented-edition';
import { scrambled, seedEdition } from './seed-edition';

const NEVER_FIRST = /^(?:[，。、；：？！”’）》〉」』】〕·％]|—(?!—))/u;
const NEVER_LAST = /[“‘（《〈「『【〔]$/u;
const CLOSE = '，。、；：？！”’）》〉」』】〕';
const OPEN = '“‘（《〈「『【〔';

const sample = seedEdition(await readFile('seeds/guizhou-daily-2023-11-25.txt', 'utf8'));
const editions = [sample, ...[1, 2, 3, 4].map((seed) => scrambled(sample, seed)), ...[1, 2].map((seed) => inventPaper(18, seed))];

function linesOfEdition(edition: Edition): readonly TextLine[] {
  const pages = [
    composeEdition(edition, pageGeometry(1040, 732, 15), { justify: true }, plainAdvances),
    composeEdition(edition, pageGeometry(800, 532, 15), { justify: true }, plainAdvances),
    composeEdition(edition, verticalGeometry(1040, 732, 15), { justify: true }, verticalAdvances(plainAdvances)),
  ];
  return pages.flatMap((composition) => {
    const lines: TextLine[] = [];
    for (let index = 0; ; index += 1) {
      const page = composition.page(index);
      if (!page) return lines;
      lines.push(...linesOf(page));
    }
  });
}

const all = editions.flatMap(linesOfEdition);
const body = all.filter(({ role }) => role === 'body' || role === 'caption');

/** Spacing after the character at `at`, in em. */
function spacingAfter(line: TextLine, at: number): number {
  const run = line.runs.find(({ start, end }) => start <= at && at < end);
  return (run?.spacing ?? 0) + (run && at === run.end - 1 ? run.after : 0);
}

describe('lines of every page', () => {
  it('begin with no closing mark and end with no opening one', () => {
    expect(body.length).toBeGreaterThan(3000);
    expect(body.filter(({ text, start }) => start > 0 && NEVER_FIRST.test(text)).map(({ text }) => text)).toEqual([]);
    expect(body.filter(({ text, lastOfParagraph }) => !lastOfParagraph && NEVER_LAST.test(text)).map(({ text }) => text)).toEqual([]);
  });

  it('share the blank of marks that meet', () => {
    let pairs = 0;
    const loose: string[] = [];
    for (const line of all) {
      const common = Math.max(0, ...line.runs.map(({ spacing }) => spacing));
      for (let at = 0; at + 1 < line.text.length; at += 1) {
        const [mark = '', next = ''] = [line.text[at], line.text[at + 1]];
        const meet =
          (CLOSE.includes(mark) && (CLOSE.includes(next) || OPEN.includes(next))) || (OPEN.includes(mark) && OPEN.includes(next));
        if (!meet) continue;
        pairs += 1;
        if (spacingAfter(line, at) > -0.5 + common + 1e-3) loose.push(line.text);
      }
    }
    expect(pairs).toBeGreaterThan(100);
    expect(loose).toEqual([]);
  });

  it('are not spread so far that they fall apart', () => {
    const wide = body.filter((line) => !line.lastOfParagraph && line.runs.some(({ spacing }) => spacing > 0.3));
    expect(wide.length / body.length).toBeLessThan(0.005);
  });

  it('leave hardly ever a single character as the last line of a paragraph', () => {
    const last = body.filter(({ lastOfParagraph, start }) => lastOfParagraph && start > 0);
    const alone = last.filter(({ text }) => text.replace(/[\p{P}\s]/gu, '').length < 2);
    expect(alone.length / last.length).toBeLessThan(0.01);
  });

  it('of a headline hold two characters at least, three lines at most', () => {
    const headlines = new Map<string, TextLine[]>();
    for (const line of all)
      if (line.role === 'headline' && line.fragments.length > 0 && line.start + line.text.length <= 60) {
        const key = `${line.article} ${line.size} ${line.width}`;
        headlines.set(key, [...(headlines.get(key) ?? []), line]);
      }
    const lone = [...headlines.values()]
      .flat()
      .filter(({ text, start, lastOfParagraph }) => !(start === 0 && lastOfParagraph) && Array.from(text).length < 2);
    expect(lone.map(({ text }) => text)).toEqual([]);
  });
});
