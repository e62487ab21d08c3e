import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, MatchSpan, Paragraph, SourceSpan } from '../../src-main/contract/model';
import { excerptsOf } from '../../src-renderer/search/excerpts';

const blank = { column: null, kicker: null, locality: null, headline: null, deck: null, byline: null, credit: null };

function article(change: Partial<Article>): Article {
  return {
    ...blank,
    id: 1,
    edition: 1,
    kind: 'feature',
    jump: null,
    heading: [],
    paragraphs: [],
    parts: [],
    notices: [],
    characters: 0,
    ...change,
  };
}

/** A paragraph that lies in source 1 as one run from `start`. */
function paragraph(text: string, start: number): Paragraph {
  return { role: 'body', text, spans: [{ kind: 'text', glue: '', source: 1, start, end: start + text.length }] };
}

function marksIn(text: string, word: string, start: number): readonly SourceSpan[] {
  const marks: SourceSpan[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    marks.push({ source: 1, start: start + at, end: start + at + word.length });
  return marks;
}

test('a passage shows its match with what stands around it', () => {
  const text = `${'甲'.repeat(40)}物流${'乙'.repeat(80)}`;
  const [excerpt] = excerptsOf(article({ paragraphs: [paragraph(text, 100)] }), marksIn(text, '物流', 100));
  expect(excerpt?.text).toMatch(/^…甲{14}物流乙+…$/u);
  expect(excerpt?.matches.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['物流']);
  expect(excerpt?.place).toEqual({ source: 1, offset: 140 });
  expect(excerpt?.paragraph).toBe(1);
});

test('a match in the heading says in which part of it', () => {
  const heading = [
    { source: 1, start: 0, end: 4, role: 'headline' },
    { source: 1, start: 5, end: 11, role: 'byline' },
  ] as const;
  const signed = article({ headline: '山货出山', byline: '记者 向秋穗', heading });
  expect(excerptsOf(signed, [{ source: 1, start: 8, end: 11 }]).map(({ role }) => role)).toEqual(['byline']);
  expect(excerptsOf(signed, [{ source: 1, start: 2, end: 4 }]).map(({ role }) => role)).toEqual(['headline']);
});

test('a passage of Latin text is cut between words', () => {
  const text = `${'wandering '.repeat(6)}levee ${'continuing '.repeat(8)}`;
  const [excerpt] = excerptsOf(article({ paragraphs: [paragraph(text, 0)] }), marksIn(text, 'levee', 0));
  expect(excerpt?.text).toMatch(/^…(?:wandering )+levee (?:continuing )*continuing…$/u);
});

test('a match in the second line of a headline is marked where it is printed, whether a space was set between the lines, and behind a parted word', () => {
  const source = 'County Votes to Rebuild Aging\nLevee After a Rum-\nmage Sale';
  const lines = [
    [0, 29],
    [30, 47],
    [47, 48],
    [49, 58],
  ] as const;
  const headline = 'County Votes to Rebuild Aging Levee After a Rummage Sale';
  const heading = lines.map(([start, end]) => ({ source: 1, start, end, role: 'headline' as const }));
  const marked = (word: string) => {
    const start = source.indexOf(word);
    const excerpts = excerptsOf(article({ headline, heading }), [{ source: 1, start, end: start + word.length }]);
    return excerpts.map((excerpt) => excerpt.matches.map((match) => excerpt.text.slice(match.start, match.end)));
  };
  expect(marked('Votes')).toEqual([['Votes']]);
  expect(marked('Levee')).toEqual([['Levee']]);
  expect(marked('mage')).toEqual([['mage']]);
  const joined = article({
    headline: '六盘水物流体系',
    heading: [
      { source: 1, start: 0, end: 3, role: 'headline' },
      { source: 1, start: 4, end: 8, role: 'headline' },
    ],
  });
  const [excerpt] = excerptsOf(joined, [{ source: 1, start: 4, end: 6 }]);
  expect(excerpt?.matches.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['物流']);
});

test('matches near one another share a passage, distant ones do not', () => {
  const text = `物流与物流${'甲'.repeat(100)}物流`;
  const excerpts = excerptsOf(article({ paragraphs: [paragraph(text, 0)] }), marksIn(text, '物流', 0));
  expect(excerpts.map(({ matches }) => matches.length)).toEqual([2, 1]);
});

test('a match across a joined break is one match', () => {
  const joined: Paragraph = {
    role: 'body',
    text: '发展农村物流体系',
    spans: [
      { kind: 'text', glue: '', source: 1, start: 10, end: 15 },
      { kind: 'duplicate', glue: '', source: 1, start: 15, end: 30 },
      { kind: 'text', glue: '', source: 1, start: 50, end: 53 },
    ],
  };
  const marks: readonly MatchSpan[] = [
    { source: 1, start: 14, end: 15 },
    { source: 1, start: 50, end: 51, goesOn: true },
  ];
  const [excerpt] = excerptsOf(article({ paragraphs: [joined] }), marks);
  expect(excerpt?.matches.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['物流']);
  expect(excerpt?.place.offset).toBe(14);
});

test('two matches on either side of a joined break are two', () => {
  const joined: Paragraph = {
    role: 'body',
    text: '物流物流',
    spans: [
      { kind: 'text', glue: '', source: 1, start: 10, end: 12 },
      { kind: 'text', glue: '', source: 1, start: 13, end: 15 },
    ],
  };
  const marks = [
    { source: 1, start: 10, end: 12 },
    { source: 1, start: 13, end: 15 },
  ];
  expect(excerptsOf(article({ paragraphs: [joined] }), marks).map(({ matches }) => matches.length)).toEqual([2]);
});

test('a match that goes on in the second line of a headline is one match, with the space set between the lines', () => {
  const heading = [
    { source: 1, start: 0, end: 4, role: 'headline' },
    { source: 1, start: 5, end: 9, role: 'headline' },
  ] as const;
  const marks: readonly MatchSpan[] = [
    { source: 1, start: 2, end: 4 },
    { source: 1, start: 5, end: 7, goesOn: true },
    { source: 1, start: 7, end: 9 },
  ];
  const [excerpt] = excerptsOf(article({ headline: '茶山通车 沿线迎客', heading }), marks);
  expect(excerpt?.matches.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['通车 沿线', '迎客']);
  expect(excerpt?.place.offset).toBe(2);
});

test('headings come first and say that they are none of the paragraphs', () => {
  const excerpts = excerptsOf(
    article({
      headline: '三级物流体系',
      heading: [{ role: 'headline', source: 1, start: 0, end: 6 }],
      paragraphs: [paragraph('物流', 10)],
    }),
    [
      { source: 1, start: 2, end: 4 },
      { source: 1, start: 10, end: 12 },
    ],
  );
  expect(excerpts.map((excerpt) => [excerpt.paragraph, excerpt.text])).toEqual([
    [null, '三级物流体系'],
    [1, '物流'],
  ]);
});

test('marks of other articles are left alone', () => {
  expect(excerptsOf(article({ paragraphs: [paragraph('物流', 10)] }), [{ source: 2, start: 10, end: 12 }])).toEqual([]);
});

test('whatever the text, every match is shown once and marks the words it stands for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('物流', '物', '流', '𠮷', '，', 'a', '甲乙丙丁戊己庚辛'), { maxLength: 120 }),
      fc.nat(500),
      (words, start) => {
        const text = words.join('');
        const marks = marksIn(text, '物流', start);
        const excerpts = excerptsOf(article({ paragraphs: [paragraph(text, start)] }), marks);
        const shown = excerpts.flatMap((excerpt) => excerpt.matches.map((match) => excerpt.text.slice(match.start, match.end)));
        expect(shown).toEqual(marks.map(() => '物流'));
        for (const excerpt of excerpts) expect(excerpt.text).not.toMatch(/\p{Surrogate}/u);
      },
    ),
  );
});
