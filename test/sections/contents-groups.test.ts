import { describe, expect, test } from 'vitest';
import type { Article } from '../../src-main/contract/model';
import { contentsGroups, daySpokenOf } from '../../src-renderer/sections/contents-groups';
import { inventEdition } from '../reader/invented-edition';

const made = inventEdition(
  [
    { kind: 'feature', headline: 12, paragraphs: [60, 80] },
    { kind: 'feature', headline: 10, paragraphs: [60], column: '山河行走' },
    { kind: 'brief', headline: 0, paragraphs: [40] },
    { kind: 'brief', headline: 0, paragraphs: [40] },
  ],
  5,
);

function opening(article: Article, text: string, locality: string | null = null): Article {
  const [first, ...rest] = article.paragraphs;
  return { ...article, locality, paragraphs: first ? [{ ...first, text: text + first.text }, ...rest] : rest };
}

function onPage(article: Article, page: string | null): Article {
  return { ...article, parts: article.parts.map((part) => ({ ...part, page })) };
}

/** On page 4, which is file 2: a heading without text. */
function inFile(article: Article, start: number): Article {
  return {
    ...onPage(article, '4'),
    heading: article.heading.map((span) => ({ ...span, source: 2, start: start + span.start, end: start + span.end })),
    paragraphs: [],
  };
}

const [lead, column, brief, other] = made.contents;
if (!lead || !column || !brief || !other) throw new Error('four articles were made');
const contents = [
  opening(lead, '11月22日凌晨两点，'),
  opening(column, '本报讯', '河湾县'),
  opening(brief, '（记者 某某）11月24日，', '山前市'),
  opening(other, '全省', '河湾县'),
];
const edition = { ...made, contents };
const idsOf = (order: 'section' | 'place' | 'date') =>
  contentsGroups(edition, order).map(({ kind, title, articles }) => [
    kind === 'no-place' || kind === 'no-date' ? kind : title,
    articles.map(({ id }) => id),
  ]);

describe('the contents of an edition', () => {
  test('by section stand as the paper prints them, each article once', () => {
    const listed = contentsGroups(edition, 'section').flatMap(({ articles }) => articles.map(({ id }) => id));
    expect(listed.toSorted((a, b) => a - b)).toEqual(contents.map(({ id }) => id));
  });

  test('by section stand under the section of their page where they have no column', () => {
    const [first, second] = contents;
    if (!first || !second) throw new Error('four articles were made');
    const onCulture = { ...edition, contents: [{ ...first, section: '文化' }, { ...second, section: '文化' }, ...contents.slice(2)] };
    const titles = contentsGroups(onCulture, 'section').map(({ title, kind, articles }) => [title, kind, articles.map(({ id }) => id)]);
    expect(titles.slice(0, 2)).toEqual([
      ['文化', 'column', [first.id]],
      ['山河行走', 'column', [second.id]],
    ]);
  });

  test('by place put each place together and what names none last', () => {
    expect(idsOf('place')).toEqual([
      ['河湾县', [column.id, other.id]],
      ['山前市', [brief.id]],
      ['no-place', [lead.id]],
    ]);
  });

  test('by page stand in the order of the paper’s pages, each article where it begins, and what names none last', () => {
    const paged = { ...made, contents: [onPage(lead, 'A10'), onPage(column, null), onPage(brief, 'A2'), onPage(other, 'B1')] };
    expect(contentsGroups(paged, 'page').map(({ kind, title, articles }) => [kind, title, articles.map(({ id }) => id)])).toEqual([
      ['page', 'A2', [brief.id]],
      ['page', 'A10', [lead.id]],
      ['page', 'B1', [other.id]],
      ['no-page', null, [column.id]],
    ]);
  });

  test('by date begin with the newest day and end with what names none', () => {
    expect(idsOf('date')).toEqual([
      ['11-24', [brief.id]],
      ['11-22', [lead.id]],
      ['no-date', [column.id, other.id]],
    ]);
  });

  test('a day is one that a calendar has, in the opening words', () => {
    expect(daySpokenOf(opening(lead, '13月45日'))).toBeNull();
    expect(daySpokenOf(opening(lead, '2月3日'))).toEqual({ month: 2, day: 3 });
    expect(daySpokenOf(opening(lead, `${'很长的开头'.repeat(8)}2月3日`))).toBeNull();
  });

  test('by page list a story on every page it stands on, there before what lies behind it in its file, and say where it goes on', () => {
    const [first, second, third] = contents;
    if (!first || !second || !third) throw new Error('three articles were made');
    const [opens, goesOn] = first.paragraphs;
    const [run] = goesOn?.spans ?? [];
    if (!opens || !goesOn || !run) throw new Error('the first article has two paragraphs');
    const there = { ...run, source: 2, start: 5, end: 9 };
    const story: Article = {
      ...first,
      paragraphs: [opens, { ...goesOn, spans: [there] }],
      parts: [
        { article: first.id, source: 1, page: '1', file: '1.txt', firstParagraph: 0 },
        { article: 90, source: 2, page: '4', file: '4.txt', firstParagraph: 1 },
      ],
    };
    const groups = contentsGroups({ ...edition, contents: [story, inFile(second, 100)] }, 'page');
    expect(groups.map(({ title, articles }) => [title, articles.map(({ id }) => id)])).toEqual([
      ['1', [story.id]],
      ['4', [story.id, second.id]],
    ]);
    expect([...(groups[1]?.rests ?? [])]).toEqual([[story.id, { from: '1', place: { source: 2, offset: 5 } }]]);
    expect(groups[0]?.rests?.size ?? 0).toBe(0);
    // A page on which nothing begins is listed all the same.
    expect(contentsGroups({ ...edition, contents: [story] }, 'page').map(({ title }) => title)).toEqual(['1', '4']);
    expect(contentsGroups({ ...edition, contents: [story] }, 'section').flatMap(({ articles }) => articles)).toEqual([story]);
  });
});
