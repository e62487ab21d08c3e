import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, checkParsed } from '../../src-main/text/check-document';
import { openDocument, parseBriefing, PASSES } from '../../src-main/text/parse-briefing';
import type { ParseOptions } from '../../src-main/text/parse-briefing';

const seed = readFileSync(fileURLToPath(new URL('../../seeds/guizhou-daily-2023-11-25.txt', import.meta.url)), 'utf8');
const options: ParseOptions = { encoding: 'utf-8', fileName: 'page.txt', language: null };

/** What each pass, and then the whole, has lost or doubled. */
function faultsIn(text: string): readonly string[] {
  const faults: string[] = [];
  let document = openDocument(text, options);
  for (const pass of PASSES) {
    document = pass.run(document);
    faults.push(...checkDocument(document).map((fault) => `${pass.name}: ${fault}`));
  }
  return [...faults, ...checkParsed(text, parseBriefing(text, options))];
}

const newsLine = fc.oneof(
  fc.constantFrom(
    '（上接第一版）',
    '下转第4版）',
    '本报记者 张三',
    '李四 摄（图片库）',
    '【短讯】',
    '——副题',
    '六盘水市',
    '',
    '　　',
    '2023年1月2日 星期一',
  ),
  fc.string({ unit: fc.constantFrom(...'一座城市的春天来了，。：；“”（）——… 摄转版接第12ab-'), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('whatever the text', () => {
  it('every character of the sample lies in exactly one place after every pass', () => {
    expect(faultsIn(seed)).toEqual([]);
  });

  it('every character of any string lies in exactly one place after every pass', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(newsLine, { maxLength: 40 }).map((lines) => lines.join('\n')),
        ),
        (text) => {
          expect(faultsIn(text)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('nothing is lost when the lines of the sample are shuffled, cut and broken', () => {
    const lines = seed.split('\n');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: 1 }),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 3 }),
        (shuffled, at, noise) => {
          const text = shuffled.join('\n');
          const cut = at % (text.length + 1);
          expect(faultsIn(text.slice(0, cut) + noise + text.slice(cut))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
