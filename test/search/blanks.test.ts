import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originalSpans, squeezeText, withPlainBlanks } from '../../src-main/contract/squeeze';
import { foldText } from '../../src-main/search/fold';
import type { Hit, MatchPlace, SearchableArticle } from '../../src-main/search/search';
import { article, formsPlainly, foundBy, openTestLibrary, squeezePlainly } from './test-library';
import type { TestLibrary } from './test-library';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
  await library.add(
    article(1, { headline: '茶山\n通车', byline: '记者 李　强 摄', column: '简 讯', paragraphs: ['山路修好了。'] }),
    article(2, { headline: '强村记', paragraphs: ['桃李满园，越办越强。', '末尾李', '强开头'] }),
    article(3, {
      headline: '雪场\r\n　　开门',
      locality: '水 城',
      paper: '凉都 晚报',
      paragraphs: ['本报讯（记者 冼　立）雪场\n昨日开门，冼 立最先到。'],
    }),
    article(4, { kind: 'brief', paragraphs: ['第 5 期、第 六 期都已发出，A 股与 B 股、王 A 明不在其中，李, 强。（𠮷　野）'] }),
    article(5, { headline: '李强茶园', date: '2023-11-20', paragraphs: ['茶山通车一年。'] }),
  );
  await library.search.warm();
});
afterAll(() => library.close());

describe('words set wide are one word', () => {
  it.each<[string, number[]]>([
    ['李强', [1, 5]],
    ['"李 强"', [1, 5]],
    ['“李　强”', [1, 5]],
    ['记者李强', []],
    ['"记者　李 强 摄"', [1]],
    ['者李', []],
    ['"者　李"', [1]],
    ['李 强', [1, 2, 4, 5]],
    ['简讯', [1]],
    ['栏目:简讯', [1]],
    ['茶山通车', [5]],
    ['"茶山 通车"', [1]],
    ['山通', [5]],
    ['雪场昨日', []],
    ['记者:李强', [1]],
    ['署名:李强', [1]],
    ['署名：冼立', [3]],
    ['作者:"冼 立"', [3]],
    ['-记者:李强 李强', [5]],
    ['地:水城', [3]],
    ['报:凉都晚报', []],
    ['报:"凉都 晚报"', [3]],
    ['第六期', []],
    ['"六 期都"', [4]],
    ['𠮷野', [4]],
    ['记者:𠮷野', [4]],
    ['末尾李强', []],
  ])('%s', async (typed, found) => {
    expect(await foundBy(library.search, typed)).toEqual(found);
  });

  it.each<[string, number[]]>([
    ['第5期', []],
    ['"第 5 期"', [4]],
    ['"第  5 期"', []],
    ['A股', []],
    ['"A 股"', [4]],
    ['王A明', []],
    ['李,强', []],
    ['"李, 强"', [4]],
  ])('but beside a letter, a digit or a mark it does: %s', async (typed, found) => {
    expect(await foundBy(library.search, typed)).toEqual(found);
  });
});

const hitOf = async (typed: string, id: number): Promise<Hit> =>
  (await library.search.query({ text: typed })).hits.find((hit) => hit.article.id === id)!;
const printedAt = (one: SearchableArticle, place: MatchPlace): string => {
  const text = place.field === 'paragraph' ? one.paragraphs[place.paragraph]! : one[place.field]!;
  return text.slice(place.start, place.end);
};

describe('what is marked', () => {
  it('are the characters as they are printed, the blank among them', async () => {
    const byName = await hitOf('李强', 1);
    expect([printedAt(byName.article, byName.place!), byName.matchCount]).toEqual(['李　强', 1]);
    expect(byName.matches.map(({ start, end }) => byName.snippet.slice(start, end))).toEqual(['李　强']);
  });

  it('is the name in the signature, counted once', async () => {
    const first = await hitOf('署名:冼立', 3);
    expect([printedAt(first.article, first.place!), first.matchCount]).toEqual(['冼　立', 1]);
    expect((await hitOf('冼立', 3)).matchCount).toBe(1);
    const last = await hitOf('署名:𠮷野', 4);
    expect([printedAt(last.article, last.place!), last.matchCount]).toEqual(['𠮷　野', 1]);
  });
});

const blanky = fc
  .array(fc.constantFrom('李', '强', '體', '𠮷', '〇', 'か', 'a', '5', '，', ' ', '　', '\n', '\r\n', '\t', '\ud842'), { maxLength: 24 })
  .map((parts) => parts.join(''));

const bare = (text: string): string => text.replace(/\s/gu, '');

describe('squeezing', () => {
  it('leaves out what stands blank between lone Han characters, and nothing else', () => {
    fc.assert(
      fc.property(blanky.map(withPlainBlanks), (text) => {
        expect(squeezeText(text)).toBe(squeezePlainly(text));
      }),
    );
  });

  it('gives back the stretch that a match was printed in', () => {
    fc.assert(
      fc.property(blanky.map(withPlainBlanks), fc.nat(), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
        const characters = Array.from(squeezeText(text));
        const at = from % (characters.length + 1);
        const start = characters.slice(0, at).join('').length;
        const sought = characters.slice(at, at + length).join('');
        fc.pre(sought !== '' && sought === sought.trim());
        const [span] = originalSpans(text, [{ start, end: start + sought.length }]);
        const printed = text.slice(span!.start, span!.end);
        expect(bare(printed)).toBe(bare(sought));
        expect(printed).toBe(printed.trim());
        expect(bare(text.slice(0, span!.end))).toBe(bare(squeezeText(text).slice(0, start + sought.length)));
      }),
    );
  });
});

describe('on random text', () => {
  it('every match of a phrase is marked where it is printed, and counted', async () => {
    let matched = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(blanky, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 7 })), { minLength: 6, maxLength: 6 }),
        async (contents, cuts) => {
          const fresh = await openTestLibrary();
          try {
            await fresh.add(
              ...contents.map(([headline, ...paragraphs], at) => article(at + 1, { headline: headline || null, paragraphs })),
            );
            const stored = await fresh.reader.after(0, 100);
            const texts = stored.flatMap((one) => [one.headline ?? '', ...one.paragraphs]);
            for (const [which, from, length] of cuts) {
              const text = texts[which % texts.length]!;
              const phrase = text.slice(from % (text.length + 1)).slice(0, length);
              const forms = new Set(formsPlainly(foldText(phrase).trim()));
              const [sought = ''] = forms;
              if (sought === '') continue;
              for (const { article: id, places } of await fresh.search.marks(`"${phrase}"`, 1)) {
                const one = stored.find((each) => each.id === id)!;
                if (forms.size > 1) {
                  expect(places.length).toBeGreaterThan(0);
                  continue;
                }
                for (const place of places) expect(squeezePlainly(foldText(printedAt(one, place)))).toBe(sought);
                const passages = [one.headline ?? '', ...one.paragraphs].map((passage) => squeezePlainly(foldText(passage)));
                expect(places.length).toBe(passages.reduce((sum, passage) => sum + passage.split(sought).length - 1, 0));
                matched += places.length;
              }
            }
          } finally {
            await fresh.close();
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(matched).toBeGreaterThan(100);
  });
});
