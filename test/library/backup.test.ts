import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpIfDue } from '../../src-main/library/schedule-backups';
import { openConnection } from '../../src-main/store/database';
import { openDatabase } from '../../src-main/store/open-database';
import { filesOfNews } from './invented-news';
import { importTexts, jobEnd, libraryIn, onlyEdition, SEEDS, temporaryFolder } from './library-in-folder';

const NEWS = { name: 'page.txt', text: '旧城改造启动\n\n今年将有三条街巷开工，青石板路将重新铺设。\n' };
const LATER = { name: 'later.txt', text: '新桥今日通车\n\n两岸居民步行往来，渡船停航。\n' };

test('a backup holds everything, and putting it back undoes what came after, with a copy of that kept', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, NEWS);
  const edition = await onlyEdition(library);
  const place = { source: edition.files[0]?.id ?? 0, offset: 8 };
  await library.ask('bookmark.add', { place });
  const backup = await library.ask('backup.make', {});
  expect(backup).toMatchObject({ editions: 1, sources: 1, bookmarks: 1, reason: 'asked' });
  await importTexts(library, LATER);
  await library.ask('edition.trash', { edition: edition.id });

  await library.ask('backup.restore', { name: backup.name });
  expect({ ...(await onlyEdition(library)), openedAt: null }).toEqual({ ...edition, openedAt: null });
  expect(await library.ask('bookmark.list', {})).toHaveLength(1);
  expect((await library.ask('search.query', { text: '渡船' })).total).toBe(0);
  expect((await library.ask('search.query', { text: '青石板路' })).total).toBe(1);
  const [newest] = await library.ask('backup.list', {});
  expect(newest).toMatchObject({ reason: 'before-restore', sources: 1 });

  await library.ask('backup.restore', { name: newest?.name ?? '' });
  expect((await library.ask('search.query', { text: '渡船' })).total).toBe(1);
});

test('what a library and its backup hold is counted as a reader counts: no furniture, a story across a jump once, nothing in the trash', async () => {
  const library = await libraryIn(temporaryFolder(), { seeds: SEEDS });
  await importTexts(library, NEWS, LATER);
  const editions = await library.ask('library.editions', {});
  const gone = editions.find(({ headlines }) => headlines[0] === '新桥今日通车');
  const kept = editions.filter((edition) => edition !== gone);
  for (const { id } of editions) {
    const { files } = await library.ask('edition.read', { edition: id });
    await library.ask('bookmark.add', { place: { source: files[0]?.id ?? 0, offset: 0 } });
  }
  await library.ask('edition.trash', { edition: gone?.id ?? 0 });
  const told = { editions: 2, sources: 2, articles: kept.reduce((sum, { articles }) => sum + articles, 0), bookmarks: 2 };
  expect(await library.ask('library.contents', {})).toMatchObject(told);
  expect(await library.ask('backup.make', {})).toMatchObject(told);
});

test('a backup of a library older than the trash is counted too', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, NEWS);
  const { name } = await library.ask('backup.make', {});
  const old = await openConnection(join(library.directory, 'backups', name), 'write');
  await old.exec('ALTER TABLE editions DROP COLUMN trashed_at; DROP TABLE watched_files; DROP TABLE watched_folders');
  await old.close();
  expect(await library.ask('backup.list', {})).toMatchObject([{ editions: 1, articles: 1, watchedFolders: 0 }]);
});

test('watched folders and settings come from the backup too', async () => {
  const library = await libraryIn(temporaryFolder());
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  await library.ask('watch.add', { path: folders[0] });
  await library.ask('settings.write', { theme: 'dark' });
  const { name } = await library.ask('backup.make', {});
  await library.ask('watch.add', { path: folders[1] });
  await library.ask('settings.write', { theme: 'white' });
  expect((await library.ask('library.contents', {})).watchedFolders).toBe(2);
  expect(await library.ask('backup.list', {})).toMatchObject([{ name, watchedFolders: 1 }]);
  await library.ask('backup.restore', { name });
  expect((await library.ask('watch.list', {})).map(({ path }) => path)).toEqual([folders[0]]);
  expect((await library.ask('settings.read', {})).theme).toBe('dark');
});

test('a backup made while files are coming in is a whole library of some moment', async () => {
  const library = await libraryIn(temporaryFolder());
  const { job } = await library.ask('import.open', { total: 30 });
  const ended = jobEnd(library, job);
  await library.ask('import.add', { job, files: filesOfNews(30, 6) });
  await library.ask('import.close', { job });
  const backup = await library.ask('backup.make', {});
  await ended;
  expect(backup.sources).toBeLessThanOrEqual(30);
  await library.ask('backup.restore', { name: backup.name });
  const editions = await library.ask('library.editions', {});
  expect(editions.reduce((sum, edition) => sum + edition.sources, 0)).toBe(backup.sources);
  expect(editions.reduce((sum, edition) => sum + edition.articles, 0)).toBe(
    (await library.ask('search.query', { text: '号消息', limit: 0 })).total,
  );
});

test('a damaged library can be put right from a backup, and the damaged file is kept', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'library.sqlite');
  const first = await libraryIn(folder);
  await importTexts(first, NEWS);
  const { name } = await first.ask('backup.make', {});
  await first.close();
  const damaged = readFileSync(path).fill(0x55, 4096, 40_000);
  writeFileSync(path, damaged);

  const second = await libraryIn(folder);
  expect((await second.ask('app.info', {})).problem).toMatchObject({ code: 'library-damaged' });
  expect(await second.ask('backup.list', {})).toMatchObject([{ name, sources: 1 }]);
  await second.ask('backup.restore', { name });
  expect((await second.ask('app.info', {})).problem).toBeNull();
  expect((await onlyEdition(second)).contents[0]?.headline).toBe('旧城改造启动');
  const kept = readdirSync(folder).find((file) => file.startsWith('library-damaged-') && file.endsWith('.sqlite'));
  expect(readFileSync(join(folder, kept ?? '')).equals(damaged)).toBe(true);
});

test('a backup that is itself damaged is refused, and the library stays as it is', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, NEWS);
  const { name } = await library.ask('backup.make', {});
  const path = join(library.directory, 'backups', name);
  writeFileSync(path, readFileSync(path).fill(0x55, 8192, 60_000));
  await importTexts(library, LATER);
  await expect(library.ask('backup.restore', { name })).rejects.toMatchObject({ data: { code: 'library-damaged' } });
  expect((await library.ask('library.contents', {})).sources).toBe(2);
  await expect(library.ask('backup.restore', { name: '../library.sqlite' })).rejects.toMatchObject({ data: { code: 'not-found' } });
});

const day = (number: number, hour: number) => new Date(Date.UTC(2024, 2, number, hour));

test('a backup a day is made, and the newest five are kept', async () => {
  const folder = temporaryFolder();
  const library = await libraryIn(folder);
  await importTexts(library, NEWS);
  await library.close();
  const { database } = await openDatabase(join(folder, 'library.sqlite'));
  for (let number = 1; number <= 8; number += 1) {
    await backUpIfDue(database, day(number, 9));
    await backUpIfDue(database, day(number, 15));
  }
  await database.close();
  const names = readdirSync(join(folder, 'backups')).sort();
  expect(names.map((name) => name.slice(0, 10))).toEqual(['04', '05', '06', '07', '08'].map((date) => `2024-03-${date}`));
  expect(existsSync(join(folder, 'backups', `${names[0]}.partial`))).toBe(false);
});
