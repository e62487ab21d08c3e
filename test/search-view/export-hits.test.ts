import { expect, test } from 'vitest';
import type { SearchHit } from '../../src-main/contract/model';
import { exportHits, fileNameOf } from '../../src-renderer/search/export-hits';

const words = {
  untitled: '（无题）',
  jump: (page: string) => `（上接第${page}版）`,
  total: '共 1 篇',
  columns: ['报纸', '日期', '版', '栏目', '标题', '处数', '原文', '文件'],
} as const;

function hit(change: Partial<SearchHit> = {}): SearchHit {
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
    ...change,
  };
}

test('Markdown reads as a list of clippings with the match in bold', () => {
  expect(exportHits('markdown', '新桥', [hit()], words)).toBe(
    '# 新桥\n\n共 1 篇\n\n## 新桥通车\n\n云岭日报 · 2024-05-06 · 1 · 01.txt\n\n> 昨日**新桥**通车\n',
  );
});

test('signs of Markdown in a newspaper stay signs', () => {
  expect(exportHits('markdown', '*', [hit({ headline: '5*N_#', snippet: '[x]', matches: [] })], words)).toContain('## 5\\*N\\_\\#');
});

test('CSV opens in a spreadsheet with every cell whole and none of them a formula', () => {
  const csv = exportHits('csv', 'x', [hit({ headline: '=HYPERLINK("http://x")', snippet: '他说："好"，\n走了', file: '@a.txt' })], words);
  expect(csv.startsWith('\uFEFF报纸,日期,')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(csv).toContain('"他说：""好""，\n走了"');
  expect(csv).toContain("'@a.txt");
  expect(csv.endsWith('\r\n')).toBe(true);
});

test('a story without a headline is called by where it comes from and its first words', () => {
  const jump = hit({ headline: null, untitled: { jumpFrom: '一', opening: '先声' } });
  expect(exportHits('markdown', '新桥', [jump], words)).toContain('## （上接第一版）先声\n');
  expect(exportHits('csv', '新桥', [jump], words)).toContain('（上接第一版）先声');
  expect(exportHits('csv', '新桥', [hit({ headline: null })], words)).toContain('（无题）');
});

test('JSON gives back what was found', () => {
  const hits = [hit(), hit({ articleId: 8, headline: null })];
  expect(JSON.parse(exportHits('json', '新桥', hits, words))).toEqual({ query: '新桥', total: 2, hits });
});

test('a query makes a file name that every system takes', () => {
  expect(fileNameOf('标题:"村/BA" -x', 'csv')).toBe('标题 村 BA -x.csv');
  expect(fileNameOf('"', 'md')).toBe('newsroom.md');
});
