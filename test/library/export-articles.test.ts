/** Chosen articles taken along whole: what stands in the file, and that the JSON comes back as the same articles. */
import { expect, test } from 'vitest';
import type { Article, Edition } from '../../src-main/contract/model';
import { importTexts, libraryIn, onlyEdition, SEEDS, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';

const front = `大桥合龙在即\n\n本报记者 张三\n\n记者获悉，江心段已完成焊接，桥面铺装将于下月开始，两岸居民盼了多年。（下转第四版）\n`;
const fourth = `（上接第一版）\n\n通车后两岸往来只需五分钟，沿线六个村镇将同时开通公交，老人孩子出门都方便了。\n`;

async function storyOnTwoPages(): Promise<{ readonly library: TestLibrary; readonly edition: Edition; readonly story: Article }> {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    { name: '1.txt', path: '山城晚报/2024-03-01/1.txt', text: front },
    { name: '4.txt', path: '山城晚报/2024-03-01/4.txt', text: fourth },
  );
  const edition = await onlyEdition(library);
  const story = edition.contents.find(({ parts }) => parts.length === 2);
  if (!story) throw new Error('the two pages are one story');
  return { library, edition, story };
}

const piecesOf = async (library: TestLibrary, articles: readonly number[], form: 'markdown' | 'json') =>
  (await library.ask('article.export', { articles: [...articles], form })).pieces;

test('a story is one piece, whichever of its parts is asked for, and says its paper, day, pages and files', async () => {
  const { library, story } = await storyOnTwoPages();
  const [markdown, ...others] = await piecesOf(
    library,
    story.parts.map(({ article }) => article),
    'markdown',
  );
  expect(others).toEqual([]);
  expect(markdown).toMatch(/^\*山城晚报 · 2024-03-01 · 第1、4版 · 山城晚报\/2024-03-01\/1\.txt, 山城晚报\/2024-03-01\/4\.txt\*$/mu);
  const english = await library.ask('article.export', { articles: [story.id], form: 'markdown', language: 'en' });
  expect(english.pieces[0]).toContain('· pages 1, 4 ·');
  expect(markdown).toMatch(/^# 大桥合龙在即$/mu);
  expect(markdown).toContain('*本报记者 张三*');
  expect(markdown).toContain('只需五分钟');
  const [json = ''] = await piecesOf(library, [story.id], 'json');
  expect(JSON.parse(json)).toMatchObject({
    paper: '山城晚报',
    date: '2024-03-01',
    page: '1',
    headline: '大桥合龙在即',
    byline: '本报记者 张三',
    parts: [
      { page: '1', file: '山城晚报/2024-03-01/1.txt' },
      { page: '4', file: '山城晚报/2024-03-01/4.txt' },
    ],
  });
});

test('articles come in the order asked for; what is gone, or in the trash, is left out, and the paper is called as the reader calls it', async () => {
  const { library, edition, story } = await storyOnTwoPages();
  await library.ask('edition.correct', { edition: edition.id, paper: '江城日报' });
  const pieces = await piecesOf(library, [story.id, 99_999, story.id], 'json');
  expect(pieces.map((piece) => (JSON.parse(piece) as { paper: string }).paper)).toEqual(['江城日报']);
  const ids = edition.contents.map(({ id }) => id).toReversed();
  const headlines = (await piecesOf(library, ids, 'json')).map((piece) => (JSON.parse(piece) as { headline: string | null }).headline);
  expect(headlines).toEqual(edition.contents.map(({ headline }) => headline).toReversed());
  await library.ask('edition.trash', { edition: edition.id });
  expect(await piecesOf(library, [story.id], 'markdown')).toEqual([]);
});

test('an edition taken along in JSON is imported as the same articles, of the same paper and day', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const edition = await onlyEdition(library);
  const pieces = await piecesOf(
    library,
    edition.contents.map(({ id }) => id),
    'json',
  );
  const other = await libraryIn(temporaryFolder());
  await importTexts(other, { name: 'taken-along.json', text: `{"articles": [${pieces.join(',')}]}` });
  const again = await onlyEdition(other);
  expect([again.paper.value, again.date.value]).toEqual([edition.paper.value, edition.date.value]);
  expect(again.contents.map(saidOf)).toEqual(edition.contents.map(saidOf));
});

function saidOf({ column, kicker, headline, deck, byline, credit, paragraphs }: Article): unknown {
  return { column, kicker, headline, deck, byline, credit, paragraphs: paragraphs.map(({ role, text }) => [role, text.trim()]) };
}
