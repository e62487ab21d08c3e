import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { readModel } from '../../../src-main/text/language/model-file';
import { runScorer } from '../../../src-main/text/language/run-probability';
import { EDGE, firstSymbols } from '../../../src-main/text/language/symbols';
import { countRuns } from '../../../src-main/text/language/training/count-ngrams';
import { trainModel } from '../../../src-main/text/language/training/train-model';

const paragraphs = Array.from(
  { length: 60 },
  (_, index) => `第${'甲乙丙丁'[index % 4]}组种了${index % 3 ? '茶树' : '果树'}，${'春夏秋冬'[index % 4]}天采收。`,
);
const options = { threshold: 0, leastCount: 1, lines: null, matter: null, report: (): void => undefined };
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

  it('gives pairs that stand in the same articles like vectors, and those of other fields unlike ones', () => {
    const fields = [
      ['茶园', '采摘', '烘焙', '芽叶', '新茶', '制茶'],
      ['港口', '货轮', '集装', '吊装', '航线', '泊位'],
    ];
    const articles = fields.flatMap((words, field) =>
      words.flatMap((word, at) =>
        Array.from(
          { length: 6 },
          (_, turn) => `${word}，${words[(at + 1 + (turn % 4)) % words.length]!}，${'甲乙丙丁戊己'[turn]!}${field}`,
        ),
      ),
    );
    const matter = { articles, pairs: 12, size: 1, leastArticles: 2, mostShare: 0.9, spare: 2 };
    const trained = (): Uint8Array => trainModel(articles, (text) => text, { ...options, matter });
    expect(Buffer.from(trained()).equals(Buffer.from(trained()))).toBe(true);
    const model = loadLanguageModel(trained());
    const numberOf = (word: string): number => {
      const into = new Int32Array(1);
      model.sumMatter(Int32Array.of(model.matterPlace(model.topicPairs(word).pairs[0]!)), 1, into);
      return into[0]!;
    };
    expect(model.matterSize).toBe(1);
    expect(numberOf('茶园') * numberOf('制茶')).toBeGreaterThan(0);
    expect(numberOf('货轮') * numberOf('泊位')).toBeGreaterThan(0);
    expect(numberOf('茶园') * numberOf('泊位')).toBeLessThan(0);
    expect(model.matterPlace(model.topicPairs('大象').pairs[0]!)).toBe(-1);
  });
});
