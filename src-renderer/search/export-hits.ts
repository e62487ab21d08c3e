/** A result list as a file to keep: Markdown to read, CSV for a spreadsheet, JSON for a script. Pure. Not for whole articles: see exporting/. */
import { assertNever } from '../../src-main/contract/problem';
import type { ExportForm } from '../exporting/forms';
import { titleWithoutHeadline } from './hit-title';
import type { ExportedHit, ExportedPassage } from './hits-with-passages';

/** The names that columns and headings get, in the interface's language. */
export interface ExportWords {
  readonly untitled: string;
  readonly jump: (page: string) => string;
  readonly page: (page: string) => string;
  /** How many lines down its file a passage stands. */
  readonly line: (line: number) => string;
  readonly total: string;
  readonly columns: readonly [
    paper: string,
    date: string,
    page: string,
    section: string,
    headline: string,
    matches: string,
    snippet: string,
    file: string,
    line: string,
  ];
}

export interface ExportedSearch {
  readonly query: string;
  /** What the hits were narrowed to, in words. */
  readonly narrowed: readonly string[];
  readonly hits: readonly ExportedHit[];
}

export function exportHits(form: ExportForm, search: ExportedSearch, words: ExportWords): string {
  switch (form) {
    case 'markdown':
      return asMarkdown(search, words);
    case 'csv':
      return asCsv(search.hits, words);
    case 'json':
      return `${JSON.stringify({ ...search, total: search.hits.length }, null, 2)}\n`;
    default:
      return assertNever(form);
  }
}

function asMarkdown({ query, narrowed, hits }: ExportedSearch, words: ExportWords): string {
  const blocks = hits.map((hit) => {
    const page = hit.page === null ? null : words.page(hit.page);
    const from = [hit.paper, hit.date, page, hit.section, hit.file].filter((part) => part !== null && part !== '').join(' · ');
    const placeOf = ({ file, line }: ExportedPassage) => [...(file === hit.file ? [] : [file]), words.line(line)].join(' · ');
    const quotes = hit.passages.map((one) => `> ${emphasise(one)} (${escapeMarkdown(placeOf(one))})`).join('\n>\n');
    return `## ${escapeMarkdown(hit.headline ?? titleWithoutHeadline(hit, words))}\n\n${escapeMarkdown(from)}\n\n${quotes}\n`;
  });
  const figures = [...narrowed, words.total].map(escapeMarkdown).join(' · ');
  return [`# ${escapeMarkdown(query)}\n\n${figures}\n`, ...blocks].join('\n');
}

function emphasise({ text: words, matches }: ExportedPassage): string {
  let text = '';
  let at = 0;
  for (const { start, end } of matches) {
    text += `${escapeMarkdown(words.slice(at, start))}**${escapeMarkdown(words.slice(start, end))}**`;
    at = end;
  }
  return text + escapeMarkdown(words.slice(at));
}

function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|]/gu, '\\$&');
}

/** A row for each passage. RFC 4180, after a byte-order mark: without it Excel reads the file in the system's code page. */
function asCsv(hits: readonly ExportedHit[], words: ExportWords): string {
  const rows = hits.flatMap((hit) =>
    hit.passages.map(({ page, matches, text, file, line }) => [
      hit.paper,
      hit.date,
      page,
      hit.section,
      hit.headline ?? titleWithoutHeadline(hit, words),
      matches.length,
      text,
      file,
      line,
    ]),
  );
  return `\uFEFF${[words.columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula gets an apostrophe: a newspaper's text must not calculate in a spreadsheet. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
