import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { JobSnapshot } from '../../src-main/contract/model';
import { openConnection } from '../../src-main/store/database';
import { filesOfNews } from './invented-news';
import { importFiles, importTexts, jobEnd, libraryIn, onlyEdition, SEED_FILE, SEEDS, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';

test('a first start shows the sample edition, and only the first', async () => {
  const folder = temporaryFolder();
  const first = await libraryIn(folder, { seeds: SEEDS });
  const edition = await onlyEdition(first);
  expect(edition.files.map((file) => file.name)).toEqual([basename(SEED_FILE)]);
  expect(edition.contents.map((article) => article.headline)).toContain('技能「充电」 就业「来电」');
  await first.close();
  const second = await libraryIn(folder, { seeds: SEEDS });
  expect(await second.ask('library.editions', {})).toHaveLength(1);
});

test('a library that is closed meanwhile answers what it was asked before, and refuses what comes after', async () => {
  const library = await libraryIn(temporaryFolder());
  await library.importPaths([SEED_FILE]);
  const { id } = await onlyEdition(library);
  const asked = Array.from({ length: 20 }, () => library.call('edition.read', { edition: id }));
  const shelf = library.call('library.editions', {});
  await Promise.resolve();
  await Promise.resolve();
  const closed = library.close();
  expect(await library.call('library.editions', {})).toEqual({ ok: false, problem: { code: 'host-lost' } });
  await closed;
  for (const reply of [...(await Promise.all(asked)), await shelf]) expect(reply).toMatchObject({ ok: true });
  expect(library.log).toEqual([]);
});

test('looking an edition over, as a miniature does, is not opening it', async () => {
  const library = await libraryIn(temporaryFolder());
  await library.importPaths([SEED_FILE]);
  const { id } = await onlyEdition(library);
  const shelf = async () => (await library.ask('library.editions', {}))[0];
  expect(await shelf()).toMatchObject({ openedAt: null, readState: 'unread' });
  await library.ask('edition.opened', { edition: id });
  expect((await shelf())?.openedAt).not.toBeNull();
});

test('a start begins with the edition opened last, else with the first on the shelf', async () => {
  const library = await libraryIn(temporaryFolder());
  const latest = async () => (await library.ask('edition.latest', {})).edition;
  expect(await latest()).toBeNull();
  await importTexts(
    library,
    { name: '云岭日报-2020-01-02.txt', text: '新桥通车\n\n两岸居民今日步行往来。\n' },
    { name: '云岭日报-2020-01-03.txt', text: '旧城改造\n\n今年将有三条街巷开工。\n' },
  );
  const [newest, oldest] = await library.ask('library.editions', {});
  expect(await latest()).toBe(newest?.id);
  await library.ask('edition.opened', { edition: oldest?.id ?? 0 });
  expect(await latest()).toBe(oldest?.id);
  await library.ask('edition.trash', { edition: oldest?.id ?? 0 });
  expect(await latest()).toBe(newest?.id);
});

test('a start knows whether pages or an article were open last, and of the edition it begins with only', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(
    library,
    { name: '云岭日报-2020-01-02.txt', text: '新桥通车\n\n两岸居民今日步行往来。\n' },
    { name: '云岭日报-2020-01-03.txt', text: '旧城改造\n\n今年将有三条街巷开工。\n' },
  );
  const [newest, oldest] = (await library.ask('library.editions', {})).map(({ id }) => id);
  const latest = () => library.ask('edition.latest', {});
  expect(await latest()).toEqual({ edition: newest, inArticle: false });
  await library.ask('edition.opened', { edition: oldest ?? 0, inArticle: true });
  expect(await latest()).toEqual({ edition: oldest, inArticle: true });
  await library.ask('edition.trash', { edition: oldest ?? 0 });
  expect(await latest()).toEqual({ edition: newest, inArticle: false });
  await library.ask('edition.restore', { edition: oldest ?? 0 });
  await library.ask('edition.opened', { edition: oldest ?? 0 });
  expect(await latest()).toEqual({ edition: oldest, inArticle: false });
});

async function handIn(library: TestLibrary): Promise<string> {
  const { job } = await library.ask('import.open', { total: 40 });
  await library.ask('import.add', { job, files: filesOfNews(40, 2) });
  return job;
}

test('an import that the closing of the app cut short is told of until the reader lets it be; one they cancelled is not', async () => {
  const directory = temporaryFolder();
  const first = await libraryIn(directory);
  await first.ask('job.cancel', { job: await handIn(first) });
  expect(await first.ask('import.interrupted', {})).toEqual([]);
  await handIn(first);
  expect(await first.ask('import.interrupted', {})).toEqual([]);
  await first.close();

  const second = await libraryIn(directory);
  const [cut] = await second.ask('import.interrupted', {});
  expect(cut).toMatchObject({ paths: [], total: 40 });
  await expect(second.ask('import.resume', { import: cut?.id ?? 0 })).rejects.toMatchObject({ data: { code: 'not-found' } });
  await second.ask('import.forget', { import: cut?.id ?? 0 });
  expect(await second.ask('import.interrupted', {})).toEqual([]);
});

test('of files written together one that cannot be written fails alone', async () => {
  const library = await libraryIn(temporaryFolder());
  const connection = await openConnection(join(library.directory, 'library.sqlite'), 'write');
  await connection.run(
    `CREATE TRIGGER refuse_one BEFORE INSERT ON sources WHEN NEW.name = 'bad.txt' BEGIN SELECT RAISE(ABORT, 'refused'); END`,
  );
  await connection.close();
  const names = ['1.txt', '2.txt', 'bad.txt', '3.txt', '4.txt'];
  const { state, outcomes } = await importTexts(
    library,
    ...names.map((name) => ({ name, text: `${name}镇新桥通车\n\n两岸居民步行往来。\n` })),
  );
  expect(state).toBe('done');
  expect(outcomes.map(({ name, kind }) => [name, kind])).toEqual(names.map((name) => [name, name === 'bad.txt' ? 'failed' : 'imported']));
  expect((await library.ask('search.query', { text: '镇新桥' })).total).toBe(4);
});

test('an import of paths that the reader stopped can be gone on with, now or after a restart', async () => {
  const directory = temporaryFolder();
  const folder = temporaryFolder();
  for (const { name, bytes } of filesOfNews(40, 2)) writeFileSync(join(folder, name), bytes);
  const first = await libraryIn(directory);
  first.listen((event, value) => {
    const { id, done, state } = value as JobSnapshot;
    if (event === 'job' && state === 'running' && done > 0) void first.ask('job.cancel', { job: id });
  });
  const { state, done } = await first.importPaths([folder]);
  expect(state).toBe('cancelled');
  const stopped = await first.ask('import.interrupted', {});
  expect(stopped).toMatchObject([{ paths: [folder], done }]);
  await first.close();

  const second = await libraryIn(directory);
  expect(await second.ask('import.interrupted', {})).toEqual(stopped);
  await jobEnd(second, (await second.ask('import.resume', { import: stopped[0]?.id ?? 0 })).job);
  expect(await second.ask('import.interrupted', {})).toEqual([]);
  const editions = await second.ask('library.editions', {});
  expect(editions.reduce((sum, edition) => sum + edition.sources, 0)).toBe(40);
});

test('the bytes of an import come back as they were, and the file on disk is not touched', async () => {
  const library = await libraryIn(temporaryFolder());
  const before = readFileSync(SEED_FILE);
  const job = await library.importPaths([SEED_FILE]);
  expect(job.outcomes).toMatchObject([{ kind: 'imported', encoding: 'utf-8' }]);
  expect(readFileSync(SEED_FILE).equals(before)).toBe(true);
  const { files } = await onlyEdition(library);
  const source = await library.ask('source.read', { source: files[0]?.id ?? 0 });
  expect(source.text).toBe(before.toString('utf8'));
});

test('every paragraph and heading names the stretch of the file it was printed from', async () => {
  const library = await libraryIn(temporaryFolder());
  await library.importPaths([SEED_FILE]);
  const text = readFileSync(SEED_FILE, 'utf8');
  const { contents } = await onlyEdition(library);
  const printed = contents.flatMap((article) => article.paragraphs);
  expect(printed.length).toBeGreaterThan(40);
  for (const paragraph of printed) {
    const runs = paragraph.spans.filter((span) => span.kind === 'text').map((span) => span.glue + text.slice(span.start, span.end));
    expect(runs.join('')).toBe(paragraph.text);
  }
});

test('the same bytes twice are already in the library, under whatever name', async () => {
  const library = await libraryIn(temporaryFolder());
  await library.importPaths([SEED_FILE]);
  const folder = temporaryFolder();
  copyFileSync(SEED_FILE, `${folder}/copy.txt`);
  const job = await library.importPaths([`${folder}/copy.txt`]);
  expect(job.outcomes).toMatchObject([{ kind: 'unchanged', name: 'copy.txt', knownAs: 'guizhou-daily-2023-11-25.txt' }]);
  expect((await onlyEdition(library)).files).toHaveLength(1);
});

test('a file that cannot be imported is named with its reason, and the rest goes on', async () => {
  const library = await libraryIn(temporaryFolder());
  const job = await importFiles(
    library,
    { name: 'empty.txt', bytes: new Uint8Array(0) },
    { name: 'photo.txt', bytes: Buffer.from('\x89PNG\r\n\x1a\n and the rest of a picture', 'latin1') },
    { name: 'good.txt', bytes: new TextEncoder().encode('市图书馆今日开放\n\n新馆于上午九时开门，读者排起长队。\n') },
  );
  expect(job.state).toBe('done');
  expect(job.outcomes).toMatchObject([
    { kind: 'failed', name: 'empty.txt', problem: { code: 'file-empty', values: { name: 'empty.txt' } } },
    { kind: 'failed', name: 'photo.txt', problem: { code: 'file-binary' } },
    { kind: 'imported', name: 'good.txt' },
  ]);
});

test('a reading position, a bookmark and a setting are there after a restart', async () => {
  const folder = temporaryFolder();
  const first = await libraryIn(folder, { seeds: SEEDS });
  const edition = await onlyEdition(first);
  const article = edition.contents.find(({ headline }) => headline?.startsWith('快递小哥'));
  const span = article?.paragraphs[3]?.spans[0];
  if (!article || !span) throw new Error('the sample has lost its lead');
  const place = { source: span.source, offset: span.start + 2 };
  const mark = await first.ask('bookmark.add', { place });
  await first.ask('position.save', { edition: edition.id, place });
  await first.ask('settings.write', { theme: 'dark', fromALaterVersion: [1] });
  await first.close();

  const second = await libraryIn(folder);
  expect(await second.ask('bookmark.list', {})).toEqual([mark]);
  expect(mark).toMatchObject({ place, article: article.id, headline: article.headline, quote: article.paragraphs[3]?.text.slice(2, 82) });
  const reopened = await onlyEdition(second);
  expect(reopened.position).toEqual(place);
  expect(reopened.readState).toBe('reading');
  expect(reopened.progress).toBeGreaterThan(0);
  expect(await second.ask('settings.read', {})).toMatchObject({ theme: 'dark', typeSize: 15, fromALaterVersion: [1] });
});

test('a place looked up is where the paper opens again; its paper is no longer unread, and only what was read counts as progress', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const edition = await onlyEdition(library);
  const source = edition.files[0]?.id ?? 0;
  const save = async (offset: number, progress: number) => {
    await library.ask('position.save', { edition: edition.id, place: { source, offset }, progress });
    return onlyEdition(library);
  };
  const unread = async () => (await library.ask('search.query', { text: '是:未读', limit: 1 })).total;
  expect(await unread()).toBeGreaterThan(0);
  expect(await save(900, 0)).toMatchObject({ position: { offset: 900 }, readState: 'reading', progress: 0 });
  expect(await unread()).toBe(0);
  expect(await save(1200, 0.5)).toMatchObject({ readState: 'reading', progress: 0.5 });
  expect(await save(300, 0.25)).toMatchObject({ position: { offset: 300 }, readState: 'reading', progress: 0.5 });
});

test('a paper is read or unread as the reader says, whatever was kept of it, and as it was when that is taken back', async () => {
  const folder = temporaryFolder();
  const library = await libraryIn(folder, { seeds: SEEDS });
  const { id, files } = await onlyEdition(library);
  const place = { source: files[0]?.id ?? 0, offset: 900 };
  const mark = (position: { readonly place?: typeof place; readonly progress: number } | null) =>
    library.ask('position.mark', { edition: id, position });
  expect(await mark({ progress: 1 })).toEqual({ position: null });
  expect(await onlyEdition(library)).toMatchObject({ readState: 'read', progress: 1, position: { offset: 0 } });
  expect(await mark(null)).toEqual({ position: { place: { ...place, offset: 0 }, progress: 1 } });
  expect(await onlyEdition(library)).toMatchObject({ readState: 'unread', progress: 0, position: null });
  expect((await library.ask('search.query', { text: '是:未读', limit: 1 })).total).toBeGreaterThan(0);

  await library.ask('position.save', { edition: id, place, progress: 0.25 });
  const { position: before } = await mark({ progress: 1 });
  expect(await onlyEdition(library)).toMatchObject({ readState: 'read', position: place });
  await mark(before);
  expect(await onlyEdition(library)).toMatchObject({ readState: 'reading', progress: 0.25, position: place });
  await mark(null);
  await library.close();
  expect(await onlyEdition(await libraryIn(folder))).toMatchObject({ readState: 'unread' });
});

test('bookmarking a place twice makes one bookmark, and removing it is final', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const edition = await onlyEdition(library);
  const place = { source: edition.files[0]?.id ?? 0, offset: 100 };
  const first = await library.ask('bookmark.add', { place });
  expect(await library.ask('bookmark.add', { place })).toEqual(first);
  await library.ask('bookmark.remove', { bookmark: first.id });
  expect(await library.ask('bookmark.list', {})).toEqual([]);
  await expect(library.ask('bookmark.remove', { bookmark: first.id })).rejects.toMatchObject({ data: { code: 'not-found' } });
});

test('a bookmark knows the printed page it is on', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: 'mill.txt', text: '第3版\n\n纺织厂开工\n\n今天上午，新建的纺织厂开工，工人们来到车间。\n' });
  const edition = await onlyEdition(library);
  expect(await library.ask('bookmark.add', { place: { source: edition.files[0]?.id ?? 0, offset: 20 } })).toMatchObject({ page: '3' });
});

test('a bookmark on a heading knows the words it stands over', async () => {
  const library = await libraryIn(temporaryFolder());
  const text = '纺织厂开工\n\n今天上午，新建的纺织厂开工，工人们来到车间。\n';
  await importTexts(library, { name: 'mill.txt', text });
  const edition = await onlyEdition(library);
  const source = edition.files[0]?.id ?? 0;
  expect(await library.ask('bookmark.add', { place: { source, offset: 0 } })).toMatchObject({
    quote: '纺织厂开工',
    opening: '今天上午，新建的纺织厂开工，工人们来到车间。',
  });
});

test('a bookmark within a sentence gives it from its beginning, and one where a sentence begins its own words', async () => {
  const library = await libraryIn(temporaryFolder());
  const text =
    '纺织厂开工\n\n本报讯（记者 苗逢春 通讯员 云出岫）3月23日上午，新建的纺织厂开工，工人们来到车间。“机器都是新的。”厂长说，今年要织出更多的布。\n';
  await importTexts(library, { name: 'mill.txt', text });
  const source = (await onlyEdition(library)).files[0]?.id ?? 0;
  const openingAt = async (words: string) =>
    (await library.ask('bookmark.add', { place: { source, offset: text.indexOf(words) } })).opening?.slice(0, 6) ?? null;
  expect(await openingAt('记者')).toMatch(/^(?:本报讯)?（记者/u);
  expect(await openingAt('车间')).toMatch(/^(?:本报讯)?（记者/u);
  expect(await openingAt('更多')).toBe('厂长说，今年');
  expect(await openingAt('“机器')).toBeNull();
});

test('what is asked of things that are not there, or in the wrong form, is refused by name', async () => {
  const library = await libraryIn(temporaryFolder());
  await expect(library.ask('edition.read', { edition: 7 })).rejects.toMatchObject({ data: { code: 'not-found', values: { edition: 7 } } });
  await expect(library.ask('source.read', { source: 7 })).rejects.toMatchObject({ data: { code: 'not-found' } });
  await expect(library.ask('job.cancel', { job: 'none' })).rejects.toMatchObject({ data: { code: 'not-found' } });
  await expect(library.ask('edition.read', { edition: 1.5 })).rejects.toMatchObject({
    data: { code: 'bad-input', values: { field: 'edition' } },
  });
  expect(library.log.filter((entry) => entry.level === 'error')).toEqual([]);
});

test("a reader's own paper and date win over the inferred ones until they are taken back", async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: 'note.txt', text: '市图书馆今日开放\n\n新馆于上午九时开门，读者排起长队。\n' });
  const { id, paper } = await onlyEdition(library);
  const corrected = await library.ask('edition.correct', { edition: id, paper: '山城晚报', date: '2024-03-01' });
  expect(corrected.paper).toEqual({ value: '山城晚报', judgement: { rule: 'confirmed-by-reader', confidence: 'certain' } });
  expect((await library.ask('library.editions', {}))[0]?.date.value).toBe('2024-03-01');
  expect((await library.ask('edition.correct', { edition: id, paper: null })).paper).toEqual(paper);
});
