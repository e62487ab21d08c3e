import { expect, test } from 'vitest';
import type { Article, ParagraphSpan } from '../../../src-main/contract/model';
import { mergesAt, mergesOf } from '../../../src-renderer/reader/source/merges';

const run = (start: number, source = 1): ParagraphSpan => ({ source, start, end: start + 5, kind: 'text', glue: '' });
const articleOf = (id: number, head: number, ...spans: readonly ParagraphSpan[]): Article => ({
  id,
  edition: 1,
  kind: 'feature',
  column: null,
  kicker: null,
  locality: null,
  headline: `第${id}篇`,
  deck: null,
  byline: null,
  credit: null,
  jump: null,
  heading: [{ source: 1, start: head, end: head + 5, role: 'headline' }],
  paragraphs: spans.map((span) => ({ role: 'body', text: '', spans: [span] })),
  parts: [],
  notices: [],
  characters: 0,
});
const [first, second, third] = [articleOf(1, 0, run(10), run(50)), articleOf(2, 20, run(30)), articleOf(3, 40, run(60), run(10, 2))];
/** As the panel lists them, which is not how they lie in the file. */
const contents = [third, first, second];
const lineAt = (start: number) => ({ start, end: start + 10 });
const offered = (article: Article, start: number) =>
  mergesAt(mergesOf(contents, article, 1), article, 1, lineAt(start)).map(([which, merge]) => [which, merge.article.id]);

test('the one before and the one after are those of the file, whatever order they are listed in', () => {
  expect(mergesOf(contents, second, 1)).toEqual({
    previous: { article: first, place: { source: 1, offset: 20 }, to: 10 },
    next: { article: third, place: { source: 1, offset: 40 }, to: 30 },
  });
  expect(mergesOf(contents, first, 1).previous).toBeNull();
  expect(mergesOf(contents, third, 1).next).toBeNull();
});

test('in another file there is another before and after, or none', () => {
  expect(mergesOf(contents, third, 2)).toEqual({ previous: null, next: null });
  expect(mergesOf(contents, first, 2)).toEqual({ previous: null, next: null });
});

test('it is offered down to where the text begins, at the end, and at the lines of those it would be one with', () => {
  expect(offered(second, 20)).toEqual([['previous', 1]]);
  expect(offered(second, 30)).toEqual([
    ['previous', 1],
    ['next', 3],
  ]);
  expect(offered(second, 10)).toEqual([['previous', 1]]);
  expect(offered(second, 60)).toEqual([['next', 3]]);
  expect(offered(first, 10)).toEqual([]);
  expect(offered(first, 50)).toEqual([['next', 2]]);
  expect(offered(third, 60)).toEqual([['previous', 2]]);
});
