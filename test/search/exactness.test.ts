import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchableArticle } from '../../src-main/search/search';
import { article, foundBy, openTestLibrary, scan } from './test-library';
import type { TestLibrary } from './test-library';

const seed = readFileSync(new URL('../../seeds/guizhou-daily-2023-11-25.txt', import.meta.url), 'utf8');

interface Answer {
  readonly typed: string;
  readonly found: readonly number[];
}

const answered = async (library: TestLibrary, typed: string): Promise<Answer> => ({ typed, found: await foundBy(library.search, typed) });
const scanned = (articles: readonly SearchableArticle[], sought: string, typed = sought): Answer => ({
  typed,
  found: scan(articles, sought),
});

/** The seed cut at blank lines, a handful of paragraphs an article; the line break in 5+N is a joined break. */
function seedArticles(): SearchableArticle[] {
  const blocks = seed
    .replace('“5+\n\nN”', '“5+N”')
    .split(/\r?\n\s*\r?\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const articles: SearchableArticle[] = [];
  for (let at = 0; at < blocks.length; at += 6) {
    const [headline = null, ...paragraphs] = blocks.slice(at, at + 6);
    articles.push(article(articles.length + 1, { headline, paragraphs }));
  }
  return articles;
}

describe('a literal query against the seed', () => {
  const articles = seedArticles();
  let library: TestLibrary;
  beforeAll(async () => {
    library = await openTestLibrary();
    await library.add(...articles);
  });
  afterAll(() => library.close());

  it.each([
    '物流',
    '5+N',
    '5+',
    '+N',
    '村BA',
    'BA',
    'B',
    '20GW',
    '20',
    '0GW',
    'GW',
    '“',
    '，',
    '1+N',
    '，“',
    '100%',
    '——',
    '！',
    '六盘水',
    '（',
    '・',
    'A',
  ])('finds %s exactly where it stands', async (query) => {
    expect(await foundBy(library.search, query)).toEqual(scan(articles, query));
  });

  it('finds every one of 600 stretches of one to eight characters, and nothing else', async () => {
    const texts = articles.flatMap((one) => [one.headline ?? '', ...one.paragraphs]);
    let state = 20231125;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let count = 0; count < 600; count += 1) {
      const text = texts[draw(texts.length)]!;
      const from = draw(text.length);
      const query = text.slice(from, from + 1 + draw(8)).trim();
      if (query === '') continue;
      expect(await answered(library, `"${query}"`)).toEqual(scanned(articles, query, `"${query}"`));
    }
  });

  it('finds every single character of it without quotation marks', async () => {
    for (const character of new Set(seed)) {
      if (/[\s"]/u.test(character)) continue;
      expect(await answered(library, character)).toEqual(scanned(articles, character));
    }
  });
});

/** Few characters, so that matches and near misses are frequent; astral, marks, look-alikes, borders of words and scripts among them. */
const CHARACTERS = [
  ...Array.from('贵州物流物體体5６+＋nNａbB é“”「，, —-．.'),
  '𠮷',
  '𝒜',
  '😀',
  'e\u0301',
  '\ud842',
  '\ufffd',
  '\u0000',
  '\u200b',
  'か',
  '한',
  'я',
  'ﬁ',
  'ß',
  '薴',
  '\t',
  '　',
  ' \n',
  '物 流',
  '𠮷　州',
];
const piece = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 14 }).map((parts) => parts.join(''));

describe('on random text', () => {
  it('a quoted phrase finds exactly the articles that contain it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ headline: fc.option(piece), byline: fc.option(piece), paragraphs: fc.array(piece, { maxLength: 4 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 12 }),
        piece,
        async (contents, cuts, other) => {
          const articles = contents.map((content, at) => article(at + 1, content));
          const library = await openTestLibrary();
          try {
            await library.add(...articles);
            // What went through the file has lost its lone surrogates, as it does in the store.
            const stored = await library.reader.after(0, 100);
            const texts = stored.flatMap((one) => [one.headline ?? '', ...one.paragraphs]);
            const queries = cuts.map(([text, from, , length]) => {
              const chosen = texts[text % Math.max(1, texts.length)] ?? '';
              const start = from % (chosen.length + 1);
              return chosen.slice(start, start + length);
            });
            for (const query of [...queries, other]) {
              if (query.includes('"') || query.trim() === '') continue;
              expect(await answered(library, `"${query}"`)).toEqual(scanned(stored, query, `"${query}"`));
            }
          } finally {
            await library.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is exact for very long words, and for letters inside them', async () => {
    const long = 'abcdefghij'.repeat(12);
    const articles = [
      article(1, { paragraphs: [`甲${long}乙`] }),
      article(2, { paragraphs: [`${long}x`, '丙'] }),
      article(3, { paragraphs: [`甲${'abcdefghij'.repeat(7)}`] }),
      article(4, { paragraphs: ['丙abc乙'] }),
    ];
    const library = await openTestLibrary();
    await library.add(...articles);
    for (const query of [
      long,
      `${long}x`,
      `甲${long.slice(0, 70)}`,
      `甲${long}乙`,
      'jabc',
      'hija',
      `j乙`,
      'abc乙',
      'c乙',
      `甲ab`,
      'zzz',
      'efghijabcdefg',
      `甲${long.slice(0, 100)}`,
    ])
      expect(await answered(library, query)).toEqual(scanned(articles, query));
    await library.close();
  });

  it('stays exact where a word has more relatives than the index is asked for', async () => {
    const words = Array.from(
      { length: 1000 },
      (_, at) => `${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26), 97 + (at % 17))}quant${at % 3 === 0 ? 'a' : 'um'}`,
    );
    const articles = words.map((word, at) =>
      article(at + 1, { headline: at % 2 === 0 ? word : null, paragraphs: [`${word}股 ${words[(at * 7) % 1000]}`] }),
    );
    const library = await openTestLibrary();
    await library.add(...articles);
    for (const query of ['quant', 'um股', 'a股', 'quantum', 'nta股', 'zquant']) {
      const outcome = await library.search.query({ text: query, limit: 0 });
      expect({ query, total: outcome.total }).toEqual({ query, total: scan(articles, query).length });
    }
    const inHeadlines = await library.search.query({ text: '标题:um', limit: 0 });
    expect(inHeadlines.total).toBe(articles.filter((one) => one.headline?.includes('um')).length);
    await library.close();
  });
});

describe('the border between two paragraphs', () => {
  it('is never crossed by a match, nor that between two fields', async () => {
    const library = await openTestLibrary();
    await library.add(
      article(1, { headline: '山里', byline: '山外', paragraphs: ['第一段末尾', '第二段开头', '送货 word', 'wide'] }),
      article(2, { paragraphs: ['一段末尾第二段'] }),
    );
    expect(await foundBy(library.search, '末尾第二')).toEqual([2]);
    expect(await foundBy(library.search, '山里山外')).toEqual([]);
    expect(await foundBy(library.search, '"word wide"')).toEqual([]);
    await library.close();
  });
});
