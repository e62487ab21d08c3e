/**
 * Trains resources/language-model.bin. Command and corpus are described in src-main/text/language/README.md.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import * as OpenCC from 'opencc-js';
import { lineExamples } from '../src-main/text/language/training/line-examples';
import { trainModel } from '../src-main/text/language/training/train-model';

interface Item {
  readonly date: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/news-2012-2026.jsonl.gz' },
    'leave-out': { type: 'string', default: '../shared/eval' },
    threshold: { type: 'string', default: '5.95' },
    parity: { type: 'string' },
    out: { type: 'string', default: 'resources/language-model.bin' },
  },
});

const left = existsSync(values['leave-out']) ? itemsNamedIn(values['leave-out']) : new Set<string>();
const items = readItems(values.corpus);
const kept = items.filter((item, index) => !left.has(item.key) && (values.parity === undefined || index % 2 === Number(values.parity)));
process.stderr.write(`${kept.length} of ${items.length} items\n`);
const paragraphs = kept.flatMap((item) => item.paragraphs.map(withoutStationMark)).filter((paragraph) => paragraph !== '');
const model = trainModel(paragraphs, OpenCC.Converter({ from: 't', to: 'cn' }), {
  threshold: Number(values.threshold),
  leastCount: 3,
  lines: lineExamples(kept.map(({ title, paragraphs }) => ({ title, paragraphs: paragraphs.map(withoutStationMark) }))),
  matter: {
    articles: kept.map((item) => item.paragraphs.map(withoutStationMark).join('\n')),
    pairs: 12_000,
    size: 32,
    leastArticles: 8,
    mostShare: 0.12,
    spare: 12,
  },
  report: (line) => process.stderr.write(`${line}\n`),
});
writeFileSync(values.out, model);
process.stderr.write(`${values.out}: ${model.length} bytes\n`);

/** Items are named by day and place within it, counted from one, as in the gold files: 20231125#4. */
function readItems(file: string): readonly (Item & { readonly key: string })[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const item = JSON.parse(line) as Item;
    const day = item.date.replaceAll('-', '');
    const place = (seen.get(day) ?? 0) + 1;
    seen.set(day, place);
    return { ...item, key: `${day}#${place}` };
  });
}

/** Sources named in gold files below a folder: the bench pages are made from them and must not be learned by heart. */
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
