import { expect, test } from 'vitest';
import type { EditionSummary, Fact } from '../../src-main/contract/model';
import { arrangeEditions, countEditions, filterEditions } from '../../src-renderer/shelf/arrange-editions';
import { noFilter } from '../../src-renderer/shelf/shelf-session';

const fact = (value: string | null): Fact<string> => ({ value, judgement: { rule: 'test', confidence: 'certain' } });
let nextId = 1;
/** Nothing is new. */
const never = '9999-01-01T00:00:00Z';

function edition(paper: string | null, date: string | null, change: Partial<EditionSummary> = {}): EditionSummary {
  return {
    id: nextId++,
    paper: fact(paper),
    date: fact(date),
    pages: [],
    articles: 1,
    characters: 100,
    sources: 1,
    importedAt: '2026-01-01T00:00:00Z',
    openedAt: null,
    readState: 'unread',
    progress: 0,
    headlines: [],
    fileNames: [],
    ...change,
  };
}

const names = (groups: ReturnType<typeof arrangeEditions>) =>
  groups.map(({ key, editions }) => `${key}: ${editions.map((one) => `${one.paper.value ?? '?'} ${one.date.value ?? '?'}`).join(', ')}`);

test('the last one opened or imported stands first, and only so many stand apart', () => {
  const editions = [
    edition('甲报', '2020-01-01', { importedAt: '2026-03-01T00:00:00Z' }),
    edition('乙报', '2020-01-02', { importedAt: '2026-01-01T00:00:00Z', openedAt: '2026-05-01T00:00:00Z' }),
    edition('丙报', '2020-01-03', { importedAt: '2026-04-01T00:00:00Z' }),
  ];
  expect(names(arrangeEditions(editions, 'recent', 2, never))).toEqual([
    'recent: 乙报 2020-01-02, 丙报 2020-01-03',
    'earlier: 甲报 2020-01-01',
  ]);
});

test('what has just come in stands before what was read until then, and leaves that in sight', () => {
  const read = edition('甲报', '2020-01-01', { openedAt: '2026-04-30T12:00:00Z', readState: 'reading' });
  const come = ['乙报', '丙报', '丁报'].map((paper) => edition(paper, '2020-01-02', { importedAt: '2026-05-01T00:00:00Z' }));
  const before = edition('戊报', '2020-01-03', { importedAt: '2026-04-01T00:00:00Z' });
  expect(names(arrangeEditions([read, ...come, before], 'recent', 4, '2026-04-30T00:00:00Z'))).toEqual([
    'recent: 丁报 2020-01-02, 丙报 2020-01-02, 甲报 2020-01-01, 乙报 2020-01-02',
    'earlier: 戊报 2020-01-03',
  ]);
});

test('what was opened after others came in stands first, the last one before all, and leaves them half of what is in sight', () => {
  const come = [1, 2, 3, 4, 5].map((day) => edition('丙报', `2020-01-0${day}`, { importedAt: `2026-05-01T00:00:0${day}Z` }));
  const opened = [1, 2, 3].map((day) => edition('甲报', `2020-01-0${day}`, { openedAt: `2026-05-02T00:00:0${day}Z` }));
  expect(names(arrangeEditions([...come, ...opened], 'recent', 4, '2026-04-30T00:00:00Z'))[0]).toBe(
    'recent: 甲报 2020-01-03, 甲报 2020-01-02, 丙报 2020-01-05, 丙报 2020-01-04',
  );
  expect(names(arrangeEditions([...come, ...opened.slice(0, 1)], 'recent', 4, '2026-04-30T00:00:00Z'))[0]).toBe(
    'recent: 甲报 2020-01-01, 丙报 2020-01-05, 丙报 2020-01-04, 丙报 2020-01-03',
  );
});

test('what was opened a while ago stays in sight, however much has come in after it', () => {
  const read = edition('甲报', '2020-01-01', { openedAt: '2026-05-01T00:00:00Z', readState: 'reading' });
  const long = edition('乙报', '2020-01-01', { openedAt: '2026-03-01T00:00:00Z', readState: 'reading' });
  const come = [1, 2, 3, 4, 5].map((day) => edition('丙报', `2020-01-0${day}`, { importedAt: `2026-05-01T01:00:0${day}Z` }));
  expect(names(arrangeEditions([read, long, ...come], 'recent', 4, '2026-04-30T00:00:00Z'))).toEqual([
    'recent: 丙报 2020-01-05, 丙报 2020-01-04, 甲报 2020-01-01, 丙报 2020-01-03',
    'earlier: 丙报 2020-01-02, 丙报 2020-01-01, 乙报 2020-01-01',
  ]);
});

test('by date the newest month comes first, and what has no date last', () => {
  const editions = [edition('甲报', '2023-11-24'), edition('乙报', null), edition('甲报', '2023-12-01'), edition('丙报', '2023-11-25')];
  expect(names(arrangeEditions(editions, 'date', 10, never))).toEqual([
    '2023-12: 甲报 2023-12-01',
    '2023-11: 丙报 2023-11-25, 甲报 2023-11-24',
    ': 乙报 ?',
  ]);
});

test('by paper the names follow their sounds, and what has no name comes last', () => {
  const editions = [
    edition(null, '2023-01-01'),
    edition('遵义日报', '2023-01-01'),
    edition('贵阳晚报', '2022-01-01'),
    edition('贵阳晚报', '2023-01-01'),
  ];
  expect(names(arrangeEditions(editions, 'paper', 10, never))).toEqual([
    '贵阳晚报: 贵阳晚报 2023-01-01, 贵阳晚报 2022-01-01',
    '遵义日报: 遵义日报 2023-01-01',
    ': ? 2023-01-01',
  ]);
});

test('a filter finds by paper, year, progress and the words of a headline together', () => {
  const wanted = edition('甲报', '2023-11-25', { readState: 'reading', headlines: ['村BA开赛'] });
  const editions = [wanted, edition('甲报', '2022-11-25'), edition('乙报', '2023-11-25', { headlines: ['村BA开赛'] })];
  expect(filterEditions(editions, { paper: '甲报', year: '2023', state: 'reading', text: '村ba 2023-11' })).toEqual([wanted]);
  expect(filterEditions(editions, { ...noFilter, text: '甲报 村ba 无此词' })).toEqual([]);
});

test('a paper without name or date is found by the name of its file', () => {
  const wanted = edition(null, null, { fileNames: ['剪报-0417.txt', 'Scan-12.pdf'] });
  const editions = [edition('甲报', '2023-11-25', { fileNames: ['甲报-01.txt'] }), wanted];
  expect(filterEditions(editions, { ...noFilter, text: 'scan-12' })).toEqual([wanted]);
});

test('the number beside a choice is what choosing it shows', () => {
  const editions = [
    edition('甲报', '2023-01-01'),
    edition('甲报', '2022-01-01', { readState: 'read' }),
    edition('乙报', '2023-01-01', { readState: 'read' }),
    edition(null, null),
  ];
  const filter = { ...noFilter, year: '2023' };
  const counts = countEditions(editions, filter);
  for (const { value, count } of counts.papers) expect(filterEditions(editions, { ...filter, paper: value })).toHaveLength(count);
  for (const { value, count } of counts.years) expect(filterEditions(editions, { ...filter, year: value })).toHaveLength(count);
  for (const { value, count } of counts.states) expect(filterEditions(editions, { ...filter, state: value })).toHaveLength(count);
  expect(counts.years.map(({ value }) => value)).toEqual(['2023', '2022', '']);
});
