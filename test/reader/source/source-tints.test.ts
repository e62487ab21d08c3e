import { expect, test } from 'vitest';
import type { Article } from '../../../src-main/contract/model';
import { segmentsOfRow, sourceTints } from '../../../src-renderer/reader/source/source-tints';

const judgement = { rule: 'test', confidence: 'likely' } as const;
/** Heading 0–4; paragraph 1 at 5–10 and, far off, 30–35; paragraph 2 at 12–20 of which 16–20 is a repeated passage. */
const article: Article = {
  id: 1,
  edition: 1,
  kind: 'feature',
  column: null,
  kicker: null,
  locality: null,
  headline: '山里飞歌',
  deck: null,
  byline: null,
  credit: null,
  jump: null,
  heading: [{ role: 'headline', source: 1, start: 0, end: 4 }],
  paragraphs: [
    {
      role: 'body',
      text: '',
      spans: [
        { kind: 'text', glue: '', source: 1, start: 5, end: 10 },
        { kind: 'text', glue: '', source: 1, start: 30, end: 35, judgement },
        { kind: 'text', glue: '', source: 2, start: 5, end: 9, judgement },
      ],
    },
    {
      role: 'body',
      text: '',
      spans: [
        { kind: 'text', glue: '', source: 1, start: 12, end: 16 },
        { kind: 'duplicate', glue: '', source: 1, start: 16, end: 20 },
      ],
    },
  ],
  parts: [{ article: 1, source: 1, page: null, file: 'a.txt', firstParagraph: 0 }],
  notices: [
    {
      kind: 'join',
      judgement,
      spans: [
        { source: 1, start: 8, end: 10 },
        { source: 1, start: 30, end: 32 },
      ],
    },
  ],
  characters: 20,
};
const tints = sourceTints(article, 1, [{ start: 22, end: 26 }]);

test('a paragraph has one tint wherever its pieces lie in the file', () => {
  const kinds = segmentsOfRow(tints, 0, 40).map(({ start, tint }) => [
    start,
    tint && ('paragraph' in tint ? `${tint.kind} ${tint.paragraph}` : tint.kind),
  ]);
  expect(kinds).toEqual([
    [0, 'heading'],
    [4, null],
    [5, 'paragraph 0'],
    [8, 'paragraph 0'],
    [10, null],
    [12, 'paragraph 1'],
    [16, 'duplicate 1'],
    [20, null],
    [22, 'furniture'],
    [26, null],
    [30, 'paragraph 0'],
    [32, 'paragraph 0'],
    [35, null],
  ]);
});

test('the evidence of a finding is marked on both sides of the joint', () => {
  expect(segmentsOfRow(tints, 0, 40).flatMap(({ start, notices }) => (notices.length > 0 ? [start] : []))).toEqual([8, 30]);
});

test('a row begins in the middle of a tint without opening it again', () => {
  const [first] = segmentsOfRow(tints, 14, 18);
  expect(first).toMatchObject({ start: 14, end: 16, opens: false });
});

test('every row is covered without gap or overlap', () => {
  for (let start = 0; start < 36; start += 1)
    for (let end = start + 1; end < 40; end += 3) {
      const segments = segmentsOfRow(tints, start, end);
      expect(segments[0]?.start).toBe(start);
      expect(segments.at(-1)?.end).toBe(end);
      expect(segments.slice(1).map((segment) => segment.start)).toEqual(segments.slice(0, -1).map((segment) => segment.end));
    }
});

test('what lies in another file is not marked in this one', () => {
  expect(sourceTints(article, 2, []).tinted).toEqual([{ start: 5, end: 9, tint: { kind: 'paragraph', paragraph: 0, colour: 0 } }]);
});

test('a long paragraph that was joined is marked at the joint alone', () => {
  const joined: Article = {
    ...article,
    notices: [
      {
        kind: 'join',
        judgement,
        spans: [
          { source: 1, start: 100, end: 300 },
          { source: 1, start: 400, end: 600 },
        ],
      },
    ],
  };
  expect(sourceTints(joined, 1, []).noticed).toEqual([
    { start: 294, end: 300, notice: 0 },
    { start: 400, end: 406, notice: 0 },
  ]);
});

test('a repeat that was left out is marked whole, where it lies', () => {
  const omitted: Article = {
    ...article,
    notices: [
      {
        kind: 'duplicate',
        judgement,
        spans: [
          { source: 1, start: 16, end: 20 },
          { source: 1, start: 5, end: 9 },
        ],
      },
    ],
  };
  expect(sourceTints(omitted, 1, []).noticed).toEqual([{ start: 16, end: 20, notice: 0 }]);
});
