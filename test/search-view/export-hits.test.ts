import { expect, test } from 'vitest';
import type { Span } from '../../src-main/contract/model';
import { fileNameOf } from '../../src-renderer/exporting/save-file';
import { exportHits } from '../../src-renderer/search/export-hits';
import { hitsWithPassages } from '../../src-renderer/search/hits-with-passages';
import type { ExportedHit, ExportedPassage } from '../../src-renderer/search/hits-with-passages';
import { importTexts, libraryIn, onlyEdition, SEEDS, temporaryFolder } from '../library/library-in-folder';

const words = {
  untitled: '（无题）',
  jump: (page: string) => `（上接第${page}版）`,
  page: (page: string) => `第${page}版`,
  line: (line: number) => `第 ${line} 行`,
  total: '共 1 篇',
  columns: ['报纸', '日期', '版', '栏目', '标题', '处数', '原文', '文件', '行'],
} as const;

function passage(text: string, matches: readonly Span[] = []): ExportedPassage {
  return { text, matches, paragraph: 1, page: '1', file: '01.txt', line: 12 };
}

function hit(change: Partial<ExportedHit> = {}): ExportedHit {
  return {
    articleId: 7,
    edition: 2,
    paper: '云岭日报',
    date: '2024-05-06',
    page: '1',
    file: '01.txt',
    headline: '新桥通车',
    section: null,
    snippet: '昨日新桥通车',
    matches: [{ start: 2, end: 4 }],
    headlineMatches: [],
    place: { source: 1, offset: 3 },
    matchCount: 2,
    passages: [passage('昨日新桥通车', [{ start: 2, end: 4 }])],
    ...change,
  };
}

test('Markdown reads as a list of clippings with the match in bold', () => {
  expect(exportHits('markdown', { query: '新桥', narrowed: [], hits: [hit()] }, words)).toBe(
    '# 新桥\n\n共 1 篇\n\n## 新桥通车\n\n云岭日报 · 2024-05-06 · 第1版 · 01.txt\n\n> 昨日**新桥**通车 (第 12 行)\n',
  );
});

test('signs of Markdown in a newspaper stay signs', () => {
  expect(
    exportHits('markdown', { query: '*', narrowed: [], hits: [hit({ headline: '5*N_#', passages: [passage('[x]')] })] }, words),
  ).toContain('## 5\\*N\\_\\#');
});

test('CSV opens in a spreadsheet with every cell whole and none of them a formula', () => {
  const csv = exportHits(
    'csv',
    {
      query: 'x',
      narrowed: [],
      hits: [hit({ headline: '=HYPERLINK("http://x")', passages: [{ ...passage('他说："好"，\n走了'), file: '@a.txt' }] })],
    },
    words,
  );
  expect(csv.startsWith('\uFEFF报纸,日期,')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(csv).toContain('"他说：""好""，\n走了"');
  expect(csv).toContain("'@a.txt");
  expect(csv.endsWith('\r\n')).toBe(true);
});

test('a story without a headline is called by where it comes from and its first words', () => {
  const jump = hit({ headline: null, untitled: { jumpFrom: '一', opening: '先声' } });
  expect(exportHits('markdown', { query: '新桥', narrowed: [], hits: [jump] }, words)).toContain('## （上接第一版）先声\n');
  expect(exportHits('csv', { query: '新桥', narrowed: [], hits: [jump] }, words)).toContain('（上接第一版）先声');
  expect(exportHits('csv', { query: '新桥', narrowed: [], hits: [hit({ headline: null })] }, words)).toContain('（无题）');
});

test('JSON gives back what was found', () => {
  const hits = [hit(), hit({ articleId: 8, headline: null })];
  expect(JSON.parse(exportHits('json', { query: '新桥', narrowed: [], hits: hits }, words))).toEqual({
    query: '新桥',
    narrowed: [],
    total: 2,
    hits,
  });
});

test('a query makes a file name that every system takes', () => {
  expect(fileNameOf('标题:"村/BA" -x', 'csv')).toBe('标题 村 BA -x.csv');
  expect(fileNameOf('"', 'md')).toBe('newsroom.md');
});

const textOfDay = (day: string) => `${day}新桥建成通车\n\n昨日上午，${day}新桥正式建成通车，两岸居民往来更加便捷。\n`;

test('files of one name are told apart by the folders they were imported from', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    { name: '第02版.txt', path: '云岭日报/2024-05-06/第02版.txt', text: textOfDay('初六') },
    { name: '第02版.txt', path: '云岭日报/2024-05-07/第02版.txt', text: textOfDay('初七') },
  );
  const { hits } = await library.ask('search.query', { text: '新桥' });
  const exported = await hitsWithPassages(hits, {
    edition: (id) => library.ask('edition.read', { edition: id }),
    marks: (id) => library.ask('search.marks', { edition: id, text: '新桥' }),
    text: async (source) => (await library.ask('source.read', { source })).text,
  });
  for (const form of ['csv', 'json', 'markdown'] as const) {
    const file = exportHits(form, { query: '新桥', narrowed: [], hits: exported }, words);
    expect(file).toContain('云岭日报/2024-05-06/第02版.txt');
    expect(file).toContain('云岭日报/2024-05-07/第02版.txt');
  }
});

test('every passage of a story is a row, with its page, its section and the line of the file it stands on', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const edition = await onlyEdition(library);
  const { hits } = await library.ask('search.query', { text: '物流' });
  const exported = await hitsWithPassages(hits, {
    edition: (id) => library.ask('edition.read', { edition: id }),
    marks: (id) => library.ask('search.marks', { edition: id, text: '物流' }),
    text: async (source) => (await library.ask('source.read', { source })).text,
  });
  expect(exported.map(({ articleId }) => articleId)).toEqual(hits.map(({ articleId }) => articleId));
  const passages = exported.flatMap((one) => one.passages);
  expect(passages.length).toBeGreaterThan(hits.length);
  const { text } = await library.ask('source.read', { source: edition.files[0]?.id ?? 0 });
  const lines = text.split(/\r?\n/u);
  for (const { text: quoted, matches, line } of passages) {
    expect(matches.map(({ start, end }) => quoted.slice(start, end))).toContain('物流');
    // A match may go on in the next line.
    expect(`${lines[line - 1]?.trimEnd()}${lines[line]?.trimStart()}`).toContain('物流');
  }
  for (const { section, articleId } of exported)
    expect(section ?? '无').toBe(
      edition.contents.find(({ id }) => id === articleId)?.column ??
        edition.sections.find((one) => one.articles.includes(articleId))?.title ??
        '无',
    );
  const rows = exportHits('csv', { query: '物流', narrowed: [], hits: exported }, words).trim().split('\r\n');
  expect(rows).toHaveLength(1 + passages.length);
  expect(rows[0]?.endsWith(',文件,行')).toBe(true);
});
