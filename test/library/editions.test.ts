import { join } from 'node:path';
import { expect, test } from 'vitest';
import { joinedEditions } from '../../src-main/contract/job-news';
import type { Edition, JobSnapshot } from '../../src-main/contract/model';
import { twinFiles } from '../../src-renderer/shelf/twin-files';
import { findEdition } from '../../src-main/library/find-edition';
import { openDatabase } from '../../src-main/store/open-database';
import type { Database } from '../../src-main/store/database';
import { factsFromPath } from '../../src-main/library/facts-from-path';
import { importTexts, libraryIn, onlyEdition, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';
import { articleOfNews } from './invented-news';

const values = (path: string) => {
  const { paper, date, page } = factsFromPath(path);
  return [paper.value, date.value, page.value];
};

test.each([
  ['2023-11-25_04.txt', [null, '2023-11-25', '4']],
  ['贵州日报/2023/11/25/A04.txt', ['贵州日报', '2023-11-25', 'A4']],
  ['guizhou-daily-2023-11-25.txt', ['Guizhou Daily', '2023-11-25', null]],
  ['old/the_statesman 1824-02-17 p2.txt', ['The Statesman', '1824-02-17', '2']],
  ['scan_page-1824-02-17.txt', [null, '1824-02-17', null]],
  ['山城晚报20240301第12版.txt', ['山城晚报', '2024-03-01', '12']],
  ['山城晚报 2024年3月1日/p7.txt', ['山城晚报', '2024-03-01', '7']],
  ['report-2024-02-30.txt', [null, null, null]],
  ['政务简报.txt', [null, null, null]],
  ['chapter 12.txt', [null, null, null]],
  ['page_3.md', [null, null, '3']],
  ['p000.txt', [null, null, null]],
])('%s tells paper, day and page', (path, expected) => {
  expect(values(path)).toEqual(expected);
});

const page = (path: string, seed: number) => ({ name: path.split('/').at(-1) ?? path, path, text: articleOfNews(seed) });

test('files of one paper and day come together in page order, from whatever import and folder', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('山城晚报/2024-03-01/10.txt', 1), page('山城晚报/2024-03-01/2.txt', 2));
  await importTexts(library, page('elsewhere/山城晚报20240301_01.txt', 3));
  const edition = await onlyEdition(library);
  expect(edition.paper.value).toBe('山城晚报');
  expect(edition.date.value).toBe('2024-03-01');
  expect(edition.pages).toEqual(['1', '2', '10']);
  expect(edition.fileNames).toEqual(['10.txt', '2.txt', '山城晚报20240301_01.txt']);
  expect(edition.contents.map((article) => article.parts[0]?.page)).toEqual(['1', '2', '10']);
});

test('the first headline of an edition is its lead’s, not that of a longer story further down', async () => {
  const library = await libraryIn(temporaryFolder());
  const lead = articleOfNews(1);
  const longer = [articleOfNews(2), articleOfNews(3).split('\n\n').at(-1)].join('\n\n');
  await importTexts(library, { name: '山城晚报20240301_01.txt', text: lead }, { name: '山城晚报20240301_02.txt', text: longer });
  const edition = await onlyEdition(library);
  const [first, second] = edition.contents;
  expect(second?.characters).toBeGreaterThan(first?.characters ?? 0);
  expect(edition.headlines).toEqual([first?.headline, second?.headline]);
});

const joinsOf = ({ outcomes }: JobSnapshot) => [
  outcomes.map((outcome) => (outcome.kind === 'imported' ? (outcome.joined ?? null) : outcome.kind)),
  joinedEditions(outcomes).size,
];

const twins = ({ outcomes }: JobSnapshot) => outcomes.map((outcome) => outcome.kind === 'imported' && outcome.twin === true);

test('a page that comes in once more with other bytes is said to be there twice, another article of it is not', async () => {
  const library = await libraryIn(temporaryFolder());
  const news = [articleOfNews(1), articleOfNews(2)].join('\n\n');
  const first = await importTexts(library, { name: '山城晚报20240301_01.txt', text: news });
  expect(twins(first)).toEqual([false]);
  const second = await importTexts(
    library,
    { name: '山城晚报20240301_01.txt', text: `${news}\n\n` },
    { name: '山城晚报20240301_01_3.txt', text: articleOfNews(3) },
    { name: '山城晚报20240301_02.txt', text: `${news}\n` },
  );
  expect(twins(second)).toEqual([true, false, false]);
  const edition = await onlyEdition(library);
  const [one, other] = edition.files.filter(({ name }) => name === '山城晚报20240301_01.txt');
  expect([...twinFiles(edition)].map(([id, others]) => [id, others.map((file) => file.id)])).toEqual([
    [one?.id, [other?.id]],
    [other?.id, [one?.id]],
  ]);
});

test('a file that joins an edition says which, and which of them were there before its import is told', async () => {
  const library = await libraryIn(temporaryFolder());
  const evening = { paper: '山城晚报', date: '2024-03-01' };
  const first = await importTexts(library, page('山城晚报/2024-03-01/10.txt', 1), page('山城晚报/2024-03-01/2.txt', 2));
  expect(joinsOf(first)).toEqual([[null, evening], 0]);
  const second = await importTexts(
    library,
    page('elsewhere/山城晚报20240301_01.txt', 3),
    page('山城晚报/2024-03-02/1.txt', 4),
    page('山城晚报/2024-03-02/2.txt', 5),
  );
  expect(joinsOf(second)).toEqual([[evening, null, { ...evening, date: '2024-03-02' }], 1]);
});

test('other days and other papers stay apart, and so do files that name neither', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    page('山城晚报/2024-03-01/1.txt', 1),
    page('山城晚报/2024-03-02/1.txt', 2),
    page('江城日报/2024-03-01/1.txt', 3),
    page('a.txt', 4),
    page('b.txt', 5),
  );
  expect(await library.ask('library.editions', {})).toHaveLength(5);
});

test('pages of a folder whose paper nobody names are one edition by their day and their names', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('inbox/2024-03-01_01.txt', 1), page('inbox/2024-03-01_02.txt', 2), page('other/2024-03-01-x.txt', 3));
  const editions = await library.ask('library.editions', {});
  expect(editions.map((edition) => edition.sources).sort((a, b) => a - b)).toEqual([1, 2]);
});

test('numbered pages that come in together from one folder are one edition, whatever their bylines make one guess', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    { name: 'p01.txt', path: 'inbox/p01.txt', text: `2024年3月1日 星期五\n\n${own('江城日报', 1)}` },
    { name: 'p02.txt', path: 'inbox/p02.txt', text: own('北岭晚报', 2) },
    { name: 'p03.txt', path: 'inbox/p03.txt', text: own('南川日报', 3) },
    { name: 'p03.txt', path: 'another inbox/p03.txt', text: own('南川日报', 4) },
  );
  const editions = await library.ask('library.editions', {});
  expect(editions.map((edition) => edition.pages)).toContainEqual(['1', '2', '3']);
  expect(editions).toHaveLength(2);
});

test("a paper's pages are one edition although its name is read in some and only guessed from the file in others", async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    { name: 'jiangcheng-daily-2024-03-01-p1.txt', text: articleOfNews(1) },
    { name: 'jiangcheng-daily-2024-03-01-p2.txt', text: own('江城日报', 2) },
    { name: 'the-statesman-2024-03-01-p1.txt', text: articleOfNews(3) },
  );
  const editions = await library.ask('library.editions', {});
  expect(Object.fromEntries(editions.map(({ paper, pages }) => [paper.value, pages]))).toEqual({
    'The Statesman': ['1'],
    江城日报: ['1', '2'],
  });
});

const bare = (name: string, seed: number) => ({ name, path: name, text: articleOfNews(seed) });

test('where a page of a big drop belongs is found without reading all that came before it', async () => {
  const folder = temporaryFolder();
  const library = await libraryIn(folder);
  const pages = Array.from({ length: 240 }, (_, index) => page(`夹子/p${index + 1}.txt`, index));
  await importTexts(library, ...pages);
  const edition = await onlyEdition(library);
  expect(edition.pages).toHaveLength(240);
  const { database } = await openDatabase(join(folder, 'library.sqlite'));
  let rows = 0;
  const counting: Database = {
    ...database,
    async all<Row>(sql: string, parameters?: Parameters<Database['all']>[1]) {
      const found = await database.all<Row>(sql, parameters);
      rows += found.length;
      return found;
    },
  };
  const judgement = { rule: 'test', confidence: 'certain' } as const;
  const unknown = { value: null, judgement };
  const facts = { paper: unknown, date: unknown, page: { value: '241', judgement } };
  expect((await findEdition(counting, facts, '夹子/p241.txt'))?.id).toBe(edition.id);
  expect(await findEdition(counting, facts, '夹子/p241/p241.txt')).toBeNull();
  expect(await findEdition(counting, { ...facts, page: { value: '240', judgement } }, '夹子/p240.txt')).toBeNull();
  expect(rows).toBeLessThan(20);
  await database.close();
});

test('numbered pages chosen one by one are one edition too; the same page again begins another', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, bare('scan-p1.txt', 1), bare('scan-p2.txt', 2), bare('notes.txt', 3), bare('other-p3.txt', 4));
  await importTexts(library, bare('scan-p2.txt', 5));
  const editions = await library.ask('library.editions', {});
  expect(editions.map((edition) => edition.sources).sort((a, b) => a - b)).toEqual([1, 1, 1, 2]);
});

test('files in a form that is not page text are refused by name, and the rest of the folder goes on', async () => {
  const library = await libraryIn(temporaryFolder());
  const job = await importTexts(library, page('inbox/p01.txt', 1), {
    name: 'p01.gold.json',
    path: 'inbox/p01.gold.json',
    text: '{"pages": 1}',
  });
  expect(job.outcomes.map((outcome) => (outcome.kind === 'failed' ? outcome.problem.code : outcome.kind))).toEqual([
    'imported',
    'file-other-form',
  ]);
});

const FIRST_HALF =
  '大桥合龙在即\n\n本报记者 林一舟\n\n记者昨日从工地获悉，江心段已完成焊接，工人们正在做最后的检查，桥面铺装将于下月开始。（下转第四版）\n';
const SECOND_HALF = '（上接第一版）\n\n指挥部负责人表示，通车后两岸往来只需五分钟，沿线六个村镇将同时开通公交，榫卯亭也将原样修复。\n';

test.each([
  ['first half first', [0, 1]],
  ['second half first', [1, 0]],
])('a story that goes on in another file is one story, however the halves arrive: %s', async (_name, order) => {
  const library = await libraryIn(temporaryFolder());
  const halves = [
    { name: '1.txt', path: '山城晚报/2024-03-01/1.txt', text: FIRST_HALF },
    { name: '4.txt', path: '山城晚报/2024-03-01/4.txt', text: SECOND_HALF },
  ] as const;
  for (const index of order) await importTexts(library, halves[index as 0 | 1]);
  const edition = await onlyEdition(library);
  expect(edition.contents).toHaveLength(1);
  const [story] = edition.contents;
  expect(story?.headline).toBe('大桥合龙在即');
  expect(story?.parts.map((part) => part.page)).toEqual(['1', '4']);
  expect(story?.paragraphs[story.parts[1]?.firstParagraph ?? 0]?.text).toMatch(/^指挥部负责人表示/);

  const { hits } = await library.ask('search.query', { text: '榫卯亭' });
  expect(hits).toMatchObject([{ articleId: story?.id, headline: '大桥合龙在即', page: '4', file: '4.txt' }]);
  expect(hits[0]?.place).toEqual({ source: story?.parts[1]?.source, offset: SECOND_HALF.indexOf('榫卯亭') });
  const mark = await library.ask('bookmark.add', { place: hits[0]?.place ?? { source: 1, offset: 0 } });
  expect(mark).toMatchObject({ article: story?.id, headline: '大桥合龙在即' });
});

test('a sentence that a jump has cut is read and searched as one, until the reader parts it', async () => {
  const library = await libraryIn(temporaryFolder());
  const first = FIRST_HALF.replace('月开始。', '');
  const second = SECOND_HALF.replace('指挥部', '月中旬开始，年底之前全线通车。\n\n指挥部');
  await importTexts(library, { name: '山城晚报-2024-03-01-01.txt', text: first }, { name: '山城晚报-2024-03-01-04.txt', text: second });
  const asRead = async () => (await onlyEdition(library)).contents.map(({ paragraphs }) => paragraphs.map(({ text }) => text.slice(-4)));
  expect(await asRead()).toEqual([['线通车。', '样修复。']]);
  const [story] = (await onlyEdition(library)).contents;
  const [from, to] = story!.parts;
  expect([from?.firstParagraph, to?.firstParagraph]).toEqual([0, 0]);
  const { hits } = await library.ask('search.query', { text: '将于下月中旬' });
  expect(hits).toMatchObject([{ articleId: story!.id, place: { source: from!.source, offset: first.indexOf('将于下') } }]);
  expect(await library.ask('search.marks', { edition: story!.edition, text: '将于下月中旬' })).toMatchObject([
    { source: from!.source, start: first.indexOf('将于下') },
    { source: to!.source, start: second.indexOf('月中旬'), goesOn: true },
  ]);

  const place = { source: to!.source, offset: second.indexOf('月中旬') };
  const { correction } = await library.ask('correction.add', { place, change: { kind: 'split' } });
  expect(await asRead()).toEqual([['装将于下', '线通车。', '样修复。']]);
  expect((await library.ask('search.query', { text: '将于下月中旬' })).hits).toEqual([]);
  await library.ask('correction.remove', { correction });
  expect(await asRead()).toEqual([['线通车。', '样修复。']]);
});

test('what goes on elsewhere begins a paragraph, unless the reader says that it goes on the one before', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    { name: '山城晚报-2024-03-01-01.txt', text: FIRST_HALF },
    { name: '山城晚报-2024-03-01-04.txt', text: SECOND_HALF },
  );
  const [story] = (await onlyEdition(library)).contents;
  expect(story?.paragraphs).toHaveLength(2);
  await library.ask('correction.add', {
    place: { source: story!.parts[1]!.source, offset: SECOND_HALF.indexOf('指挥部') },
    change: { kind: 'join' },
  });
  const [joined] = (await onlyEdition(library)).contents;
  expect(joined?.paragraphs.map(({ text }) => text)).toEqual([expect.stringContaining('将于下月开始。指挥部负责人表示')]);
  expect((await library.ask('search.query', { text: '月开始。指挥部' })).hits).toHaveLength(1);
});

test('of several stories that go on at one page, each goes on with its own rest', async () => {
  const library = await libraryIn(temporaryFolder());
  const bridge = {
    begins:
      '云岭新桥建成通车\n\n本报讯（记者 周明远）昨日上午，横跨云岭河的新桥正式通车，桥长八百米，两岸村民在桥头燃放鞭炮庆祝。（下转第三版）',
    rest: '（上接第一版）\n\n新桥通车以后，两岸村民过河不再等渡船，沿河六个村的公交车也从桥上经过。',
  };
  const school = {
    begins:
      '石门小学建成科学教室\n\n本报讯（记者 何晓岚）开学第一天，石门小学的孩子们走进新建的科学教室，第一次亲手做起了实验。（下转第三版）',
    rest: '（上接第一版）\n\n学校的科学老师说，孩子们做实验的热情很高，教室里的器材都是新添置的，小学今年还要再建一间音乐教室。',
  };
  await importTexts(
    library,
    { name: '云岭日报-2024-05-06-01.txt', text: `${bridge.begins}\n\n${school.begins}\n` },
    { name: '云岭日报-2024-05-06-03.txt', text: `${school.rest}\n\n${bridge.rest}\n` },
  );
  const { contents } = await onlyEdition(library);
  const storyOf = (headline: string) =>
    contents
      .find((article) => article.headline === headline)
      ?.paragraphs.map(({ text }) => text)
      .join('');
  expect(storyOf('云岭新桥建成通车')).toContain('两岸村民过河不再等渡船');
  expect(storyOf('石门小学建成科学教室')).toContain('孩子们做实验的热情很高');
  expect(contents).toHaveLength(2);
  // What was missing is there: its finding is the join, from the last words on one page to the first on the other.
  for (const { parts, notices } of contents) {
    expect(notices.map(({ kind }) => kind)).not.toContain('jump-open');
    const joins = notices.filter(({ kind }) => kind === 'jump-linked');
    expect(joins.map(({ spans }) => spans.map(({ source }) => source))).toEqual([parts.map(({ source }) => source)]);
    expect(joins[0]?.judgement.rule).toBe('jump-pages-and-sense');
  }
});

test('a file moved to another edition and back again leaves everything as it was', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    { name: '1.txt', path: '山城晚报/2024-03-01/1.txt', text: FIRST_HALF },
    { name: '4.txt', path: '山城晚报/2024-03-01/4.txt', text: SECOND_HALF },
  );
  const before = await onlyEdition(library);
  const moved = before.files[1]?.id ?? 0;
  const undo = await library.ask('source.move', { moves: [{ source: moved, edition: null }] });
  const apart = await library.ask('library.editions', {});
  expect(apart.map((edition) => edition.articles)).toEqual([1, 1]);
  const second = (await library.ask('search.query', { text: '榫卯亭' })).hits[0];
  expect(second?.edition).not.toBe(before.id);

  await library.ask('source.move', { moves: [...undo] });
  const after = await onlyEdition(library);
  expect({ ...after, openedAt: null }).toEqual({ ...before, openedAt: null });
  expect((await library.ask('search.query', { text: '榫卯亭' })).hits).toMatchObject([
    { edition: before.id, articleId: before.contents[0]?.id },
  ]);
});

test('a file made an edition of its own keeps the paper and day that the reader had confirmed for the one it came from', async () => {
  const library = await libraryIn(temporaryFolder());
  const byline = { name: 'p2.txt', path: 'inbox/p2.txt', text: own('江城日报', 2) };
  await importTexts(library, { name: 'p1.txt', path: 'inbox/p1.txt', text: articleOfNews(1) }, byline);
  const before = await confirmed(library, { paper: '山城晚报', date: '2024-03-01' });
  const moved = before.files.find(({ name }) => name === 'p2.txt')?.id ?? 0;
  const undo = await library.ask('source.move', { moves: [{ source: moved, edition: null }] });
  const editions = await library.ask('library.editions', {});
  expect(editions.map(({ paper, date, sources }) => [paper.value, date.value, sources])).toEqual([
    ['山城晚报', '2024-03-01', 1],
    ['山城晚报', '2024-03-01', 1],
  ]);
  expect((await library.ask('search.query', { text: '第2号消息' })).hits).toMatchObject([{ paper: '山城晚报', date: '2024-03-01' }]);

  await library.ask('source.move', { moves: [...undo] });
  expect({ ...(await onlyEdition(library)), openedAt: null }).toEqual({ ...before, openedAt: null });
});

test('a day that the reader put right stays right for a file made an edition of its own', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('山城晚报/2024-03-01/1.txt', 1), page('山城晚报/2024-03-01/2.txt', 2));
  const { files } = await confirmed(library, { date: '2024-03-02' });
  await library.ask('source.move', { moves: [{ source: files[1]?.id ?? 0, edition: null }] });
  const editions = await library.ask('library.editions', {});
  expect(editions.map(({ paper, date }) => [paper.value, date.value])).toEqual([
    ['山城晚报', '2024-03-02'],
    ['山城晚报', '2024-03-02'],
  ]);
});

test('a file of another paper that was put into a confirmed edition goes out of it as what it says it is', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('山城晚报/2024-03-01/1.txt', 1), page('江城日报/2024-03-05/2.txt', 2));
  const editions = await library.ask('library.editions', {});
  const [other, first] = [editions[0]?.id ?? 0, editions[1]?.id ?? 0];
  await library.ask('edition.correct', { edition: first, paper: '山城晚报', date: '2024-03-01' });
  const source = (await library.ask('edition.read', { edition: other })).files[0]?.id ?? 0;
  await library.ask('source.move', { moves: [{ source, edition: first }] });
  await library.ask('source.move', { moves: [{ source, edition: null }] });
  expect((await library.ask('library.editions', {})).map(({ paper, date }) => [paper.value, date.value])).toEqual([
    ['江城日报', '2024-03-05'],
    ['山城晚报', '2024-03-01'],
  ]);
});

test("merging two editions keeps every file, bookmark and the reader's own facts, and can be undone", async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('a.txt', 1), page('b.txt', 2));
  const [one, two] = await library.ask('library.editions', {});
  const [first, second] = [one?.id ?? 0, two?.id ?? 0];
  await library.ask('edition.correct', { edition: second, paper: '山城晚报' });
  const source = (await library.ask('edition.read', { edition: second })).files[0]?.id ?? 0;
  await library.ask('bookmark.add', { place: { source, offset: 0 } });
  const undo = await library.ask('source.move', { moves: [{ source, edition: first }] });
  expect((await onlyEdition(library)).files).toHaveLength(2);
  expect(await library.ask('bookmark.list', {})).toMatchObject([{ edition: first }]);
  await library.ask('source.move', { moves: [...undo] });
  expect((await library.ask('edition.read', { edition: second })).paper.value).toBe('山城晚报');
});

test('a page set by the reader orders the edition, until it is taken back', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('山城晚报/2024-03-01/1.txt', 1), page('山城晚报/2024-03-01/2.txt', 2));
  const { files } = await onlyEdition(library);
  await library.ask('source.correct', { source: files[0]?.id ?? 0, page: '8' });
  expect((await onlyEdition(library)).pages).toEqual(['2', '8']);
  await library.ask('source.correct', { source: files[0]?.id ?? 0, page: null });
  expect((await onlyEdition(library)).pages).toEqual(['1', '2']);
});

test('an edition in the trash is nowhere but there, comes back whole, and goes for good when the trash is emptied', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('a.txt', 1));
  const before = await onlyEdition(library);
  const source = before.files[0]?.id ?? 0;
  await library.ask('bookmark.add', { place: { source, offset: 0 } });
  const query = { text: '第1号消息' };

  await library.ask('edition.trash', { edition: before.id });
  expect(await library.ask('library.editions', {})).toEqual([]);
  expect(await library.ask('bookmark.list', {})).toEqual([]);
  expect((await library.ask('search.query', query)).total).toBe(0);
  expect(await library.ask('trash.list', {})).toMatchObject([{ id: before.id, articles: 1 }]);

  await library.ask('edition.restore', { edition: before.id });
  expect((await onlyEdition(library)).contents).toEqual(before.contents);
  expect(await library.ask('bookmark.list', {})).toHaveLength(1);
  expect((await library.ask('search.query', query)).total).toBe(1);
  await expect(library.ask('trash.empty', { editions: [before.id] })).rejects.toMatchObject({ data: { code: 'not-found' } });

  await library.ask('edition.trash', { edition: before.id });
  await library.ask('trash.empty', { editions: [before.id] });
  expect(await library.ask('trash.list', {})).toEqual([]);
  expect(await library.ask('library.contents', {})).toMatchObject({ sources: 0, articles: 0, bookmarks: 0 });
});

test('importing a file again takes its edition out of the trash, and says so', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, page('a.txt', 1));
  const { id } = await onlyEdition(library);
  await library.ask('edition.trash', { edition: id });
  expect((await importTexts(library, page('a.txt', 1))).outcomes).toMatchObject([{ kind: 'unchanged', edition: id, restored: true }]);
  expect((await onlyEdition(library)).id).toBe(id);
  expect((await importTexts(library, page('a.txt', 1))).outcomes).not.toHaveProperty('0.restored');
});

async function confirmed(library: TestLibrary, facts: { readonly paper?: string; readonly date?: string }): Promise<Edition> {
  const { id } = await onlyEdition(library);
  await library.ask('edition.correct', { edition: id, ...facts });
  return library.ask('edition.read', { edition: id });
}

/** An article whose byline names its paper. */
function own(paper: string, seed: number): string {
  return articleOfNews(seed).replace('本报记者', `${paper}记者`);
}

const head = (name: string, section: string) => `河湾晚报　2024年5月6日　星期一　${name}　${section}`;

test('of a file that holds several pages every article is cited by its own, wherever it is met', async () => {
  const library = await libraryIn(temporaryFolder());
  const text = [
    head('A1', '要闻'),
    '',
    '青石新桥建成通车',
    '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，十二个村寨的山货当天运进县城。',
    '',
    head('A2', '县区'),
    '',
    '渡口夜航恢复',
    '　　停了三年的渡口夜航船昨晚重新开航，码头上灯火通明，不少老人带着孙辈来看热闹。',
  ].join('\n');
  await importTexts(
    library,
    { name: '河湾晚报.txt', text },
    { name: '河湾晚报-A3.txt', text: `${head('A3', '文化')}\n\n${articleOfNews(7)}` },
  );
  const edition = await onlyEdition(library);
  expect(edition.pages).toEqual(['A1', 'A2', 'A3']);
  const ferry = edition.contents.find(({ headline }) => headline === '渡口夜航恢复');
  expect(ferry?.parts.map((part) => part.page)).toEqual(['A2']);
  const place = { source: ferry?.parts[0]?.source ?? 0, offset: text.indexOf('码头上') };
  expect((await library.ask('bookmark.add', { place })).page).toBe('A2');
  expect((await library.ask('search.query', { text: '灯火通明' })).hits.map((hit) => hit.page)).toEqual(['A2']);
});

test('articles are found by the page they are printed on, as it is read or as the reader says', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: '河湾晚报-A03.txt', text: `${head('A3', '文化')}\n\n${articleOfNews(7)}` });
  const found = async (text: string) => (await library.ask('search.query', { text })).total;
  expect(await found('版:A3')).toBeGreaterThan(0);
  expect(await found('版:a03')).toBe(await found('page:A3'));
  expect(await found('版:A4')).toBe(0);
  const [file] = (await onlyEdition(library)).files;
  await library.ask('source.correct', { source: file?.id ?? 0, page: '十二' });
  expect(await found('版:A3')).toBe(0);
  expect(await found('版:12')).toBeGreaterThan(0);
  await library.ask('source.correct', { source: file?.id ?? 0, page: null });
  expect(await found('版:A3')).toBeGreaterThan(0);
});
