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
import { languageModelOf, readCorpus } from './training/corpus';
import { fitHeadings, headingErrors } from './training/fit-headings';
import { fitTitles } from './training/fit-titles';
import { furnishPage, plainDocument } from './training/furnish';
import type { NewsItem } from './training/furnish';
import { headingExamples } from './training/heading-examples';
import type { HeadingExamples } from './training/heading-examples';
import type { OfficeWeights } from '../src-main/text/read-heading';
import { readKnownPages, readWrittenPages } from './training/known-page';
import type { KnownPage } from './training/known-page';
import { writeHeadingWeights, writeTitleWeights } from './training/write-weights';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/news-2012-2026.jsonl.gz' },
    evaluation: { type: 'string', default: '../shared/eval' },
    written: { type: 'string', default: 'test/text/written-pages' },
    /** Written pages whose names begin so are left out, and what is wrong on them is told. */
    'hold-out': { type: 'string', default: '-' },
    /** Fits and writes the weights of titles alone. */
    titles: { type: 'boolean', default: false },
    out: { type: 'string', default: 'src-main/text' },
  },
});
const report = (line: string): void => void process.stderr.write(`${line}\n`);

/** What a line of each kind of page counts where titles are told from text, and where headings are read. */
const WORTH = {
  titles: { gold: 4, sample: 3, written: 1.8, furnished: 0.3, plain: 1.2 },
  headings: { gold: 2, sample: 3, written: 1.8, furnished: 0.1, plain: 1.2 },
};
const FURNISHED = 250;
const PLAIN = 500;
const ITEMS_A_PAGE = 14;
const LONGEST_STANDING = 14;
/** Nats that pruning the half model may cost; furnished pages are made of the other half's items, which it does not know. */
const HALF_THRESHOLD = 5.95;

interface Pages {
  readonly name: keyof typeof WORTH.titles;
  readonly language: LanguageScores;
  readonly pages: readonly KnownPage[];
}

const language = loadLanguageModel(readFileSync('resources/language-model.bin'));
const written = readWrittenPages(values.written);
const held = written.filter(({ fileName }) => fileName.startsWith(values['hold-out']));
const sets: readonly Pages[] = [
  { name: 'gold', language, pages: readKnownPages(`${values.evaluation}/dev`) },
  { name: 'sample', language, pages: readKnownPages(`${values.evaluation}/seed`) },
  { name: 'written', language, pages: written.filter((page) => !held.includes(page)) },
  ...furnished(),
];

const untitled = sets.map(({ language, pages }) => pages.map((page) => headingExamples(page, language, null)));
const titleWeights = fitTitles(
  untitled.flatMap((examples, set) =>
    examples.flatMap(({ titles }) => titles.map((title) => ({ ...title, worth: WORTH.titles[sets[set]!.name] }))),
  ),
  { penalty: 1, rounds: 400, rate: 0.1 },
);
writeTitleWeights(`${values.out}/title-weights.ts`, titleWeights);
if (!values.titles) fitOffices();

function fitOffices(): void {
  const titled = sets.map(({ language, pages }) => pages.map((page) => headingExamples(page, language, titleWeights)));
  const weights = fitHeadings(
    titled.flatMap((examples, set) =>
      examples.flatMap(({ stacks }) => stacks.map((stack) => ({ ...stack, worth: WORTH.headings[sets[set]!.name] }))),
    ),
    { hidden: 24, penalty: 3, hiddenPenalty: 9, rounds: 250, rate: 0.06, report },
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
      HALF_THRESHOLD,
      report,
    ),
  );
  const others = kept.filter(
    (item) => !even.has(item) && !item.title.includes('快讯') && item.paragraphs.length > 1 && item.paragraphs.join('').length > 150,
  );
  const standing = [...new Set(items.flatMap(({ title }) => [...title.matchAll(BRACKETED)].map(([, name]) => name!.trim())))].filter(
    (name) => name.length >= 2 && name.length <= LONGEST_STANDING,
  );
  const below = numbersFrom(1);
  const draw = (): readonly NewsItem[] => Array.from({ length: ITEMS_A_PAGE }, () => others[below(others.length)]!);
  return [
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
