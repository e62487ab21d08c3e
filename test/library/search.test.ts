/** Look-up as the library answers it: with places, files and words to go on with. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createArticleReader } from '../../src-main/library/searchable-articles';
import { openSearch } from '../../src-main/search/open-search';
import { openDatabase } from '../../src-main/store/open-database';
import { excerptsOf } from '../../src-renderer/search/excerpts';
import { importTexts, libraryIn, onlyEdition, SEED_FILE, temporaryFolder } from './library-in-folder';

const ENGLISH = `Machine shop opens its doors

By Jane Porter

The old machine shop on Bridge Street opened its doors to visitors on Saturday morning. More than two hundred people came to see it.
`;

test('where nothing is found, words of the library that are spelt alike are offered', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: 'a.txt', text: ENGLISH });
  // The words are gathered behind the first questions.
  await expect.poll(async () => (await library.ask('search.query', { text: 'portr' })).similar, { timeout: 15_000 }).toContain('porter');
  expect((await library.ask('search.suggest', { text: '记者:jane' })).suggestions.map(({ kind }) => kind)).toEqual(['byline']);
});

test('a jump without a headline is named by the page it comes from and its first words', async () => {
  const library = await libraryIn(temporaryFolder());
  await library.importPaths([SEED_FILE]);
  const { hits } = await library.ask('search.query', { text: 'kind:jump' });
  const jump = hits.find(({ headline }) => headline === null);
  expect(jump?.untitled?.jumpFrom).toBe('一');
  expect(jump?.untitled?.opening).toMatch(/^.{24}…$/u);
  expect(hits.every(({ headline, untitled }) => (headline === null) === (untitled !== undefined))).toBe(true);
});

test('a hit opens where its match is printed, in a heading as in the text, and names the file', async () => {
  const library = await libraryIn(temporaryFolder());
  await library.importPaths([SEED_FILE]);
  const [edition] = await library.ask('library.editions', {});
  const { files } = await library.ask('edition.read', { edition: edition!.id });
  const { text } = await library.ask('source.read', { source: files[0]!.id });
  for (const query of ['快递小哥新货郎', '充电', '杨小友', '物流', '副主任医师']) {
    const { hits } = await library.ask('search.query', { text: query });
    expect(hits, query).not.toHaveLength(0);
    for (const { place, file, matchCount } of hits) {
      expect(file).toBe(files[0]!.name);
      if (matchCount > 0) expect(text.slice(place.offset, place.offset + 1), query).toBe(query.slice(0, 1));
    }
  }
});

test('matches of a paper follow each other as it is read, the lead first, whatever the order of the file', async () => {
  const library = await libraryIn(temporaryFolder());
  await library.importPaths([SEED_FILE]);
  const [summary] = await library.ask('library.editions', {});
  const { id, sections, contents } = await library.ask('edition.read', { edition: summary!.id });
  const marks = await library.ask('search.marks', { edition: id, text: '物流' });
  const storyAt = (offset: number) =>
    contents.find(({ heading, paragraphs }) =>
      [...heading, ...paragraphs.flatMap(({ spans }) => spans)].some(({ start, end }) => start <= offset && offset < end),
    )?.id;
  const stories = [...new Set(marks.map(({ start }) => storyAt(start)))];
  const read = sections.flatMap(({ articles }) => articles).filter((article) => stories.includes(article));
  expect(stories.length).toBeGreaterThan(1);
  expect(stories).toEqual(read);
});

test('a match printed over the end of a line is one match, marked in both lines, in a headline as in the text', async () => {
  const library = await libraryIn(temporaryFolder());
  const text = [
    '公路通车\n沿线村寨茶叶香',
    '本报记者 李　强',
    '　　进山的公路昨日全线通车，沿线十二个村寨的茶农第一次\n把刚采下的鲜叶直接运到县城的加工厂，路上只用了半个钟头。',
    '　　县交通局说，这条路修了三年，其中最难的一段要在悬崖上\n开凿两公里，如今终于可以放心通行，村民们都说赶上了好时候。\n',
  ].join('\n\n');
  await importTexts(library, { name: 'a.txt', text });
  const [summary] = await library.ask('library.editions', {});
  const { id, contents } = await library.ask('edition.read', { edition: summary!.id });
  for (const [query, ...pieces] of [
    ['"通车 沿线"', '通车', '沿线'],
    ['悬崖上开凿', '悬崖上', '开凿'],
    ['记者:李强', '李　强'],
  ]) {
    const marks = await library.ask('search.marks', { edition: id, text: query! });
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(pieces);
    expect(marks.map(({ goesOn }) => goesOn ?? false)).toEqual(pieces.map((_, at) => at > 0));
    const [hit] = (await library.ask('search.query', { text: query! })).hits;
    expect(hit?.matchCount).toBe(1);
    const matches = contents.flatMap((article) => excerptsOf(article, marks)).flatMap((excerpt) => excerpt.matches);
    expect(matches).toHaveLength(1);
  }
});

/** What the text of an article may hold and a database might keep otherwise. */
const AWKWARD = ['\u0000', '\u0001', '\ufeff', '\uffff', '\ufffd', '\u2028', '\u00a0', '𠮷', 'e\u0301', 'ﬁ', '\ud83d\ude00'];

test('the index is given at import what the tables then hold', async () => {
  const directory = temporaryFolder();
  const library = await libraryIn(directory);
  await library.importPaths([SEED_FILE]);
  const paragraphs = AWKWARD.map(
    (sign, at) => `第${at}段里有一个少见的字${sign}在中间，前后都是平常的文字，读起来没有什么不同，句子也有头有尾。`,
  );
  await importTexts(library, { name: 'a.txt', text: `少见的字在各处怎样保存\n\n本报记者 王小明\n\n${paragraphs.join('\n\n')}\n` });
  const half = JSON.stringify([{ headline: '半个字', paragraphs: ['前面有字\ud83d后面也有字，一句话说到这里就完了。'] }]);
  await importTexts(library, { name: 'half.json', text: half });
  await library.close();

  const { database } = await openDatabase(join(directory, 'library.sqlite'));
  const search = await openSearch({ database, articles: createArticleReader(database), flagged: async () => [] });
  expect(search.state()).toBe('ready');
  expect(await search.check()).toMatchObject({ sound: true, missing: [], surplus: [] });
  await database.close();
});

test('the section of its page is what an article without a column is found and counted under', async () => {
  const library = await libraryIn(temporaryFolder());
  const text =
    '河湾晚报\n2024年3月18日 星期一\n第02版：本市\n\n青石新桥建成通车\n\n　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，十二个村寨的山货当天运进县城。\n';
  await importTexts(library, { name: 'page.txt', text });
  const { hits, facets } = await library.ask('search.query', { text: '栏目:本市' });
  expect(hits.map(({ headline, section }) => [headline, section])).toEqual([['青石新桥建成通车', '本市']]);
  expect(facets.section).toEqual([{ value: '本市', count: 1 }]);
  expect((await library.ask('search.query', { text: '新桥 -栏目:本市' })).total).toBe(0);
  expect((await library.ask('search.query', { text: '栏目:體育' })).total).toBe(0);
  expect((await onlyEdition(library)).contents[0]).toMatchObject({ column: null, section: '本市' });
});
