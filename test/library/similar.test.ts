import { array, assert, asyncProperty, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { shareBands } from '../../src-main/library/shared-bands';
import { bandNumbers, bandOf, estimateLikeness, likeness, runsOf, signText, solidText } from '../../src-main/library/text-signature';
import { openConnection } from '../../src-main/store/database';
import { articleOfNews } from './invented-news';
import { importTexts, libraryIn, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';

const STORY = `大桥合龙在即

本报记者 林一舟

记者昨日从工地获悉，江心段已完成焊接，工人们正在做最后的检查，桥面铺装将于下月开始，通车后两岸往来只需五分钟。

指挥部负责人表示，沿线六个村镇将同时开通公交，榫卯亭也将原样修复，老渡口的石阶一级不少，供人凭栏看江。

渡工老许在江上摆了四十年船。他说，船要留着，逢年过节还载人过江，让孩子们知道从前的路是怎样走的。
`;
/** As another paper printed it: other title, other byline, a clause less, full-width digits. */
const REPRINT = STORY.replace('大桥合龙在即', '江心段完成焊接 大桥下月铺桥面')
  .replace('本报记者 林一舟', '本报记者 何青')
  .replace('，供人凭栏看江', '')
  .replace('，', ' ，');

const page = (paper: string, day: string, ...texts: readonly string[]) => ({ name: `${paper}-${day}.txt`, text: texts.join('\n\n') });

async function papers(): Promise<TestLibrary> {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    page('山城晚报', '2024-03-02', REPRINT, articleOfNews(4)),
    page('云岭日报', '2024-03-01', articleOfNews(1), STORY, articleOfNews(2)),
    page('江州时报', '2024-03-03', articleOfNews(5), `${STORY.slice(0, 90)}。`),
  );
  return library;
}

test('what several papers print of one story is gathered, the first to print it first, and nothing else', async () => {
  const library = await papers();
  const { threshold, total, groups } = await library.ask('library.similar', {});
  expect(total).toBe(1);
  expect(groups[0]?.articles.map(({ paper, date, headline }) => [paper, date, headline])).toEqual([
    ['云岭日报', '2024-03-01', '大桥合龙在即'],
    ['山城晚报', '2024-03-02', expect.stringContaining('下月铺桥面')],
  ]);
  const [first, second] = groups[0]?.articles ?? [];
  expect(first?.similarity).toBe(1);
  expect(second?.similarity).toBeGreaterThanOrEqual(threshold);
  expect(second?.similarity).toBeLessThan(1);

  expect((await library.ask('library.similar', { threshold: 0.99 })).total).toBe(0);
  const like = await library.ask('library.similar', { article: second?.article ?? 0 });
  expect(like.groups.map((group) => group.articles.map(({ article }) => article))).toEqual([[second?.article, first?.article]]);
  await expect(library.ask('library.similar', { article: 9999 })).rejects.toMatchObject({ data: { code: 'not-found' } });
});

test('an edition in the trash is not compared, and a library from before is', async () => {
  const library = await papers();
  const { directory } = library;
  const { groups } = await library.ask('library.similar', {});
  const edition = groups[0]?.articles[1]?.edition ?? 0;
  await library.ask('edition.trash', { edition });
  expect((await library.ask('library.similar', {})).total).toBe(0);
  await library.ask('edition.restore', { edition });
  await library.close();
  const connection = await openConnection(`${directory}/library.sqlite`, 'write');
  await connection.run('DELETE FROM signatures');
  await connection.close();
  const later = await libraryIn(directory);
  expect((await later.ask('library.similar', {})).groups).toEqual(groups);
});

const dayOf = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);

test('a story that hundreds of editions print is one group, with all of them', { timeout: 60_000 }, async () => {
  const library = await libraryIn(temporaryFolder());
  const count = 850;
  const prints = Array.from({ length: count }, (_, index) => page('云岭日报', dayOf(index), STORY.replace('林一舟', `林${index}舟`)));
  for (const some of [prints.slice(0, 450), prints.slice(450)]) await importTexts(library, ...some);
  const { total, groups } = await library.ask('library.similar', {});
  expect(total).toBe(1);
  expect(groups[0]?.articles).toHaveLength(count);
  expect(new Set(groups[0]?.articles.map(({ edition }) => edition)).size).toBe(count);
});

test('those that share a band are found, as by comparing each with each', async () => {
  await assert(
    asyncProperty(array(array(integer({ min: 0, max: 2 }), { minLength: 64, maxLength: 64 }), { maxLength: 40 }), async (drawn) => {
      const signatures = drawn.map((hashes) => Uint8Array.from(hashes, (hash) => hash * 127));
      const laterOnes = await shareBands(signatures);
      for (const [index, one] of signatures.entries()) {
        const expected = signatures.flatMap((other, later) =>
          later > index && bandNumbers.some((band) => bandOf(one, band) === bandOf(other, band)) ? [later] : [],
        );
        expect([...laterOnes(index)].sort((a, b) => a - b)).toEqual(expected);
      }
    }),
  );
});

test('a signature tells how much two texts have in common', () => {
  const text = solidText(STORY.repeat(2) + articleOfNews(3));
  assert(
    property(integer({ min: 0, max: 100 }), integer({ min: 1, max: 1000 }), (share, seed) => {
      const kept = Math.round((text.length * share) / 100);
      const other = text.slice(0, kept) + solidText(articleOfNews(seed) + articleOfNews(seed + 1));
      const [one, two] = [signText(text), signText(other)];
      if (!one || !two) throw new Error('long enough to be signed');
      // Four standard deviations of 64 hashes.
      expect(Math.abs(estimateLikeness(one, two) - likeness(runsOf(text), runsOf(other)))).toBeLessThan(0.26);
    }),
  );
});
