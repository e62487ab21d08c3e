import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Edition, JobSnapshot } from '../../src-main/contract/model';
import { articleOfNews, pageOfNews } from './invented-news';
import { importFiles, importTexts, jobEnd, libraryIn, onlyEdition, SEED_FILE, SEEDS, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';

/** All that a reader could see, with ids replaced by what they stand for. */
async function everything(library: TestLibrary) {
  const open = async (id: number) => withoutIds(await library.ask('edition.read', { edition: id }));
  const shelf = await library.ask('library.editions', {});
  const editions = [];
  for (const { id, openedAt } of shelf) editions.push({ ...(await open(id)), openedAt });
  const files = new Map<number, string>();
  for (const { id } of shelf) for (const file of (await library.ask('edition.read', { edition: id })).files) files.set(file.id, file.name);
  const marks = (await library.ask('bookmark.list', {})).map(({ place, quote, headline, paper, createdAt }) => [
    [files.get(place.source), place.offset].join(' '),
    [quote, headline, paper, createdAt].join(' '),
  ]);
  const trash = (await library.ask('trash.list', {})).map(({ headlines, trashedAt, characters }) => ({ headlines, trashedAt, characters }));
  const originals: string[] = [];
  for (const [id, name] of files) originals.push(`${name} ${hash((await library.ask('source.read', { source: id })).text)}`);
  return { editions, marks, trash, originals: originals.sort(), settings: await library.ask('settings.read', {}) };
}

function withoutIds(edition: Edition) {
  const names = new Map(edition.files.map((file) => [file.id, file.name]));
  return {
    paper: edition.paper,
    date: edition.date,
    pages: edition.pages,
    importedAt: edition.importedAt,
    progress: edition.progress,
    readState: edition.readState,
    position: edition.position && [names.get(edition.position.source), edition.position.offset],
    files: edition.files.map(({ id: _id, edition: _edition, ...file }) => file),
    sections: edition.sections.map(({ key, articles }) => [key, articles.length]),
    contents: edition.contents.map((article) => ({
      headline: article.headline,
      paragraphs: article.paragraphs.map(({ text, role }) => [role, text]),
      parts: article.parts.map(({ file, page, firstParagraph }) => [file, page, firstParagraph]),
    })),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('an exported library, imported into an empty one, is the same library', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const sample = await onlyEdition(library);
  await importTexts(
    library,
    {
      name: '1.txt',
      path: '山城晚报/2024-03-01/1.txt',
      text: `大桥合龙在即\n\n记者获悉，江心段已完成焊接，桥面铺装将于下月开始。（下转第四版）\n`,
    },
    {
      name: '4.txt',
      path: '山城晚报/2024-03-01/4.txt',
      text: `（上接第一版）\n\n通车后两岸往来只需五分钟，沿线六个村镇将同时开通公交。\n`,
    },
    { name: 'a:b?.txt', text: pageOfNews(3, 2) },
    { name: 'thrown.txt', text: articleOfNews(9) },
  );
  await importFiles(library, {
    name: 'big5.txt',
    bytes: new Uint8Array(iconv.encode('市立圖書館重新開放\n\n門前早已排起長隊。\n', 'big5')),
    encoding: 'big5',
  });
  const shelf = await library.ask('library.editions', {});
  const named = async (name: string) => {
    for (const { id } of shelf) {
      const edition = await library.ask('edition.read', { edition: id });
      const file = edition.files.find((file) => file.name === name);
      if (file) return { edition, file };
    }
    throw new Error(`no ${name}`);
  };
  const place = { source: sample.files[0]?.id ?? 0, offset: 700 };
  await library.ask('bookmark.add', { place });
  await library.ask('position.save', { edition: sample.id, place, progress: 0.4 });
  await library.ask('edition.trash', { edition: (await named('thrown.txt')).edition.id });
  // A page that its name puts with the others, and the reader has put elsewhere.
  const fourth = await named('4.txt');
  await library.ask('source.move', { moves: [{ source: fourth.file.id, edition: null }] });
  const alone = await named('a:b?.txt');
  await library.ask('edition.correct', { edition: alone.edition.id, paper: '江城日报', date: '2024-05-06' });
  await library.ask('source.correct', { source: alone.file.id, page: 'B2' });
  await library.ask('settings.write', { theme: 'dark', fromALaterVersion: { kept: true } });

  const folder = join(temporaryFolder(), 'export');
  expect(await library.exportTo(folder)).toMatchObject({ kind: 'export', state: 'done' });
  // What was thrown away does not lie among the articles.
  const [thrown, ...others] = readdirSync(join(folder, 'trash'));
  expect(others).toEqual([]);
  expect(readdirSync(join(folder, 'articles'))).not.toContain(thrown);
  const told = JSON.parse(readFileSync(join(folder, 'trash', thrown ?? '', 'edition.json'), 'utf8')) as { trashedAt?: string };
  expect(told.trashedAt).toBe((await library.ask('trash.list', {}))[0]?.trashedAt);
  const other = await libraryIn(temporaryFolder());
  const job = await other.importPaths([folder]);
  expect(job.outcomes.map((outcome) => outcome.kind)).toEqual(Array.from({ length: 6 }, () => 'imported'));
  expect(await everything(other)).toEqual(await everything(library));
});

test('the originals lie in an export byte for byte, and the articles as JSON and Markdown', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const edition = await onlyEdition(library);
  const folder = join(temporaryFolder(), 'export');
  await library.exportTo(folder);
  const [original] = readdirSync(join(folder, 'originals'));
  expect(readFileSync(join(folder, 'originals', original ?? '')).equals(readFileSync(SEED_FILE))).toBe(true);
  const [articles] = readdirSync(join(folder, 'articles'));
  const names = readdirSync(join(folder, 'articles', articles ?? ''));
  expect(names).toHaveLength(edition.contents.length + 1);
  const json = JSON.parse(readFileSync(join(folder, 'articles', articles ?? '', 'edition.json'), 'utf8')) as { articles: unknown };
  expect(json.articles).toEqual(edition.contents);
  const markdown = readFileSync(join(folder, 'articles', articles ?? '', names.find((name) => name.includes('快递小哥')) ?? ''), 'utf8');
  expect(markdown).toMatch(/^# 快递小哥新货郎 山里山外送货忙$/m);
});

test('an export never writes over what is there, and leaves nothing half done', async () => {
  const library = await libraryIn(temporaryFolder());
  const folder = temporaryFolder();
  await expect(library.exportTo(folder)).rejects.toMatchObject({ data: { code: 'not-allowed', values: { path: folder } } });
  writeFileSync(join(folder, 'file'), '');
  await expect(library.exportTo(join(folder, 'file', 'below'))).rejects.toMatchObject({ data: { code: 'library-unwritable' } });
  expect(readdirSync(folder)).toEqual(['file']);
});

test('an export taken back twice doubles nothing', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const edition = await onlyEdition(library);
  await library.ask('bookmark.add', { place: { source: edition.files[0]?.id ?? 0, offset: 100 } });
  const folder = join(temporaryFolder(), 'export');
  await library.exportTo(folder);
  const before = await everything(library);
  expect((await library.importPaths([folder])).outcomes).toMatchObject([{ kind: 'unchanged' }]);
  const after = await everything(library);
  expect({ ...after, editions: after.editions.length }).toEqual({ ...before, editions: 1 });
});

test('a manifest that points out of its folder brings nothing in from there', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  const folder = join(temporaryFolder(), 'export');
  await library.exportTo(folder);
  const outside = temporaryFolder();
  mkdirSync(join(outside, 'originals'));
  writeFileSync(join(outside, 'secret.txt'), 'not for the library\n\nnot at all, whatever the manifest says.\n');
  cpSync(folder, join(outside, 'export'), { recursive: true });
  const manifest = readFileSync(join(folder, 'library.json'), 'utf8');
  writeFileSync(join(outside, 'export', 'library.json'), manifest.replace(/"originals\/[^"]+"/, '"originals/../../secret.txt"'));
  const other = await libraryIn(temporaryFolder());
  expect((await other.importPaths([join(outside, 'export')])).outcomes).toMatchObject([
    { kind: 'failed', problem: { code: 'file-unreadable' } },
  ]);
  expect(existsSync(join(outside, 'secret.txt'))).toBe(true);
});

test('everything is written into a new folder of its own where the reader says, and comes back from there', async () => {
  const library = await libraryIn(temporaryFolder());
  const html = `<body><article><h1>旧城改造</h1><p>${articleOfNews(7)}</p></article></body>`;
  await importFiles(library, { name: 'news.html', bytes: new TextEncoder().encode(html) });
  const folder = temporaryFolder();
  const paths: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { job, path } = await library.ask('library.export', { folder });
    expect((await jobEnd(library, job)).state).toBe('done');
    paths.push(path);
  }
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(paths);
  const again = await libraryIn(temporaryFolder());
  await again.importPaths([paths[0] ?? '']);
  expect(await everything(again)).toEqual(await everything(library));

  for (const missing of [join(folder, 'nowhere'), 'relative'])
    await expect(library.ask('library.export', { folder: missing })).rejects.toMatchObject({ data: { code: 'folder-missing' } });
});

test('an export whose taking back was cut short comes back whole when it goes on', async () => {
  const library = await libraryIn(temporaryFolder());
  // Too large to be written together: the last are not in when the first are.
  const blank = '\n'.repeat(1_100_000);
  await importTexts(
    library,
    ...[1, 2, 3, 4, 5, 6].map((day) => ({ name: `云岭日报-2024-03-0${day}.txt`, text: `${pageOfNews(day, 6)}${blank}` })),
  );
  const shelf = await library.ask('library.editions', {});
  for (const { id, date } of shelf) await library.ask('edition.correct', { edition: id, paper: `正名${date.value}` });
  const folder = join(temporaryFolder(), 'out');
  await library.exportTo(folder);

  const directory = temporaryFolder();
  const first = await libraryIn(directory);
  const cut = new Promise<void>((resolve) =>
    first.listen((event, value) => event === 'job' && (value as JobSnapshot).done > 0 && resolve()),
  );
  const importing = first.importPaths([folder]).catch(() => null);
  await cut;
  await first.close();
  await importing;
  const second = await libraryIn(directory);
  expect((await second.ask('library.editions', {})).length).toBeLessThan(shelf.length);
  const [interrupted] = await second.ask('import.interrupted', {});
  const { job } = await second.ask('import.resume', { import: interrupted?.id ?? 0 });
  await jobEnd(second, job);
  await expect.poll(() => everything(second), { timeout: 10_000 }).toEqual(await everything(library));
});

test('an export is being taken back until everything the reader added is there; closed before, it goes on at the next start', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, ...[1, 2, 3, 4, 5, 6].map((day) => ({ name: `云岭日报-2024-03-0${day}.txt`, text: pageOfNews(day, 6) })));
  for (const { id, date } of await library.ask('library.editions', {})) {
    const { files } = await library.ask('edition.correct', { edition: id, paper: `正名${date.value}` });
    await library.ask('bookmark.add', { place: { source: files[0]?.id ?? 0, offset: 10 } });
  }
  await library.ask('settings.write', { theme: 'dark' });
  const folder = join(temporaryFolder(), 'out');
  await library.exportTo(folder);
  const all = await everything(library);

  const whole = await libraryIn(temporaryFolder());
  const seen = new Promise((resolve) =>
    whole.listen((event, value) => {
      if (event === 'job' && (value as JobSnapshot).state === 'done') resolve(everything(whole));
    }),
  );
  await whole.importPaths([folder]);
  expect(await seen).toEqual(all);

  const directory = temporaryFolder();
  const first = await libraryIn(directory);
  const filesIn = new Promise<void>((resolve) =>
    first.listen((event, value) => event === 'job' && (value as JobSnapshot).done === 6 && resolve()),
  );
  const importing = first.importPaths([folder]).catch(() => null);
  await filesIn;
  await first.close();
  await importing;
  const second = await libraryIn(directory);
  const [interrupted] = await second.ask('import.interrupted', {});
  if (interrupted) {
    const { job } = await second.ask('import.resume', { import: interrupted.id });
    await jobEnd(second, job);
  }
  expect(await everything(second)).toEqual(all);
});

test('whoever stops taking an export back keeps what the reader had added to the papers that are in', async () => {
  const library = await libraryIn(temporaryFolder());
  // More bytes than wait in memory: the last files are not handed in yet when the first is in.
  const blank = '\n'.repeat(7_000_000);
  await importTexts(
    library,
    ...[1, 2, 3, 4, 5, 6].map((day) => ({ name: `云岭日报-2024-03-0${day}.txt`, text: `${pageOfNews(day, 6)}${blank}` })),
  );
  for (const { id, date } of await library.ask('library.editions', {}))
    await library.ask('edition.correct', { edition: id, paper: `正名${date.value}` });
  const folder = join(temporaryFolder(), 'out');
  await library.exportTo(folder);
  const other = await libraryIn(temporaryFolder());
  other.listen((event, value) => {
    const { id, done, state } = value as JobSnapshot;
    if (event === 'job' && state === 'running' && done > 0) void other.ask('job.cancel', { job: id });
  });
  expect((await other.importPaths([folder])).state).toBe('cancelled');
  const papers = (await other.ask('library.editions', {})).map(({ paper }) => paper.value);
  expect(papers.length).toBeGreaterThan(0);
  expect(papers.length).toBeLessThan(6);
  expect(papers.filter((paper) => !paper?.startsWith('正名'))).toEqual([]);
});
