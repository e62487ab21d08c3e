/**
 * Fits what tells titles from text and the offices of heading lines from each other: src-main/text/title-weights.ts and heading-weights.ts.
 * Command, pages and figures are described in scripts/training/README.md.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BRACKETED } from '../src-main/text/language/training/line-examples';
import { numbersFrom } from '../src-main/text/language/training/train-lines';
import { loadLanguageModel } from '../src-main/text/language/language-model';
import type { LanguageScores } from '../src-main/text/document';
import { USUAL_THRESHOLD, languageModelOf, partedForMeasuring, readCorpus } from './training/corpus';
import { fitHeadings, headingErrors } from './training/fit-headings';
import { fitTitles } from './training/fit-titles';
import { furnishPage, plainDocument } from './training/furnish';
import type { NewsItem } from './training/furnish';
import { headingExamples } from './training/heading-examples';
import type { HeadingExamples } from './training/heading-examples';
import { FITTED } from '../src-main/text/read-heading';
import type { OfficeWeights } from '../src-main/text/read-heading';
import { TITLE_WEIGHTS } from '../src-main/text/title-weights';
import { setPage, stockOf } from './training/set-pages';
import { readKnownPages, readWrittenPages } from './training/known-page';
import type { KnownPage } from './training/known-page';
import { writeHeadingWeights, writeTitleWeights } from './training/write-weights';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/news-2012-2026.jsonl.gz' },
    evaluation: { type: 'string', default: '../shared/eval' },
    written: { type: 'string', default: 'test/text/written-pages' },
    /** Written pages whose names begin with one of these are left out, and what is wrong on them is told. */
    'hold-out': { type: 'string', default: 'K-Z' },
    /** Fits and writes the weights of titles alone. */
    titles: { type: 'boolean', default: false },
    /** Fits and writes both tables from nothing; else those of headings alone, from what is in the tree. */
    anew: { type: 'boolean', default: false },
    out: { type: 'string', default: 'src-main/text' },
  },
});
const report = (line: string): void => void process.stderr.write(`${line}\n`);

/** What a line of each kind of page counts where titles are told from text, and where headings are read. */
const WORTH = {
  titles: { gold: 4, sample: 3, written: 1.8, furnished: 0.3, set: 0.2, plain: 1.2, unspoken: 0 },
  headings: { gold: 4, sample: 3, written: 1.8, furnished: 0.1, set: 0.3, plain: 1.2, unspoken: 0.3 },
};
const FURNISHED = 250;
const PLAIN = 500;
/** Of each kind, editions twice. */
const SET = 150;
/** Plain documents, and one of so many set pages, that are read without a language model. */
const UNSPOKEN = 150;
const UNSPOKEN_SHARE = 12;
const ITEMS_A_PAGE = 14;
const LONGEST_STANDING = 14;

interface Pages {
  readonly name: keyof typeof WORTH.titles;
  readonly language: LanguageScores | null;
  readonly pages: readonly KnownPage[];
}

const language = loadLanguageModel(readFileSync('resources/language-model.bin'));
const written = readWrittenPages(values.written);
const held = written.filter(({ fileName }) => new RegExp(`^[${values['hold-out']}]`, 'u').test(fileName));
const sets: readonly Pages[] = [
  { name: 'gold', language, pages: readKnownPages(`${values.evaluation}/dev`) },
  { name: 'sample', language, pages: readKnownPages(`${values.evaluation}/seed`) },
  { name: 'written', language, pages: written.filter((page) => !held.includes(page)) },
  ...furnished(),
];

const titleWeights = values.anew || values.titles ? fittedTitles() : TITLE_WEIGHTS;
if (!values.titles) fitOffices();

function fittedTitles(): readonly number[] {
  const untitled = sets.map(({ language, pages }) => pages.map((page) => headingExamples(page, language, null)));
  const weights = fitTitles(
    untitled.flatMap((examples, set) =>
      examples.flatMap(({ titles }) => titles.map((title) => ({ ...title, worth: WORTH.titles[sets[set]!.name] }))),
    ),
    { penalty: 1, rounds: 400, rate: 0.1 },
  );
  writeTitleWeights(`${values.out}/title-weights.ts`, weights);
  return weights;
}

function fitOffices(): void {
  const titled = sets.map(({ language, pages }) => pages.map((page) => headingExamples(page, language, titleWeights)));
  const weights = fitHeadings(
    titled.flatMap((examples, set) =>
      examples.flatMap(({ stacks }) => stacks.map((stack) => ({ ...stack, worth: WORTH.headings[sets[set]!.name] }))),
    ),
    values.anew
      ? { hidden: 24, penalty: 3, hiddenPenalty: 9, rounds: 250, rate: 0.06, report }
      : { hidden: 24, penalty: 6, hiddenPenalty: 18, rounds: 120, rate: 0.02, report, from: FITTED },
  );
  writeHeadingWeights(`${values.out}/heading-weights.ts`, weights);
  for (const [set, { name }] of sets.entries()) tell(name, weights, titled[set]!);
  if (held.length > 0)
    tell(
      'held out',
      weights,
      held.map((page) => headingExamples(page, language, titleWeights)),
    );
}

function tell(name: string, weights: OfficeWeights, examples: readonly HeadingExamples[]): void {
  const { wrong, lines } = headingErrors(
    weights,
    examples.flatMap(({ stacks }) => stacks),
  );
  report(`${name}: ${wrong} of ${lines} heading lines wrong`);
}

function furnished(): readonly Pages[] {
  const { items, kept } = readCorpus(values.corpus, values.evaluation);
  const even = new Set(items.filter((_, place) => place % 2 === 0));
  const half = loadLanguageModel(
    languageModelOf(
      kept.filter((item) => even.has(item)),
      USUAL_THRESHOLD,
      report,
    ),
  );
  const others = kept.filter(
    (item) => !even.has(item) && !item.title.includes('快讯') && item.paragraphs.length > 1 && item.paragraphs.join('').length > 150,
  );
  const standing = [...new Set(items.flatMap(({ title }) => [...title.matchAll(BRACKETED)].map(([, name]) => name!.trim())))].filter(
    (name) => name.length >= 2 && name.length <= LONGEST_STANDING,
  );
  const spared = new Set(partedForMeasuring(kept).held);
  const stock = stockOf(
    others.filter((item) => !spared.has(item)),
    numbersFrom(77),
  );
  const set = (['lines', 'hard', 'edition', 'edition'] as const).flatMap((kind, at) =>
    Array.from({ length: SET }, (_, seed) => setPage(stock, kind, 20_000 + at * 1000 + seed)),
  );
  const below = numbersFrom(1);
  const draw = (): readonly NewsItem[] => Array.from({ length: ITEMS_A_PAGE }, () => others[below(others.length)]!);
  return [
    { name: 'set', language: half, pages: set },
    {
      name: 'unspoken',
      language: null,
      pages: [
        ...set.filter((_, at) => at % UNSPOKEN_SHARE === 0),
        ...Array.from({ length: UNSPOKEN }, (_, seed) =>
          plainDocument(others.slice(seed * ITEMS_A_PAGE, (seed + 1) * ITEMS_A_PAGE), 9000 + seed),
        ),
      ],
    },
    {
      name: 'furnished',
      language: half,
      pages: Array.from({ length: FURNISHED }, (_, seed) => furnishPage(draw(), standing, seed + 1)),
    },
    {
      name: 'plain',
      language: half,
      pages: Array.from({ length: PLAIN }, (_, seed) => plainDocument(draw(), seed + 1)),
    },
  ];
}
