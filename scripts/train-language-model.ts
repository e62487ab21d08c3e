/**
 * Trains resources/language-model.bin. Command and corpus are described in src-main/text/language/README.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { languageModelOf, readCorpus } from './training/corpus';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/news-2012-2026.jsonl.gz' },
    'leave-out': { type: 'string', default: '../shared/eval' },
    threshold: { type: 'string', default: '5.95' },
    parity: { type: 'string' },
    out: { type: 'string', default: 'resources/language-model.bin' },
  },
});

const report = (line: string): void => void process.stderr.write(`${line}\n`);
const { items, kept } = readCorpus(values.corpus, values['leave-out']);
const places = new Map(items.map((item, place) => [item, place]));
const taken = kept.filter((item) => values.parity === undefined || places.get(item)! % 2 === Number(values.parity));
report(`${taken.length} of ${items.length} items`);
const model = languageModelOf(taken, Number(values.threshold), report);
writeFileSync(values.out, model);
report(`${values.out}: ${model.length} bytes`);
