/** Items of the news corpus that models are trained on. Training only. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { lineExamples } from '../../src-main/text/language/training/line-examples';
import { trainModel } from '../../src-main/text/language/training/train-model';
import * as OpenCC from 'opencc-js';

export interface Item {
  /** Day and place within it, counted from one, as gold files name their sources: 20231125#4. */
  readonly key: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** @param leftOut folder of gold files: items they name as their sources must not be learned by heart */
export function readCorpus(file: string, leftOut: string): { readonly items: readonly Item[]; readonly kept: readonly Item[] } {
  const left = existsSync(leftOut) ? itemsNamedIn(leftOut) : new Set<string>();
  const seen = new Map<string, number>();
  const items = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): Item => {
      const { date, title, paragraphs } = JSON.parse(line) as { date: string; title: string; paragraphs: readonly string[] };
      const day = date.replaceAll('-', '');
      const place = (seen.get(day) ?? 0) + 1;
      seen.set(day, place);
      return { key: `${day}#${place}`, title, paragraphs: paragraphs.map(withoutStationMark) };
    });
  return { items, kept: items.filter(({ key }) => !left.has(key)) };
}

function itemsNamedIn(folder: string): Set<string> {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.gold.json'))
      for (const [, key] of readFileSync(join(folder, name), 'utf8').matchAll(/"src":"(\d{8}#\d+)"/g)) found.add(key as string);
  return found;
}

/** The station's opening words, which stand before the first sentence of each broadcast text and of no newspaper's. */
function withoutStationMark(paragraph: string): string {
  return paragraph.replace(/^\s*(?:中国网络电视台|央视网|央视)消息\s*[（(]新闻联播[）)]\s*[：:]/u, '');
}

/** One item of so many is kept for the pages that are measured on. */
const HELD_OUT = 9;

/** The items that may be learned from, and those that measure-joins.ts and measure-headings.ts make their pages of. */
export function partedForMeasuring(kept: readonly Item[]): { readonly read: readonly Item[]; readonly held: readonly Item[] } {
  return { read: kept.filter((_, place) => place % HELD_OUT > 0), held: kept.filter((_, place) => place % HELD_OUT === 0) };
}

/** Items that may be learned from, parted once more: those that the language model reads, and those that pages are made of for what is fitted with it. */
export function partedForFitting(read: readonly Item[]): { readonly read: readonly Item[]; readonly fitted: readonly Item[] } {
  return { read: read.filter((_, place) => place % HELD_OUT > 0), fitted: read.filter((_, place) => place % HELD_OUT === 0) };
}

/** Nats that pruning may cost a language model that is made for measuring or fitting. */
export const USUAL_THRESHOLD = 5.95;

/** @param threshold of pruning, in nats */
export function languageModelOf(items: readonly Item[], threshold: number, report: (line: string) => void): Uint8Array {
  return trainModel(
    items.flatMap(({ paragraphs }) => paragraphs).filter((paragraph) => paragraph !== ''),
    OpenCC.Converter({ from: 't', to: 'cn' }),
    {
      threshold,
      leastCount: 3,
      lines: lineExamples(items),
      matter: {
        articles: items.map(({ paragraphs }) => paragraphs.join('\n')),
        pairs: 12_000,
        size: 32,
        leastArticles: 8,
        mostShare: 0.12,
        spare: 12,
      },
      report,
    },
  );
}
