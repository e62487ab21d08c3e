import { appendFileSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JobSnapshot } from '../../src-main/contract/model';
import { filesOfNews } from './invented-news';
import { libraryIn, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';
import { zipOf } from './zip-of';

const [one, two, three, four] = filesOfNews(4, 2).map(({ bytes }) => Buffer.from(bytes)) as [Buffer, Buffer, Buffer, Buffer];

const open = (directory: string) => libraryIn(directory, { watchTimes: { settled: 250, again: 400 } });

async function names(library: TestLibrary): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id } of await library.ask('library.editions', {}))
    found.push(...(await library.ask('edition.read', { edition: id })).files.map(({ name }) => name));
  return found.sort();
}

/** Waits until the library holds these files and no others. */
async function expectFiles(library: TestLibrary, ...expected: readonly string[]): Promise<void> {
  await expect.poll(() => names(library), { timeout: 15_000, interval: 50 }).toEqual(expected.toSorted());
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('what lies in a watched folder comes in, and what appears there later, once it is wholly written', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '1.txt'), one);
  const library = await open(temporaryFolder());
  expect(await library.ask('watch.add', { path: folder })).toMatchObject([{ path: folder, state: 'watching', lastImport: null }]);
  await expectFiles(library, '1.txt');

  mkdirSync(join(folder, '2024', '03'), { recursive: true });
  const growing = join(folder, '2024', '03', '2.txt');
  const steps = 12;
  for (let step = 0; step < steps; step += 1) {
    appendFileSync(growing, two.subarray((two.length * step) / steps, (two.length * (step + 1)) / steps));
    await pause(80);
  }
  writeFileSync(join(folder, '3.txt.part'), three);
  writeFileSync(join(folder, '4.txt'), '');
  await expectFiles(library, '1.txt', '2.txt');
  const { text } = await library.ask('source.read', { source: 2 });
  expect(text).toBe(two.toString());

  renameSync(join(folder, '3.txt.part'), join(folder, '3.txt'));
  writeFileSync(join(folder, 'week.zip'), zipOf({ name: '4.txt', bytes: four }));
  await expectFiles(library, '1.txt', '2.txt', '3.txt', '4.txt');
  expect((await library.ask('watch.list', {}))[0]?.lastImport).not.toBeNull();
});

test('what is moved, deleted or touched there changes nothing, and is not read again', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const directory = temporaryFolder();
  for (const [index, bytes] of [one, two, three].entries()) writeFileSync(join(folder, `${index}.txt`), bytes);
  const library = await open(directory);
  const jobs: JobSnapshot[] = [];
  library.listen((event, value) => {
    const job = value as JobSnapshot;
    if (event === 'job' && job.state === 'done') jobs.push(job);
  });
  await library.ask('watch.add', { path: folder });
  await expectFiles(library, '0.txt', '1.txt', '2.txt');
  await expect.poll(() => jobs).toMatchObject([{ kind: 'import', watched: folder, done: 3 }]);
  rmSync(join(folder, '0.txt'));
  renameSync(join(folder, '1.txt'), join(folder, 'renamed.txt'));
  utimesSync(join(folder, '2.txt'), new Date(), new Date(0));
  await expect.poll(() => jobs.length, { timeout: 15_000 }).toBe(2);
  expect(jobs[1]?.outcomes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  expect(await names(library)).toEqual(['0.txt', '1.txt', '2.txt']);
  await library.close();

  const again = await open(directory);
  again.listen((event, value) => event === 'job' && jobs.push(value as JobSnapshot));
  await pause(1500);
  expect(jobs).toHaveLength(2);
  writeFileSync(join(folder, '3.txt'), four);
  await expectFiles(again, '0.txt', '1.txt', '2.txt', '3.txt');
});

test('a file that cannot be read as a newspaper is named once, not at every look', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'photo.jpg'), Buffer.from('ffd8ffe000104a464946', 'hex'));
  const library = await open(temporaryFolder());
  const failures: unknown[] = [];
  library.listen((event, value) => {
    const job = value as JobSnapshot;
    if (event === 'job' && job.state === 'done') failures.push(...job.outcomes);
  });
  await library.ask('watch.add', { path: folder });
  await expect.poll(() => failures, { timeout: 15_000 }).toMatchObject([{ kind: 'failed', name: 'photo.jpg' }]);
  await pause(1500);
  expect(failures).toHaveLength(1);
});

test(
  'a folder that goes away is looked for again; one that never was, or that the reader takes off the list, is not',
  { timeout: 60_000 },
  async () => {
    const parent = temporaryFolder();
    const folder = join(parent, 'inbox');
    const library = await open(temporaryFolder());
    for (const path of [folder, 'inbox'])
      await expect(library.ask('watch.add', { path })).rejects.toMatchObject({ data: { code: 'folder-missing' } });
    mkdirSync(folder);
    await library.ask('watch.add', { path: folder });
    await library.ask('watch.add', { path: `${folder}/` });
    renameSync(folder, join(parent, 'away'));
    const state = async () => (await library.ask('watch.list', {})).map((one) => one.state);
    await expect.poll(state, { timeout: 15_000 }).toEqual(['unreachable']);
    renameSync(join(parent, 'away'), folder);
    writeFileSync(join(folder, '1.txt'), one);
    await expectFiles(library, '1.txt');
    expect(await state()).toEqual(['watching']);

    expect(await library.ask('watch.remove', { path: folder })).toEqual([]);
    writeFileSync(join(folder, '2.txt'), two);
    await pause(1500);
    expect(await names(library)).toEqual(['1.txt']);
  },
);
