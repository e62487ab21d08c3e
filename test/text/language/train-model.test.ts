import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src-main/text/language/model-file';
import { runScorer } from '../../../src-main/text/language/run-probability';
import { EDGE, firstSymbols } from '../../../src-main/text/language/symbols';
import { countRuns } from '../../../src-main/text/language/training/count-ngrams';
import { trainModel } from '../../../src-main/text/language/training/train-model';

const paragraphs = Array.from(
  { length: 60 },
  (_, index) => `第${'甲乙丙丁'[index % 4]}组种了${index % 3 ? '茶树' : '果树'}，${'春夏秋冬'[index % 4]}天采收。`,
);
const options = { threshold: 0, leastCount: 1, lines: null, report: (): void => undefined };
const train = (): Uint8Array => trainModel(paragraphs, (text) => text, options);

describe('training', () => {
  it('gives the same bytes for the same corpus', () => {
    expect(Buffer.from(train()).equals(Buffer.from(train()))).toBe(true);
  });

  it('counts every run once for each place it stands, and none across a paragraph edge', () => {
    const counts = countRuns(Uint16Array.of(EDGE, 2, 3, 2, 3, EDGE, 2, 3, EDGE));
    const pairs = [...(counts[1]?.count ?? [])];
    expect(pairs.reduce((sum, count) => sum + count, 0)).toBe(8);
    expect([...(counts[4]?.count ?? [])]).toEqual([1, 1]);
  });

  it('makes probabilities that sum to one after any context', () => {
    const model = readModel(train());
    const score = runScorer(model);
    const row = new Uint16Array(16);
    for (const context of ['', '种了', '第甲组种', '天采', '树，春']) {
      const length = firstSymbols(model.symbols, context, 8, row, 0);
      let sum = 0;
      for (let symbol = 0; symbol < model.symbols.size; symbol += 1) {
        row[length] = symbol;
        sum += Math.exp(score(row, 0, length, length + 1));
      }
      expect(sum).toBeGreaterThan(0.8);
      expect(sum).toBeLessThan(1.2);
    }
  });

  it('learns what follows what', () => {
    const model = readModel(train());
    const row = new Uint16Array(16);
    const score = runScorer(model);
    const chance = (text: string): number => {
      const length = firstSymbols(model.symbols, text, 8, row, 0);
      return score(row, 0, length - 1, length);
    };
    expect(chance('种了茶')).toBeGreaterThan(chance('种了春'));
    expect(chance('天采收')).toBeGreaterThan(chance('天采茶'));
  });
});
