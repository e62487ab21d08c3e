/** Pages whose articles are known: gold files, and pages written with their answers. Training and tests only. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeSource } from '../../src-main/text/decode-source';

export interface KnownPage {
  readonly fileName: string;
  readonly text: string;
  /** For every UTF-16 unit of the text the place of its label in `labels`; -1 for blanks, furniture and what nobody says anything of. */
  readonly labelAt: Int32Array;
  readonly labels: readonly KnownLabel[];
}

/** Of which article a stretch is, and what in it. */
export interface KnownLabel {
  readonly article: number;
  readonly role: string;
}

/** A stretch of text and what it is; stretches of one paragraph share a label. */
export interface LabelledPlace {
  readonly start: number;
  readonly end: number;
  readonly label: KnownLabel;
}

export function knownPage(fileName: string, text: string, places: readonly LabelledPlace[]): KnownPage {
  const labels = [...new Set(places.map(({ label }) => label))];
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  const labelAt = new Int32Array(text.length).fill(-1);
  for (const { start, end, label } of places) labelAt.fill(placeOf.get(label)!, start, end);
  return { fileName, text, labelAt, labels };
}

interface GoldFile {
  readonly file: string;
  readonly articles: readonly {
    readonly heading: readonly { readonly start: number; readonly end: number; readonly role: string }[];
    readonly paragraphs: readonly { readonly role: string; readonly spans: readonly (readonly number[])[] }[];
  }[];
}

/** @throws where a file is missing or no gold file */
export function readKnownPages(folder: string): readonly KnownPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.gold.json') && !name.endsWith('edition.gold.json'))
    .sort()
    .map((name) => readKnownPage(join(folder, name)));
}

function readKnownPage(path: string): KnownPage {
  const gold = JSON.parse(readFileSync(path, 'utf8')) as GoldFile;
  const { text } = decodeSource(readFileSync(join(dirname(path), gold.file)));
  const places: LabelledPlace[] = [];
  for (const [article, { heading, paragraphs }] of gold.articles.entries()) {
    for (const { start, end, role } of heading) places.push({ start, end, label: { article, role } });
    for (const { role, spans } of paragraphs) {
      const label = { article, role };
      for (const [start, end] of spans) places.push({ start: start!, end: end!, label });
    }
  }
  return knownPage(gold.file, text, places);
}

/**
 * Pages written with their answers, one printed line a row: a label, a tab, the line. Labels are `F` for furniture, `-` for a blank line, else
 * article, role and, for paragraphs, their number: `A7.headline`, `A7.body.3`.
 */
export function readWrittenPages(folder: string): readonly KnownPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => writtenPage(name, readFileSync(join(folder, name), 'utf8')));
}

function writtenPage(name: string, rows: string): KnownPage {
  const articles = new Map<string, number>();
  const places: LabelledPlace[] = [];
  let text = '';
  for (const row of rows.split(/\r?\n/u)) {
    const tab = row.indexOf('\t');
    const [id, role] = row.slice(0, Math.max(0, tab)).trim().split('.');
    const line = row.slice(tab + 1);
    if (id && role) {
      const article = articles.get(id) ?? articles.size;
      articles.set(id, article);
      places.push({ start: text.length, end: text.length + line.length, label: { article, role } });
    }
    text += `${tab < 0 ? '' : line}\n`;
  }
  return knownPage(name.replace('.tsv', '.txt'), text, places);
}
