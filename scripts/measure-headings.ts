/**
 * How headings and the bounds of articles are read on pages that are made as papers set them, of items that the language model has not read,
 * and on the written pages. Described in scripts/training/README.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { numbersFrom } from '../src-main/text/language/training/train-lines';
import { loadLanguageModel } from '../src-main/text/language/language-model';
import { parseBriefing } from '../src-main/text/parse-briefing';
import type { LanguageScores } from '../src-main/text/document';
import { countPage } from './training/count-fields';
import type { Counts } from './training/count-fields';
import { USUAL_THRESHOLD, languageModelOf, partedForMeasuring, readCorpus } from './training/corpus';
import { readWrittenPages } from './training/known-page';
import type { KnownPage } from './training/known-page';
import { setPage, stockOf } from './training/set-pages';
import type { PageKind } from './training/set-pages';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/news-2012-2026.jsonl.gz' },
    evaluation: { type: 'string', default: '../shared/eval' },
    written: { type: 'string', default: 'test/text/written-pages' },
    pages: { type: 'string', default: '200' },
    /** Of the first page. */
    seed: { type: 'string', default: '1' },
    /** The language model of the items that are not held out is read from this file, or left there for the next time. */
    language: { type: 'string' },
    /** Tells every field that is wrong, or every page with its articles. */
    tell: { type: 'string' },
    kind: { type: 'string', default: 'lines,hard,edition,written' },
  },
});

const { kept } = readCorpus(values.corpus, values.evaluation);
const { read, held } = partedForMeasuring(kept);
const kinds = values.kind.split(',');

for (const kind of ['lines', 'hard', 'edition'] as const) if (kinds.includes(kind)) measure(kind, unread(), made(kind));
if (kinds.includes('written'))
  measure('written', loadLanguageModel(readFileSync('resources/language-model.bin')), readWrittenPages(values.written));

function made(kind: PageKind): readonly KnownPage[] {
  const stock = stockOf(held, numbersFrom(Number(values.seed)));
  return Array.from({ length: Number(values.pages) }, (_, page) => setPage(stock, kind, Number(values.seed) + page));
}

function unread(): LanguageScores {
  const file = values.language;
  if (file && existsSync(file)) return loadLanguageModel(readFileSync(file));
  const bytes = languageModelOf(read, USUAL_THRESHOLD, () => {});
  if (file) writeFileSync(file, bytes);
  return loadLanguageModel(bytes);
}

function measure(name: string, language: LanguageScores, pages: readonly KnownPage[]): void {
  const counts: Counts = { fields: new Map(), bounds: { right: 0, wrong: 0, missed: 0 } };
  for (const page of pages) {
    const parsed = parseBriefing(page.text, { encoding: 'utf-8', fileName: null, language });
    countPage(counts, page, parsed, (line) => {
      if (values.tell) process.stdout.write(`${page.fileName} ${line}\n`);
    });
  }
  const fields = [...counts.fields].map(
    ([field, { right, wanted, invented }]) => `${field} ${(right / wanted).toFixed(3)} of ${wanted} +${invented}`,
  );
  const { right, wrong, missed } = counts.bounds;
  const bounds = `bounds ${((2 * right) / (2 * right + wrong + missed)).toFixed(3)} (${right} right, ${wrong} wrong, ${missed} missed)`;
  process.stdout.write(`${name}, ${pages.length} pages: ${[bounds, ...fields].join(', ')}\n`);
}
