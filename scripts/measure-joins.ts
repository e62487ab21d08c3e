/** How many of the breaks of made pages are mended, near and far, on items that the language model has not read. Described in scripts/training/README.md. */
import { parseArgs } from 'node:util';
import { numbersFrom } from '../src-main/text/language/training/train-lines';
import { loadLanguageModel } from '../src-main/text/language/language-model';
import { parseBriefing } from '../src-main/text/parse-briefing';
import type { ParsedSource } from '../src-main/contract/parsed';
import { HARMS, PLACES, asStory, brokenPage } from './training/broken-pages';
import type { Break, BrokenPage } from './training/broken-pages';
import { USUAL_THRESHOLD, languageModelOf, partedForMeasuring, readCorpus } from './training/corpus';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/news-2012-2026.jsonl.gz' },
    evaluation: { type: 'string', default: '../shared/eval' },
    pages: { type: 'string', default: '1200' },
  },
});

const ITEMS_A_PAGE = 5;

const { kept } = readCorpus(values.corpus, values.evaluation);
const { read, held } = partedForMeasuring(kept);
const language = loadLanguageModel(languageModelOf(read, USUAL_THRESHOLD, () => {}));
const items = held.flatMap(asStory);

const counts = { near: { right: 0, wrong: 0, missed: 0 }, far: { right: 0, wrong: 0, missed: 0 } };
const kinds = PLACES.flatMap((place) => HARMS.map((harm) => ({ place, harm, right: 0, of: 0 })));
const mistaken = { 'where a paragraph ends': 0, 'where a text stops': 0, 'for another place': 0 };
const below = numbersFrom(1);
for (let seed = 1; seed <= Number(values.pages); seed++) {
  const page = brokenPage(
    Array.from({ length: ITEMS_A_PAGE }, () => items[below(items.length)]!),
    seed,
  );
  count(page, parseBriefing(page.text, { encoding: 'utf-8', fileName: null, language }));
}
for (const [name, { right, wrong, missed }] of Object.entries(counts))
  print(`${name}: ${right} right, ${wrong} wrong, ${missed} missed, F1 ${((2 * right) / (2 * right + wrong + missed)).toFixed(3)}`);
for (const { place, harm, right, of } of kinds) print(`  ${place}, ${harm}: ${right} of ${of}, ${(right / of).toFixed(3)}`);
for (const [name, wrong] of Object.entries(mistaken)) print(`  wrong ${name}: ${wrong}`);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function count({ text, breaks, stops }: BrokenPage, { articles }: ParsedSource): void {
  const wanted = new Map(breaks.map((known) => [`${known.tail} ${known.head}`, known]));
  const tails = new Set(breaks.map(({ tail }) => tail));
  for (const { paragraphs } of articles)
    for (const { role, spans } of paragraphs) {
      const printed = spans.filter(({ kind }) => kind !== 'duplicate');
      for (const [place, { start }] of printed.entries()) {
        const before = printed[place - 1];
        if (!before || role !== 'body') continue;
        const tail = before.end - 1;
        const joined = countsOf(tail, start);
        const known = wanted.get(`${tail} ${start}`);
        if (known) {
          joined.right++;
          kindOf(known).right++;
          wanted.delete(`${tail} ${start}`);
        } else {
          joined.wrong++;
          mistaken[tails.has(tail) ? 'for another place' : stops.has(tail) ? 'where a text stops' : 'where a paragraph ends']++;
        }
      }
    }
  for (const { tail, head } of wanted.values()) countsOf(tail, head).missed++;
  for (const known of breaks) kindOf(known).of++;

  function countsOf(tail: number, head: number): (typeof counts)['near'] {
    return head > tail && text.slice(tail + 1, head).trim() === '' ? counts.near : counts.far;
  }
}

function kindOf({ place, harm }: Break): (typeof kinds)[number] {
  return kinds.find((kind) => kind.place === place && kind.harm === harm)!;
}
