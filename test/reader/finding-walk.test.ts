import { expect, test } from 'vitest';
import type { Confidence, Edition, Notice, NoticeKind } from '../../src-main/contract/model';
import { findingBeside, findingsToCheck, isStillNext, whereToBegin, isToCheck } from '../../src-renderer/reader/finding-walk';
import { readingOrder } from '../../src-renderer/reader/reading-order';
import { inventEdition } from './invented-edition';

const found = (kind: NoticeKind, confidence: Confidence, confirmed = false): Notice => ({
  kind,
  judgement: { rule: 'made-up', confidence },
  spans: [],
  ...(confirmed ? { confirmed } : {}),
});

/** Three articles; the first and the last of their reading order have findings. */
function editionWith(first: readonly Notice[], last: readonly Notice[]): Edition {
  const shape = { kind: 'feature', headline: 12, paragraphs: [60] } as const;
  const edition = inventEdition([shape, shape, { kind: 'brief', headline: 0, paragraphs: [40] }], 7);
  const order = readingOrder(edition).map(({ id }) => id);
  const noticesOf = (id: number) => (id === order[0] ? first : id === order.at(-1) ? last : []);
  return { ...edition, contents: edition.contents.map((article) => ({ ...article, notices: noticesOf(article.id) })) };
}

test.each([
  ['a join that is sure', found('join', 'certain'), false],
  ['a join that is likely', found('join', 'likely'), true],
  ['what was moved, however sure', found('order', 'certain'), true],
  ['a doubt, however sure', found('intrusion', 'certain'), true],
  ['a doubt that the reader has confirmed', found('intrusion', 'certain', true), false],
  ['a join that the reader has confirmed', found('join', 'guess', true), false],
  ['a jump without its other half', found('jump-open', 'certain'), false],
])('%s', (_what, notice, asks) => {
  expect(isToCheck(notice)).toBe(asks);
});

test('each place to check comes once on the way forth, and once on the way back; then they begin again', () => {
  const edition = editionWith(
    [found('join', 'certain'), found('join', 'likely'), found('doubled-word', 'likely')],
    [found('orphan', 'guess'), found('join', 'certain'), found('order', 'likely')],
  );
  const order = readingOrder(edition).map(({ id }) => id);
  const [first, second, third] = [order[0] ?? 0, order[1] ?? 0, order[2] ?? 0];
  const all = findingsToCheck(edition);
  expect(all).toEqual([
    { article: first, index: 1 },
    { article: first, index: 2 },
    { article: third, index: 0 },
    { article: third, index: 2 },
  ]);
  for (const [at, one] of all.entries()) {
    expect(findingBeside(edition, one, 1)).toEqual(all[(at + 1) % all.length]);
    expect(findingBeside(edition, one, -1)).toEqual(all.at(at - 1));
  }
  // From an article in front, of which no finding is chosen: its own come next.
  expect(findingBeside(edition, { article: first, index: -1 }, 1)).toEqual(all[0]);
  expect(findingBeside(edition, { article: second, index: -1 }, 1)).toEqual(all[2]);
  expect(findingBeside(edition, { article: second, index: 0 }, -1)).toEqual(all[1]);
  expect(findingBeside(editionWith([found('join', 'certain')], []), { article: first, index: -1 }, 1)).toBeNull();
});

test('from a page the walk begins with what comes first in reading order, however the articles lie on it', () => {
  const edition = editionWith([found('join', 'certain'), found('join', 'likely')], [found('orphan', 'guess')]);
  const [first, second, third] = readingOrder(edition).map(({ id }) => id) as [number, number, number];
  expect(whereToBegin(edition, { first: 2, articles: [third, second, first] })).toBe(first);
  expect(whereToBegin(edition, { first: 2, articles: [second, third] })).toBe(third);
  expect(whereToBegin(edition, { first: 3, articles: [second] })).toBe(second);
  // What the first page has no room for comes first all the same.
  const article = whereToBegin(edition, { first: 1, articles: [third] }) ?? 0;
  expect(findingBeside(edition, { article, index: -1 }, 1)).toEqual({ article: first, index: 1 });
});

test('the next place after an answer is the one it led to, until the reader has had time to look at it or has gone elsewhere', () => {
  const at = { article: 3, index: 1 };
  expect(isStillNext({ at, when: 1_000 }, at, 2_000)).toBe(true);
  expect(isStillNext({ at, when: 1_000 }, at, 60_000)).toBe(false);
  expect(isStillNext({ at, when: 1_000 }, { article: 3, index: 2 }, 2_000)).toBe(false);
  expect(isStillNext(null, at, 2_000)).toBe(false);
});
