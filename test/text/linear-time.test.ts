import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkParsed } from '../../src-main/text/check-document';
import type { ArticleDraft, LanguageScores, ParagraphDraft } from '../../src-main/text/document';
import { loadLanguageModel } from '../../src-main/text/language/language-model';
import type { BreakLink } from '../../src-main/text/break-links';
import { inOrder } from '../../src-main/text/order-fragments';
import { openDocument, parseBriefing } from '../../src-main/text/parse-briefing';

const model = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../resources/language-model.bin', import.meta.url))));

function parsed(text: string, language: LanguageScores = model) {
  return parseBriefing(text, { encoding: 'utf-8', fileName: 'page.txt', language });
}

const SIZE = 6000;
const TIMES = 4;
/** Of the time four times the text may take; work that grows with the square takes sixteen times as long. */
const MOST_TIMES_AS_LONG = 10;
/** Too little to tell how it grows. */
const NO_TIME = 0.25;
const TRIES = 4;

const ODD_FILES: Readonly<Record<string, string>> = {
  'one character a line': '字\n',
  'one line without end': '一行没有尽头的文字，',
  'lines that all break off': '一行没有尽头的文字，\n',
  'quotations never closed': '“说\n',
  'nothing but titles': '今天天气很好\n',
  'nothing but places': '六盘水市\n',
  'nothing but column names': '【短讯】\n',
  'nothing but decks': '——某地的事\n',
  'nothing but bylines': '本报记者 王伟\n',
  'nothing but picture credits': '赵松 摄\n',
  'nothing but jump lines': '（下转第4版）\n（上接第1版）\n',
  'titles over the same text': '今天天气很好\n天气很好，大家都出来了，桥上站满了看花的人，\n',
  'words of another script': 'the quick brown fox\n',
  'nothing but line ends': '\n',
};

/** Processor seconds; what other programs do is not counted. */
function secondsFor(text: string): number {
  const before = process.cpuUsage();
  parsed(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function ofSize(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

function paragraphOf(block: number): ParagraphDraft {
  return { role: 'body', blocks: [block], joins: [] };
}

/** For articles of two paragraphs, the second of which goes on in the middle of the first one's sentence. */
function secondsToOrder(articles: number): number {
  const links = new Map<number, BreakLink>();
  const drafts = Array.from({ length: articles }, (_, index): ArticleDraft => {
    const block = index * 2;
    links.set(block, { tail: block, head: block + 1, weight: 5, margin: 5, adjacent: true, gap: null });
    const paragraphs = [paragraphOf(block), paragraphOf(block + 1)];
    const judgement = { rule: 'invented', confidence: 'certain' } as const;
    return { kind: 'feature', heading: [], paragraphs, columnBlocks: [], jump: null, judgement };
  });
  const document = openDocument('', { encoding: 'utf-8', fileName: null, language: null });
  const before = process.cpuUsage();
  for (const draft of drafts) inOrder(document, draft, draft.paragraphs, links);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** How many times as long the longer text takes. A try may be spoilt by what else this process does; growth with the square spoils them all. */
function growthOf(short: string, long: string): number {
  parsed(short);
  let growth = Infinity;
  for (let attempt = 0; attempt < TRIES && growth > MOST_TIMES_AS_LONG; attempt++) {
    const time = secondsFor(long);
    growth = time < NO_TIME ? 0 : time / secondsFor(short);
  }
  return growth;
}

/** A story that breaks off within a sentence, and the heading of a piece set into it. */
const BROKEN_OFF = `老渡口添了航标灯
本报记者 韩松
白茅渡口的老船工郭水生守了三十年渡口，最怕的是夜里过江的货船看不清北汊的浅滩。
如今夜里过江的货船多了一倍，郭水生还是每天傍晚到渡口去看新添的
征集老照片
本报记者 沈亦
`;

function lineOfPiece(_: unknown, at: number): string {
  const street = `${'东西南北中'[at % 5]}${'桥街巷弄坊'[Math.floor(at / 5) % 5]}${at}号`;
  return `${street}的住户送来第${at * 7}张老照片，照片上的${'茶馆船埠粮站'.slice(at % 5, (at % 5) + 2)}早已拆了。`;
}

describe('time grows with the text and no faster', () => {
  it.each(Object.entries(ODD_FILES))('%s', { timeout: 120_000 }, (_, piece) => {
    expect(growthOf(ofSize(piece, SIZE), ofSize(piece, SIZE * TIMES))).toBeLessThanOrEqual(MOST_TIMES_AS_LONG);
  });

  it('a piece without end behind a story that breaks off is looked through once', () => {
    const looked = [200, 200 * TIMES].map((count) => {
      let characters = 0;
      const topicPairs = (text: string) => {
        characters += text.length;
        return model.topicPairs(text);
      };
      parsed(BROKEN_OFF + Array.from({ length: count }, lineOfPiece).join('\n'), { ...model, topicPairs });
      return characters;
    });
    expect(looked[1]! / looked[0]!).toBeLessThan(TIMES * 1.5);
  });

  it('fragments of very many articles are put in order', () => {
    const time = secondsToOrder(6000);
    expect(time < NO_TIME ? 0 : time / secondsToOrder(1500)).toBeLessThanOrEqual(MOST_TIMES_AS_LONG);
  });

  it('the language model is asked as often as the text is long', () => {
    const counts = [SIZE, SIZE * TIMES].map((size) => {
      let asked = 0;
      const language = new Proxy<LanguageScores>(model, {
        get(target, name: keyof LanguageScores) {
          asked++;
          return target[name];
        },
      });
      parsed(ofSize(ODD_FILES['titles over the same text']!, size), language);
      return asked;
    });
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]! / counts[0]!).toBeLessThan(TIMES * 1.5);
  });
});

describe('with the language model', () => {
  it('every character of any page is kept exactly once', () => {
    const line = fc.oneof(
      fc.constantFrom('（上接第一版）', '下转第4版）', '本报记者 张三', '李四 摄', '【短讯】', '——副题', '六盘水市', '春天来了', ''),
      fc.string({ unit: fc.constantFrom(...'一座城市的春天来了，。：；“”（）—… 摄转版12ab'), maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n')),
        (text) => {
          expect(checkParsed(text, parsed(text))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
