import { describe, expect, test } from 'vitest';
import type { Article, Edition, MatchSpan } from '../../src-main/contract/model';
import { articleAt, beginningOf } from '../../src-renderer/reader/beginning-of';
import { findInArticle } from '../../src-renderer/reader/find-in-article';
import { firstPieces, hitAt, hitBeside } from '../../src-renderer/reader/hits';
import { articleWithId, neighboursOf, readingOrder } from '../../src-renderer/reader/reading-order';
import { readingLength, readingMinutes } from '../../src-renderer/reader/reading-minutes';
import { openingOf, titleOf } from '../../src-renderer/reader/title-of';
import { inventEdition } from './invented-edition';

const edition: Edition = inventEdition(
  [
    { kind: 'feature', headline: 12, paragraphs: [60, 80] },
    { kind: 'feature', headline: 10, paragraphs: [60], column: '山河行走' },
    { kind: 'brief', headline: 0, paragraphs: [40] },
  ],
  7,
);
const [first, second, third] = edition.contents;
if (!first || !second || !third) throw new Error('three articles were made');

describe('previous and next', () => {
  test('walk every article once, in the order of the contents', () => {
    expect(
      readingOrder(edition)
        .map(({ id }) => id)
        .toSorted((a, b) => a - b),
    ).toEqual(edition.contents.map(({ id }) => id));
    const order = readingOrder(edition);
    for (const [index, article] of order.entries()) {
      const { previous, next } = neighboursOf(edition, article.id);
      expect(previous?.id).toBe(order[index - 1]?.id);
      expect(next?.id).toBe(order[index + 1]?.id);
    }
  });

  test('an article without a column is counted under the section that its page prints, as the contents list it', () => {
    const news = [0, 1, 2].map(() => ({ kind: 'feature', headline: 12, paragraphs: [60] }) as const);
    const made = inventEdition(news, 7);
    const [one, other, last] = made.contents.map((article, at) => (at === 1 ? article : { ...article, section: '经济新闻' }));
    if (!one || !other || !last) throw new Error('three articles were made');
    const onPages = { ...made, contents: [one, other, last] };
    expect(neighboursOf(onPages, last.id)).toMatchObject({
      section: { title: '经济新闻', articles: [one, last] },
      index: 2,
      previous: one,
    });
    expect(neighboursOf(onPages, other.id)).toMatchObject({ section: { title: null, kind: 'news' }, index: 1, previous: last });
  });

  test('an article that no section lists is still reached', () => {
    const without = {
      ...edition,
      sections: edition.sections.map((section) => ({ ...section, articles: section.articles.filter((id) => id !== third.id) })),
    };
    expect(readingOrder(without).at(-1)?.id).toBe(third.id);
  });

  test('an article joined across a jump answers to the id of each part', () => {
    const [part] = first.parts;
    if (!part) throw new Error('an article has a part');
    const joined: Article = { ...first, parts: [part, { ...part, article: 99 }] };
    expect(articleWithId({ ...edition, contents: [joined, second, third] }, 99)?.id).toBe(first.id);
    expect(articleWithId(edition, 12345)).toBeNull();
  });
});

describe('a place', () => {
  test('where an article begins lies in that article', () => {
    for (const article of edition.contents) {
      const place = beginningOf(article);
      expect(place && articleAt(edition.contents, place)?.id).toBe(article.id);
    }
  });

  test('between articles belongs to the one before it', () => {
    const end = Math.max(...first.paragraphs.flatMap(({ spans }) => spans.map((span) => span.end)));
    expect(articleAt(edition.contents, { source: 1, offset: end })?.id).toBe(first.id);
  });
});

describe('finding in an article', () => {
  const text = first.paragraphs[0]?.text ?? '';

  test('finds every occurrence and where it lies in the source', () => {
    const wanted = text.slice(4, 6);
    const found = findInArticle(first, wanted);
    expect(found.length).toBeGreaterThan(0);
    const begin = first.paragraphs[0]?.spans[0]?.start ?? 0;
    expect(found[0]?.start).toBe(begin + text.indexOf(wanted));
  });

  test('finds nothing for nothing, and ignores case', () => {
    expect(findInArticle(first, '  ')).toEqual([]);
    const paragraph = { role: 'body', text: 'Wi-Fi 进村', spans: [{ kind: 'text', glue: '', source: 1, start: 100, end: 108 }] } as const;
    expect(findInArticle({ ...first, paragraphs: [paragraph] }, 'wi-fi')).toEqual([{ source: 1, start: 100, end: 105 }]);
  });

  test('finds a name set with a blank, and marks it with its blank', () => {
    const text = '记者 李　强\n摄于 A 区';
    const paragraph = { role: 'body', text, spans: [{ kind: 'text', glue: '', source: 1, start: 100, end: 100 + text.length }] } as const;
    const found = (wanted: string) =>
      findInArticle({ ...first, paragraphs: [paragraph] }, wanted).map(({ start, end }) => text.slice(start - 100, end - 100));
    expect(found('李强')).toEqual(['李　强']);
    expect(found('李 强')).toEqual(['李　强']);
    expect(found('者 李')).toEqual(['者 李']);
    expect(found('者')).toEqual(['者']);
    expect(found('于A')).toEqual([]);
    expect(found('于 A 区')).toEqual(['于 A 区']);
  });

  test('marks what is printed over the joint of two lines in both, as one match', () => {
    const paragraph = {
      role: 'body',
      text: '茶山通车',
      spans: [
        { kind: 'text', glue: '', source: 1, start: 100, end: 102 },
        { kind: 'text', glue: '', source: 1, start: 103, end: 105 },
      ],
    } as const;
    const found = findInArticle({ ...first, paragraphs: [paragraph] }, '山通');
    expect(found).toEqual([
      { source: 1, start: 101, end: 102 },
      { source: 1, start: 103, end: 104, goesOn: true },
    ]);
    expect(firstPieces(found)).toEqual([found[0]]);
  });

  test('a place in the second line of a match is in the match', () => {
    const hits: readonly MatchSpan[] = [
      { source: 1, start: 1, end: 3 },
      { source: 1, start: 8, end: 10 },
      { source: 1, start: 11, end: 13, goesOn: true },
    ];
    expect(hitAt(hits, { source: 1, offset: 11 })).toBe(hits[1]);
  });

  test('next and previous go round', () => {
    const hits = [1, 5, 9].map((start) => ({ source: 1, start, end: start + 2 }));
    expect(hitBeside(hits, hits[2] ?? null, 1)).toBe(hits[0]);
    expect(hitBeside(hits, hits[0] ?? null, -1)).toBe(hits[2]);
    expect(hitBeside(hits, null, 1)).toBe(hits[0]);
    expect(hitBeside([], null, 1)).toBeNull();
    expect(hitAt(hits, { source: 1, offset: 6 })).toBe(hits[1]);
    expect(hitAt(hits, { source: 2, offset: 6 })).toBeNull();
  });
});

const jump = (page: string): string => `（上接第${page}版）`;

test('an article without a headline is called by its jump line or its first words, never by an invented title', () => {
  expect(titleOf(first, jump)).toBe(first.headline);
  expect(titleOf({ ...third, headline: null, jump: { from: '一', to: null } }, jump)).toBe('（上接第一版）');
  expect(titleOf({ ...third, headline: null }, jump)).toBe(openingOf(third));
  const bare = { ...third, headline: null, paragraphs: [] };
  expect(titleOf({ ...bare, column: '基层来信', locality: '云岭县' }, jump)).toBe('云岭县');
  expect(titleOf({ ...bare, column: '基层来信', locality: null }, jump)).toBe('基层来信');
});

test('reading time is whole minutes, at least one', () => {
  expect(readingMinutes({ unit: 'characters', count: 0 })).toBe(1);
  expect(readingMinutes({ unit: 'characters', count: 1950 })).toBe(5);
  expect(readingMinutes({ unit: 'words', count: 952 })).toBe(4);
});

test('an article is as long as its characters, one in Latin letters as its words', () => {
  expect(readingLength(first)).toEqual({ unit: 'characters', count: first.characters });
  const [paragraph] = first.paragraphs;
  const english = { ...first, paragraphs: [{ ...paragraph!, text: 'The ferry — 40 years old — won’t run on Sunday.' }] };
  expect(readingLength(english)).toEqual({ unit: 'words', count: 9 });
});
