/** Fits what each piece of the evidence of a break is worth: src-main/text/break-weights.ts. Described in scripts/training/README.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forgetBreakSides, breakSidesOf } from '../src-main/text/break-sides';
import { loadLanguageModel } from '../src-main/text/language/language-model';
import { numbersFrom } from '../src-main/text/language/training/train-lines';
import { aroundEvidence } from '../src-main/text/breaks-around';
import { brokenPairs, worthOf } from '../src-main/text/broken-pairs';
import type { BrokenPair } from '../src-main/text/broken-pairs';
import { PASSES, openDocument } from '../src-main/text/parse-briefing';
import { runningTexts } from '../src-main/text/passes/join-paragraphs';
import type { LanguageScores } from '../src-main/text/document';
import { asStory, brokenPage } from './training/broken-pages';
import { USUAL_THRESHOLD, languageModelOf, partedForFitting, partedForMeasuring, readCorpus } from './training/corpus';
import { fitBreaks } from './training/fit-breaks';
import type { BreakExample } from './training/fit-breaks';
import { writeBreakWeights } from './training/write-weights';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/news-2012-2026.jsonl.gz' },
    evaluation: { type: 'string', default: '../shared/eval' },
    pages: { type: 'string', default: '4000' },
    /** The language model of the items that pages are not made of is read from this file, or left there for the next time. */
    language: { type: 'string' },
    out: { type: 'string', default: 'src-main/text' },
  },
});
const report = (line: string): void => void process.stderr.write(`${line}\n`);

const ITEMS_A_PAGE = 5;
/** Texts that a page has at most. */
const MOST_TEXTS = 1000;
/** Far from those of the pages that are measured on. */
const FIRST_SEED = 100_001;
const OPTIONS = {
  penalty: 0.00001,
  rounds: 400,
  rate: 0.2,
  report: (round: number, loss: number) => report(`${round}: ${loss.toFixed(4)}`),
};

const { read, fitted } = partedForFitting(partedForMeasuring(readCorpus(values.corpus, values.evaluation).kept).read);
const language = languageOf(values.language);
const stories = fitted.flatMap(asStory);
const below = numbersFrom(FIRST_SEED);
const pages = Array.from({ length: Number(values.pages) }, (_, page) =>
  knownPairs(
    brokenPage(
      Array.from({ length: ITEMS_A_PAGE }, () => stories[below(stories.length)]!),
      FIRST_SEED + page,
    ),
  ),
);
report(`${pages.reduce((sum, { pairs }) => sum + pairs.length, 0)} pairs`);
const first = fitBreaks(
  pages.flatMap((page, number) => examplesOf(page, number, ({ evidence }) => evidence)),
  OPTIONS,
);
const both = fitBreaks(
  pages.flatMap((page, number) => {
    const again = page.pairs.map((pair) => ({ ...pair, weight: worthOf(first, pair.evidence) + pair.besides }));
    const around = new Map(aroundEvidence(again).map((evidence, place) => [page.pairs[place]!, evidence]));
    return examplesOf(page, number, (pair) => [...pair.evidence, ...around.get(pair)!]);
  }),
  OPTIONS,
);
writeBreakWeights(`${values.out}/break-weights.ts`, { first, again: both.slice(0, first.length), around: both.slice(first.length) });

function languageOf(file: string | undefined): LanguageScores {
  if (file && existsSync(file)) return loadLanguageModel(readFileSync(file));
  const bytes = languageModelOf(read, USUAL_THRESHOLD, report);
  if (file) writeFileSync(file, bytes);
  return loadLanguageModel(bytes);
}

interface KnownPairs {
  readonly pairs: readonly BrokenPair[];
  readonly isBreak: (pair: BrokenPair) => boolean;
}

/** The pairs that may be weighed on a page as it is parsed up to where its breaks are mended. */
function knownPairs({ text, breaks }: ReturnType<typeof brokenPage>): KnownPairs {
  forgetBreakSides();
  const last = PASSES.findIndex(({ name }) => name === 'join-paragraphs');
  const opened = openDocument(text, { encoding: 'utf-8', fileName: null, language });
  const document = PASSES.slice(0, last).reduce((now, pass) => pass.run(now), opened);
  const stretches = runningTexts(document);
  const sides = stretches.map((stretch) => breakSidesOf(language, stretch.source, stretch.text));
  const printed = stretches.map(({ source }) => source.spans.filter(({ kind }) => kind !== 'duplicate'));
  const headOf = new Map(breaks.map(({ tail, head }) => [tail, head]));
  return {
    pairs: brokenPairs(language, stretches, sides),
    isBreak: ({ left, right }) => headOf.get(printed[left]!.at(-1)!.end - 1) === printed[right]![0]!.start,
  };
}

function examplesOf(page: KnownPairs, number: number, evidenceOf: (pair: BrokenPair) => ArrayLike<number>): readonly BreakExample[] {
  return page.pairs.map((pair) => ({
    evidence: evidenceOf(pair),
    isBreak: page.isBreak(pair),
    tail: number * MOST_TEXTS + pair.left,
    head: number * MOST_TEXTS + pair.right,
  }));
}
