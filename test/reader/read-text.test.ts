import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src-main/contract/model';
import { plainAdvances } from '../../src-renderer/reader/compose/advances';
import { composeEdition } from '../../src-renderer/reader/compose/compose-edition';
import type { ComposedPage } from '../../src-renderer/reader/compose/composed-page';
import { pageGeometry } from '../../src-renderer/reader/compose/geometry';
import { markRead, readTextOf, shareRead, textOf, textOn, unreadIn } from '../../src-renderer/reader/read-text';
import { stayFor } from '../../src-renderer/reader/use-pages-read';
import { inventPaper } from './invented-edition';

const edition: Edition = inventPaper(20, 5);
const pages: readonly ComposedPage[] = (() => {
  const composition = composeEdition(edition, pageGeometry(1040, 732, 15), { justify: true }, plainAdvances);
  const all: ComposedPage[] = [];
  for (let page = composition.page(0); page; page = composition.page(all.length)) all.push(page);
  return all;
})();

describe('what has been read of an edition', () => {
  test('is all of it after every page, a part of it after some, and nothing before', () => {
    expect(pages.length).toBeGreaterThan(2);
    const text = readTextOf(edition);
    expect(shareRead(text)).toBe(0);
    markRead(text, textOn(pages.slice(-1)));
    expect(shareRead(text)).toBeGreaterThan(0);
    expect(shareRead(text)).toBeLessThan(0.6);
    markRead(text, textOn(pages));
    expect(shareRead(text)).toBe(1);
    expect(unreadIn(text, textOn(pages))).toBe(0);
  });

  test('counts no words twice: an article opened on a page that was read adds nothing', () => {
    const text = readTextOf(edition);
    markRead(text, textOn(pages));
    const share = shareRead(text);
    for (const article of edition.contents) markRead(text, textOf(article));
    expect(shareRead(text)).toBe(share);
    const other = readTextOf(edition);
    const [article] = edition.contents;
    if (!article) throw new Error('a paper has articles');
    markRead(other, textOf(article));
    const length = textOf(article).reduce((sum, { start, end }) => sum + end - start, 0);
    expect(shareRead(other)).toBeCloseTo(length / other.total);
  });

  test('goes on from what was read before', () => {
    const text = readTextOf({ ...edition, progress: 0.5 });
    expect(shareRead(text)).toBeCloseTo(0.5);
    markRead(text, edition.contents.slice(-1).flatMap(textOf));
    expect(shareRead(text)).toBeGreaterThan(0.5);
  });
});

test('a page has to stay some seconds, longer where more of it is new, and never more than ten', () => {
  expect(stayFor(20)).toBeLessThan(4_100);
  expect(stayFor(20)).toBeGreaterThan(4_000);
  expect(stayFor(1_500)).toBe(7_000);
  expect(stayFor(90_000)).toBe(10_000);
});
