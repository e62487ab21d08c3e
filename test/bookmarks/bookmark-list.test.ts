import { expect, test } from 'vitest';
import type { Bookmark } from '../../src-main/contract/model';
import { bookmarkTitle, quoteBelow, quoteOf } from '../../src-renderer/bookmarks/bookmark-title';
import { linesOf } from '../../src-renderer/bookmarks/bookmark-lines';

function bookmark(id: number, offset: number, minute: number, change: Partial<Bookmark> = {}): Bookmark {
  return {
    id,
    place: { source: 1, offset },
    quote: '昨日上午，云岭新桥正式建成通车，两岸居民往来更加便捷。',
    opening: null,
    edition: 1,
    article: 1,
    headline: '新桥通车',
    section: null,
    paper: '云岭日报',
    date: '2024-05-06',
    page: '1',
    createdAt: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
    ...change,
  };
}

const show = (kept: readonly Bookmark[], removed: readonly Bookmark[]) =>
  linesOf(kept, removed).map((line) => `${line.bookmark.place.offset}${line.removed ? ' removed' : ''}`);

test('a removed bookmark keeps its place in the list until it is back', () => {
  const [one, two, three] = [bookmark(1, 10, 1), bookmark(2, 20, 2), bookmark(3, 30, 3)];
  expect(show([one, two, three], [])).toEqual(['30', '20', '10']);
  expect(show([one, three], [two])).toEqual(['30', '20 removed', '10']);
  // Restoring makes a bookmark of another number at the same place.
  expect(show([one, three, bookmark(9, 20, 9)], [two])).toEqual(['20', '30', '10']);
});

test('a bookmark without a headline is called by its words, and a quote that was cut says so', () => {
  expect(bookmarkTitle(bookmark(1, 0, 0, { headline: null }))).toBe('昨日上午，云岭新桥正式建成通车…');
  expect(quoteOf(bookmark(1, 0, 0, { quote: '新桥通车' }))).toBeNull();
  expect(quoteOf(bookmark(1, 0, 0))).not.toContain('…');
  expect(quoteOf(bookmark(1, 0, 0, { quote: '长'.repeat(80) }))).toBe(`${'长'.repeat(80)}…`);
});

test('a page that begins with a column title is called by the words under it, once', () => {
  const page = bookmark(1, 0, 0, {
    headline: null,
    quote: '【政务短讯】',
    opening: '11月24日，致公党贵州省委召开2023年度各市级组织座谈会。',
    section: '【政务短讯】',
  });
  expect(bookmarkTitle(page)).toBe('11月24日，致公党贵州省委召开2023…');
  expect(quoteOf(page)).toBe(page.opening);
  expect(quoteBelow(page)).toBeNull();
  // Under a headline its kicker would say little, its text says more.
  const kicker = bookmark(2, 0, 0, { quote: '直面复苏', opening: '昨日上午，两岸居民走上桥面。' });
  expect(quoteBelow(kicker)).toBe('昨日上午，两岸居民走上桥面。');
});
