import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JobSnapshot } from '../../src-main/contract/model';
import type { LogEntry } from '../../src-main/library/library-handle';
import { startLibrary } from '../../src-main/library/start-library';
import { bundle } from './built-worker';
import { importFiles, jobEnd, onlyEdition, optionsFor, SEED_FILE, SEEDS, temporaryFolder, withAsk } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';
import { filesOfNews } from './invented-news';

let worker: string;
beforeAll(async () => {
  worker = await bundle('src-main/library/library-worker.ts', 'library-worker');
}, 60_000);
afterAll(() => rmSync(worker, { force: true }));

async function start(directory: string, seeds: string | null = null): Promise<TestLibrary> {
  const log: LogEntry[] = [];
  const handle = await startLibrary({ ...optionsFor(directory), seeds, worker: pathToFileURL(worker), log: (entry) => log.push(entry) });
  return withAsk(handle, directory, log);
}

test('the library works in a thread of its own, and is there again after a restart', async () => {
  const folder = temporaryFolder();
  const first = await start(folder, SEEDS);
  const edition = await onlyEdition(first);
  await first.ask('bookmark.add', { place: { source: edition.files[0]?.id ?? 0, offset: 10 } });
  await first.close();
  const second = await start(folder, SEEDS);
  expect(await second.ask('bookmark.list', {})).toHaveLength(1);
  expect((await onlyEdition(second)).contents).toEqual(edition.contents);
});

test('bytes that one buffer shares with others are imported without taking it away', async () => {
  const library = await start(temporaryFolder());
  const shared = new TextEncoder().encode('旧城改造启动\n\n今年将有三条街巷开工。\n新桥今日通车\n\n两岸居民步行往来。\n');
  const half = shared.length / 2;
  const job = await importFiles(
    library,
    { name: 'a.txt', bytes: shared.subarray(0, half) },
    { name: 'b.txt', bytes: shared.subarray(half) },
  );
  expect(job.outcomes.map((outcome) => outcome.kind)).toEqual(['imported', 'imported']);
  expect(shared.length).toBe(half * 2);
});

test('a job tells how far it is, at most ten times a second, and ends with everything', async () => {
  const library = await start(temporaryFolder());
  const seen: { at: number; snapshot: JobSnapshot }[] = [];
  library.listen((event, value) => event === 'job' && seen.push({ at: Date.now(), snapshot: value as JobSnapshot }));
  const files = filesOfNews(40, 4);
  const last = await importFiles(library, ...files);
  expect(last).toMatchObject({ state: 'done', done: 40, total: 40, current: null });
  expect(last.outcomes).toHaveLength(40);
  expect(seen.at(-1)?.snapshot).toEqual(last);
  const running = seen.filter(({ snapshot }) => snapshot.state === 'running');
  const [begin, end] = [seen[0]?.at ?? 0, seen.at(-1)?.at ?? 0];
  expect(running.length).toBeLessThanOrEqual(Math.ceil((end - begin) / 90) + 1);
});

test('a cancelled job stops at once; what it has imported stays, and nothing is left half done', async () => {
  const library = await start(temporaryFolder());
  const { job } = await library.ask('import.open', { total: 150 });
  const ended = jobEnd(library, job);
  await library.ask('import.add', { job, files: filesOfNews(150, 8) });
  await library.ask('job.cancel', { job });
  const last = await ended;
  expect(last.state).toBe('cancelled');
  expect(last.done).toBeLessThan(150);
  const editions = await library.ask('library.editions', {});
  expect(editions.reduce((sum, edition) => sum + edition.sources, 0)).toBe(last.done);
  await library.ask('import.add', { job, files: filesOfNews(1, 9) });
  expect(await library.ask('library.editions', {})).toHaveLength(editions.length);
});

test('a job that the reader has wait takes in nothing until it goes on, and can be cancelled while it waits', async () => {
  const library = await start(temporaryFolder());
  const { job } = await library.ask('import.open', { total: 60 });
  const ended = jobEnd(library, job);
  await library.ask('import.add', { job, files: filesOfNews(30, 4) });
  await library.ask('job.pause', { job });
  const shown = async () => (await library.ask('job.list', {})).find(({ id }) => id === job);
  // The file at hand is finished, however long it takes; had the job gone on, it would stand still only at the end.
  let before = -1;
  await vi.waitUntil(
    async () => {
      const done = (await shown())?.done ?? -1;
      const still = done === before;
      before = done;
      return still;
    },
    { timeout: 20_000, interval: 700 },
  );
  expect(await shown()).toMatchObject({ state: 'running', paused: true, done: before });
  expect(before).toBeLessThan(30);

  await library.ask('job.resume', { job });
  expect((await shown())?.paused).toBeUndefined();
  await library.ask('import.close', { job });
  expect(await ended).toMatchObject({ state: 'done', done: 30 });

  const second = await library.ask('import.open', { total: 60 });
  const cancelled = jobEnd(library, second.job);
  await library.ask('job.pause', { job: second.job });
  await library.ask('import.add', {
    job: second.job,
    files: filesOfNews(5, 4).map((file) => ({ ...file, bytes: Buffer.from(`${file.name}\n又一版。\n`) })),
  });
  await library.ask('job.cancel', { job: second.job });
  expect(await cancelled).toMatchObject({ state: 'cancelled', done: 0 });
});

test('reading goes on while an import runs', async () => {
  const library = await start(temporaryFolder(), SEEDS);
  const { id } = await onlyEdition(library);
  const { job } = await library.ask('import.open', { total: 30 });
  const ended = jobEnd(library, job);
  await library.ask('import.add', { job, files: filesOfNews(30, 4) });
  await library.ask('import.close', { job });
  let reads = 0;
  for (let running = true; running; reads += 1) {
    await library.ask('edition.read', { edition: id });
    running = (await library.ask('job.list', {})).some((known) => known.id === job && known.state === 'running');
  }
  expect((await ended).state).toBe('done');
  expect(reads).toBeGreaterThan(3);
});

test('two windows with a library each see what the other one does', async () => {
  const folder = temporaryFolder();
  const [one, two] = [await start(folder), await start(folder)];
  const changed = new Promise<unknown>((resolve) => two.listen((event, value) => event === 'library.changed' && resolve(value)));
  await one.importPaths([SEED_FILE]);
  expect(await changed).toEqual({ editions: null });
  expect((await onlyEdition(two)).contents).toEqual((await onlyEdition(one)).contents);
});

test('two windows that import the same files at once import each once', async () => {
  const folder = temporaryFolder();
  const [one, two] = [await start(folder), await start(folder)];
  const jobs = await Promise.all([importFiles(one, ...filesOfNews(25, 3)), importFiles(two, ...filesOfNews(25, 3))]);
  const kinds = jobs.flatMap((job) => job.outcomes.map((outcome) => outcome.kind));
  expect(kinds.filter((kind) => kind === 'imported')).toHaveLength(25);
  expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(25);
});

test('a library that cannot be opened says so, and fails every other call with the same reason', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'library.sqlite');
  writeFileSync(path, 'not a library '.repeat(1000));
  const library = await start(folder);
  const problem = { code: 'library-damaged', values: { path } };
  expect((await library.ask('app.info', {})).problem).toEqual(problem);
  await expect(library.ask('library.editions', {})).rejects.toMatchObject({ data: problem });
  await expect(library.importPaths([SEED_FILE])).rejects.toMatchObject({ data: problem });
  expect(readFileSync(path, 'utf8')).toMatch(/^not a library/);
});
