/** Which lines of an article carry a mark of the parser's findings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article, Notice, NoticeKind, SourceSpan } from '../../src-main/contract/model';
import { doubtedSpans, marksOf, pointedOut } from '../../src-renderer/reader/compose/parser-marks';
import { noticeWithin } from '../../src-renderer/reader/use-notice-press';
import { seedEdition } from './seed-edition';

const text = readFileSync(join(import.meta.dirname, '../text/golden/swapped-jump.txt'), 'utf8');
const [plain] = seedEdition(text).contents.filter(({ paragraphs }) => paragraphs.length > 2);

/** Its second paragraph has a finding about what stands before it and about its own beginning. */
function withFinding(kind: NoticeKind, before: (article: Article) => SourceSpan | undefined) {
  if (!plain) throw new Error('the sample holds an article of several paragraphs');
  const own = plain.paragraphs[1]?.spans[0];
  const spans = [before(plain), own].filter((span) => span !== undefined);
  const article: Article = { ...plain, notices: [{ kind, judgement: { rule: 'test', confidence: 'likely' }, spans }] };
  return { article, own };
}

const heading = (article: Article) => article.heading[0];
const paragraphBefore = (article: Article) => article.paragraphs[0]?.spans.at(-1);

test.each([
  ['under another heading', heading],
  ['behind another paragraph', paragraphBefore],
])('a paragraph that was put %s is marked where it begins, and its mark leads to the finding', (_where, before) => {
  const { article, own } = withFinding('order', before);
  expect(marksOf(article)).toEqual([{ mark: 'moved', paragraph: 1, offset: 0 }]);
  const line = { source: own?.source ?? 0, start: own?.start ?? 0, end: (own?.start ?? 0) + 12 };
  expect(noticeWithin(article, [line], 'mark')).toBe(0);
  const stood = before(article);
  expect(noticeWithin(article, stood ? [{ ...stood, start: stood.end - 8 }] : [], 'mark')).toBeNull();
});

/** A repeat that the file has behind all else. */
const repeated = { kind: 'duplicate', glue: '', source: 1, start: text.length, end: text.length + 20 } as const;
const omission: Notice = { kind: 'duplicate', judgement: { rule: 'test', confidence: 'certain' }, spans: [repeated] };

test.each([
  ['before other words of its paragraph', 0, 0],
  ['at the end of its paragraph', 0, 'last'],
  ['as a whole paragraph', 1, 'alone'],
] as const)('a repeat that is left out %s is marked where it would stand, and its mark leads to the finding', (_where, at, how) => {
  const [first, ...rest] = plain?.paragraphs ?? [];
  if (!plain || !first) throw new Error('the sample holds an article of several paragraphs');
  const paragraphs =
    how === 'alone'
      ? [first, { role: 'body', text: '', spans: [repeated] } as const, ...rest]
      : [{ ...first, spans: how === 'last' ? [...first.spans, repeated] : [repeated, ...first.spans] }, ...rest];
  const article: Article = { ...plain, paragraphs, notices: [omission] };
  expect(paragraphs[at]?.spans).toContain(repeated);
  const offset = how === 0 ? 0 : first.text.length - 1;
  expect(marksOf(article)).toEqual([{ mark: 'omit', paragraph: 0, offset }]);
  const run = how === 0 ? first.spans[0] : first.spans.at(-1);
  if (!run) throw new Error('a paragraph has runs');
  expect(noticeWithin(article, [how === 0 ? { ...run, end: run.start + 5 } : { ...run, start: run.end - 5 }], 'mark')).toBe(0);
  expect(noticeWithin(article, [how === 0 ? { ...run, start: run.end - 5 } : { ...run, end: run.start + 5 }], 'mark')).toBeNull();
});

test('a join is marked at what goes on', () => {
  expect(marksOf(withFinding('join', paragraphBefore).article)).toEqual([{ mark: 'join', paragraph: 1, offset: 0 }]);
});

test.each([
  ['sentence-broken-off', 'its end', (own: SourceSpan) => ({ ...own, start: own.end - 4 })],
  ['sentence-without-beginning', 'its beginning', (own: SourceSpan) => ({ ...own, end: own.start + 4 })],
  ['belongs-nowhere', 'its beginning', (own: SourceSpan) => ({ ...own, end: own.start + 4 })],
])('a text that stands alone (%s) is doubted at %s, and only there', (rule, _where, expected) => {
  const own = plain?.paragraphs[1]?.spans[0];
  if (!plain || !own) throw new Error('the sample holds an article of several paragraphs');
  const article: Article = { ...plain, notices: [{ kind: 'orphan', judgement: { rule, confidence: 'likely' }, spans: [own] }] };
  const { source, start, end } = expected(own);
  const words = { source, start, end };
  expect(doubtedSpans(article)).toEqual([words]);
  expect(marksOf(article)).toMatchObject([{ mark: 'doubt', paragraph: 1 }]);
  expect(noticeWithin(article, [words], 'doubt')).toBe(0);
  const middle = { ...own, start: own.start + 6, end: own.end - 6 };
  expect(noticeWithin(article, [middle], 'doubt')).toBeNull();
});

test.each([
  ['a text that breaks off', 'sentence-broken-off', 'He will be back on Wednesday', 'Wednesday'],
  ['a text that begins in the middle', 'sentence-without-beginning', 'yesterday morning in the harbour', 'yesterday'],
  ['no more than the words at the edge', 'sentence-broken-off', 'they were off to sea', ' sea'],
])('whole English words are doubted: of %s', (_what, rule, words, doubted) => {
  if (!plain) throw new Error('the sample holds an article of several paragraphs');
  const span = { source: 1, start: 0, end: words.length };
  const article: Article = {
    ...plain,
    paragraphs: [{ role: 'body', text: words, spans: [{ kind: 'text', glue: '', ...span }] }],
    notices: [{ kind: 'orphan', judgement: { rule, confidence: 'likely' }, spans: [span] }],
  };
  expect(doubtedSpans(article).map(({ start, end }) => words.slice(start, end))).toEqual([doubted]);
});

test.each([
  ['企业机器人使用量达到860台套，', '数控化率超过九成。', '860台套，｜数控化率'],
  ['近日，市委统战部', '组织党外专家下乡。', '市委统战部｜组织党外'],
  ['开发出三大类72个产品，', '带动莲农增收。', '72个产品，｜带动莲农'],
  ['报名的有15人，', '比去年增长12.5%以上。', '15人，｜比去年增长'],
])('where two pieces meet whole words and numbers are pointed out on either side: %s', (before, behind, shown) => {
  if (!plain) throw new Error('the sample holds an article of several paragraphs');
  const [first, second] = [
    { source: 1, start: 0, end: before.length },
    { source: 1, start: before.length + 2, end: before.length + 2 + behind.length },
  ] as const;
  const file = `${before}\n\n${behind}`;
  const run = { kind: 'text', glue: '' } as const;
  const article: Article = {
    ...plain,
    paragraphs: [
      {
        role: 'body',
        text: before + behind,
        spans: [
          { ...run, ...first },
          { ...run, ...second },
        ],
      },
    ],
  };
  const notice: Notice = { kind: 'join', judgement: { rule: 'test', confidence: 'likely' }, spans: [first, second] };
  const words = pointedOut(article, notice).map(({ start, end }) => file.slice(start, end));
  expect(words.join('｜')).toBe(shown);
});

test('an English word that the file parts by a hyphen is doubted in both its pieces', () => {
  if (!plain) throw new Error('the sample holds an article of several paragraphs');
  const file = 'back on Wednes-\nday morning';
  const run = { glue: '', source: 1 } as const;
  const article: Article = {
    ...plain,
    paragraphs: [
      {
        role: 'body',
        text: 'back on Wednesday morning',
        spans: [
          { ...run, kind: 'text', start: 0, end: 14 },
          { ...run, kind: 'hyphen', start: 14, end: 15 },
          { ...run, kind: 'text', start: 16, end: file.length },
        ],
      },
    ],
    notices: [{ kind: 'lost-characters', judgement: { rule: 'test', confidence: 'likely' }, spans: [{ source: 1, start: 8, end: 14 }] }],
  };
  expect(doubtedSpans(article).map(({ start, end }) => file.slice(start, end))).toEqual(['Wednes', 'day']);
});
