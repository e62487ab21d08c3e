import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWrittenPages } from '../../scripts/training/known-page';
import type { KnownPage } from '../../scripts/training/known-page';
import type { ParsedSource } from '../../src-main/contract/parsed';
import { loadLanguageModel } from '../../src-main/text/language/language-model';
import { parseBriefing } from '../../src-main/text/parse-briefing';

/**
 * 256 pages of as many invented papers, with known answers; the weights of headings are fitted to those of the first ten writers among others,
 * so these are floors against decay and no measure of what pages unseen will give.
 */
const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../resources/language-model.bin', import.meta.url))));
const pages = readWrittenPages(fileURLToPath(new URL('written-pages', import.meta.url)));

const bare = (text: string): string => text.replace(/[\s\u3000]/gu, '');

/** Headlines of the known articles, two lines as one. */
function headlinesOf({ text, labelAt, labels }: KnownPage): readonly string[] {
  const lines = new Map<number, string>();
  for (const [at, label] of labelAt.entries()) {
    const known = labels[label];
    if (known?.role === 'headline') lines.set(known.article, (lines.get(known.article) ?? '') + text[at]!);
  }
  return [...lines.values()].map(bare);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** B-cubed F1 over characters: is each one with the right company? */
function companyOf({ text, labelAt, labels }: KnownPage, { articles }: ParsedSource): number {
  const foundAt = new Int32Array(text.length).fill(-1);
  for (const [article, { heading, paragraphs }] of articles.entries())
    for (const { start, end } of [...heading, ...paragraphs.flatMap(({ spans }) => spans)]) foundAt.fill(article, start, end);
  const known = new Map<number, number>();
  const found = new Map<number, number>();
  const both = new Map<string, number>();
  let all = 0;
  for (const [at, label] of labelAt.entries()) {
    const article = labels[label]?.article;
    if (article === undefined || /\s/u.test(text[at]!)) continue;
    all++;
    count(known, article);
    count(found, foundAt[at]!);
    count(both, `${article} ${foundAt[at]!}`);
  }
  let precision = 0;
  let recall = 0;
  for (const [pair, shared] of both) {
    const [article, other] = pair.split(' ').map(Number) as [number, number];
    precision += shared ** 2 / found.get(other)!;
    recall += shared ** 2 / known.get(article)!;
  }
  return (2 * precision * recall) / (precision + recall) / all;
}

describe('pages written with their answers', () => {
  let headlines = 0;
  let right = 0;
  let company = 0;

  beforeAll(() => {
    for (const page of pages) {
      const parsed = parseBriefing(page.text, { encoding: 'utf-8', fileName: null, language });
      const given = new Set(parsed.articles.map(({ headline }) => bare(headline ?? '')));
      const wanted = headlinesOf(page);
      headlines += wanted.length;
      right += wanted.filter((headline) => given.has(headline)).length;
      company += companyOf(page, parsed) / pages.length;
    }
  });

  it('are those that the figures were taken from', () => {
    expect(pages).toHaveLength(256);
    expect(headlines).toBeGreaterThan(900);
  });

  it('keep two headlines of three word for word', () => {
    expect(right / headlines).toBeGreaterThan(0.66);
  });

  it('keep their characters in the right company', () => {
    expect(company).toBeGreaterThan(0.8);
  });
});
