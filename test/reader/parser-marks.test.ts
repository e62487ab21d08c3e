/** Which lines of an article carry a mark of the parser's findings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article, NoticeKind, SourceSpan } from '../../src-main/contract/model';
import { doubtedSpans, marksOf } from '../../src-renderer/reader/compose/parser-marks';
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
  const words = expected(own);
  expect(doubtedSpans(article)).toEqual([words]);
  expect(marksOf(article)).toMatchObject([{ mark: 'doubt', paragraph: 1 }]);
  expect(noticeWithin(article, [words], 'doubt')).toBe(0);
  const middle = { ...own, start: own.start + 6, end: own.end - 6 };
  expect(noticeWithin(article, [middle], 'doubt')).toBeNull();
});
