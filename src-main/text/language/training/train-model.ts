/**
 * A corpus of paragraphs -> the packed language model. Deterministic: the same corpus gives the same bytes.
 * Training only.
 */
import { packModel } from '../model-file';
import type { MatterTable, ModelData } from '../model-file';
import { WEIGHT_BITS } from '../title-scores';
import type { LineWeights } from '../title-scores';
import { encodeLogs } from '../run-probability';
import { buildRunTable, hashRun } from '../run-table';
import { EDGE, SKIPPED, UNKNOWN, foldCharacter, symbolTable } from '../symbols';
import type { SymbolTable } from '../symbols';
import type { LineExamples } from './line-examples';
import { trainLines } from './train-lines';
import { trainMatter } from './train-matter';
import type { MatterOptions } from './train-matter';
import { countRuns } from './count-ngrams';
import { estimateModel } from './estimate-model';
import type { RunEstimates } from './estimate-model';

export interface TrainingOptions {
  /** Nats by which a run must help, over all its occurrences, to stay. */
  readonly threshold: number;
  /** Characters seen less often than this are taken together as unknown. */
  readonly leastCount: number;
  /** What titles, standing titles and lines of text look like; null trains none, and all lines score alike. */
  readonly lines: LineExamples | null;
  /** Whole articles, for what pairs of characters are about; null trains none, and no text is about anything. */
  readonly matter: (MatterOptions & { readonly articles: readonly string[] }) | null;
  readonly report: (line: string) => void;
}

/** @param simplify traditional -> simplified text, character by character */
export function trainModel(paragraphs: readonly string[], simplify: (text: string) => string, options: TrainingOptions): Uint8Array {
  const characters = vocabularyOf(paragraphs, options.leastCount);
  const simplified = foldedForms(characters, simplify);
  const symbols = symbolTable(characters, simplified);
  const corpus = corpusOf(paragraphs, symbols);
  options.report(`${paragraphs.length} paragraphs, ${corpus.length} symbols, ${symbols.size} of them distinct`);
  const counts = countRuns(corpus);
  const estimates = estimateModel(corpus, counts, symbols.size, options.threshold);
  for (const { length, kept } of estimates)
    options.report(`runs of ${length}: ${kept.length} counted, ${kept.reduce((sum, one) => sum + one, 0)} kept`);
  const single = new Float32Array(symbols.size).fill(-16);
  const singleBackoff = new Float32Array(symbols.size);
  const share = new Float32Array(symbols.size).fill(-16);
  const [ones, ...longer] = estimates as readonly [RunEstimates, ...RunEstimates[]];
  ones.position.forEach((position, run) => {
    const symbol = corpus[position] as number;
    single[symbol] = ones.logProbability[run] as number;
    singleBackoff[symbol] = ones.logBackoff[run] as number;
    share[symbol] = Math.log((ones.count[run] as number) / corpus.length);
  });
  return packModel(
    {
      runs: tableOf(corpus, longer),
      single,
      singleBackoff,
      share,
      ...lineModels(symbols, options.lines),
      matter: options.matter ? trainMatter(symbols, options.matter.articles, options.matter) : NO_MATTER,
    },
    characters,
    simplified,
  );
}

export function lineModels(symbols: SymbolTable, lines: LineExamples | null): Pick<ModelData, 'titles' | 'standing'> {
  if (!lines) return { titles: UNTRAINED, standing: UNTRAINED };
  return { titles: trainLines(symbols, lines.titles, lines.text, 1), standing: trainLines(symbols, lines.standing, lines.titles, 2) };
}

const NO_MATTER: MatterTable = { pairs: new Int32Array(0), vectors: new Int8Array(0) };
const UNTRAINED: LineWeights = { weights: new Int8Array(2 ** WEIGHT_BITS), step: 0, bias: 0 };

/** Commonest first; ties by code point. */
function vocabularyOf(paragraphs: readonly string[], leastCount: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs)
    for (const character of paragraph) {
      const folded = foldCharacter(character);
      if (folded.length === 1) counts.set(folded, (counts.get(folded) ?? 0) + 1);
    }
  return [...counts]
    .filter(([, count]) => count >= leastCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([character]) => character);
}

/** Characters outside the vocabulary whose simplified form is in it. */
function foldedForms(characters: readonly string[], simplify: (text: string) => string): ReadonlyMap<string, string> {
  const known = new Set(characters);
  const forms = new Map<string, string>();
  for (let code = 0x4e00; code < 0xa000; code += 1) {
    const character = String.fromCharCode(code);
    const plain = simplify(character);
    if (!known.has(character) && plain.length === 1 && known.has(plain)) forms.set(character, plain);
  }
  return forms;
}

function corpusOf(paragraphs: readonly string[], symbols: SymbolTable): Uint16Array {
  const corpus = new Uint16Array(paragraphs.reduce((sum, paragraph) => sum + paragraph.length + 1, 1));
  corpus[0] = EDGE;
  let size = 1;
  for (const paragraph of paragraphs) {
    const before = size;
    for (let index = 0; index < paragraph.length; index += 1) {
      const symbol = symbols.ofUnit[paragraph.charCodeAt(index)] as number;
      if (symbol === SKIPPED) continue;
      corpus[size] = symbol;
      size += 1;
    }
    if (size === before) continue;
    corpus[size] = EDGE;
    size += 1;
  }
  return corpus.slice(0, size);
}

function tableOf(corpus: Uint16Array, estimates: readonly RunEstimates[]): ReturnType<typeof buildRunTable> {
  const size = estimates.reduce((sum, { kept }) => sum + kept.reduce((inner, one) => inner + one, 0), 0);
  const hashes = new Uint32Array(size);
  const values = new Uint16Array(size);
  let at = 0;
  for (const { length, kept, position, logProbability, logBackoff } of estimates)
    for (let run = 0; run < kept.length; run += 1) {
      if (!kept[run]) continue;
      const start = position[run] as number;
      let hash = 0;
      for (let offset = length - 1; offset >= 0; offset -= 1) hash = hashRun(hash, corpus[start + offset] ?? UNKNOWN);
      hashes[at] = hash;
      values[at] = encodeLogs(logProbability[run] as number, logBackoff[run] as number);
      at += 1;
    }
  return buildRunTable(hashes, values);
}
