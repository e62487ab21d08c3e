import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import type { ParsedArticle } from '../../../src-main/contract/parsed';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function articlesOf(lines: readonly string[]): readonly ParsedArticle[] {
  const { articles } = parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language });
  return articles.filter(({ kind }) => kind !== 'furniture');
}

/** A column of an old paper as recognition leaves it: hyphenated lines, capitals misread, stray marks between. */
const column = [
  'HARBOUR COMMISSION.',
  'The commissioners met yesterday at noon to consider the re-',
  'port of their surveyor upon the state of the north pier, which',
  'has suffered greatly in the gales of the past month. The chair-',
  'man said that the cost of a well-built wall would be repaid in',
  'five years.',
  'Mr. DUNMORE thought the estimate too low, and asked that a',
  'second opinion be taken before any contract was let. A well-',
  'built pier, he said, was worth waiting for.',
  'LAMP DUT ES.',
  'A petition from the lamplighters of the lower town was read, and',
  'ordered to lie upon the table. Captain HOLLIS remarked that the',
  'lamps in Quay Street had not been lit for a fortnight, and that',
  'two carriages had run into the basin in consequence.',
  '. • — ,',
  'COUNTY SESSIONS.',
  'BEFORE MR. JUSTICE ALDERLEY.',
  'John Marle, a carter, was indicted for taking three sacks of oats',
  'from the mill at Fenwick. The miller deposed that he had known',
  'the prisoner from a boy, and wished him to be dealt with gently.',
  'The jury found him guilty, with a recommendation to mercy.',
  'POLICE.',
  'A sailor was charged with taking a watch from the counter of',
  'a shop in Quay Street. He was committed for trial.',
];

describe('a column of an old English paper', () => {
  const articles = articlesOf(column);

  it('has an article under each heading in capitals, misread ones too, and its second line for a deck', () => {
    expect(articles.map(({ headline, deck }) => [headline, deck])).toEqual([
      ['HARBOUR COMMISSION.', null],
      ['LAMP DUT ES.', null],
      ['COUNTY SESSIONS.', 'BEFORE MR. JUSTICE ALDERLEY.'],
      ['POLICE.', null],
    ]);
  });

  it('names no column, kicker, locality or credit that is none', () => {
    for (const { column: standing, kicker, locality, credit } of articles)
      expect([standing, kicker, locality, credit]).toEqual([null, null, null, null]);
  });

  it('keeps the text of each with its heading, in whole paragraphs', () => {
    expect(articles.map(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text.slice(0, 20)))).toEqual([
      ['The commissioners me', 'Mr. DUNMORE thought '],
      ['A petition from the ', '. • — ,'],
      ['John Marle, a carter'],
      ['A sailor was charged'],
    ]);
    expect(articles[0]!.paragraphs[0]!.text).toContain('consider the report of their surveyor');
    expect(articles[0]!.paragraphs[1]!.text).toContain('A well-built pier');
  });
});

describe('lines in capitals that are no titles', () => {
  it('keeps an advertisement set in capitals with the text it stands in: a sentence over three lines has no headline among them', () => {
    const [, harbour, ...more] = [
      null,
      ...articlesOf([
        ...column.slice(0, 6),
        'ON THURSDAY MORNING, THREE OUT OF THE',
        'EIGHT £1,000 PRIZES WILL BE DRAWN IN',
        'THE FIRST QUARTER OF AN HOUR',
        ...column.slice(6, 9),
      ]),
    ];
    expect(more).toEqual([]);
    expect(harbour!.headline).toBe('HARBOUR COMMISSION.');
    expect(harbour!.paragraphs.map(({ text }) => text).join(' ')).toContain('ON THURSDAY MORNING, THREE OUT OF THE');
  });

  it('still reads a headline over two lines', () => {
    const articles = articlesOf([...column.slice(0, 6), 'LOSS OF THE BRIG AND OF', 'ALL HER CREW', ...column.slice(6, 9)]);
    expect(articles.map(({ headline }) => headline)).toEqual(['HARBOUR COMMISSION.', 'LOSS OF THE BRIG AND OF ALL HER CREW']);
  });

  it('makes no headline of the name that stands at the head of every page, in mid-sentence', () => {
    const pages = [
      ...column.slice(0, 3),
      'THE LANTERN',
      ...column.slice(3, 11),
      'THE LANTERN',
      ...column.slice(11, 14).map((line) => line.replace('ordered', 'and ordered')),
    ];
    expect(pages[pages.lastIndexOf('THE LANTERN') + 1]).toMatch(/^and ordered/);
    expect(articlesOf(pages).map(({ headline }) => headline)).not.toContain('THE LANTERN');
  });
});

describe("what an old paper's first page has at its head", () => {
  it('is no article, but the same line under an advertisement further down is part of it', () => {
    const advertisement = [
      'This day is published, in two volumes, a complete History of',
      'the Harbour, with forty plates, by the late surveyor.',
    ];
    const articles = articlesOf(['THE QUAY STREET MERCURY', 'PRICE 7d', ...column, ...advertisement, 'PRICE 9d']);
    expect(JSON.stringify(articles)).not.toContain('PRICE 7d');
    expect(JSON.stringify(articles)).toContain('PRICE 9d');
  });
});
