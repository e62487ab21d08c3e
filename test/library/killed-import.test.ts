import { fork } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConnection } from '../../src-main/store/database';
import { bundle } from './built-worker';
import { filesOfNews } from './invented-news';
import { jobEnd, libraryIn, optionsFor, temporaryFolder } from './library-in-folder';

/** `npm run test:faults` asks for 200; the short form is part of every test run. */
const KILLS = Number(process.env['NEWSROOM_KILLS'] ?? 4);
const FILES = KILLS > 50 ? 500 : 60;

let importer: string;
beforeAll(async () => {
  importer = await bundle('test/library/import-until-killed.ts', 'import-until-killed');
}, 60_000);
afterAll(() => rmSync(importer, { force: true }));

test('an import that was killed is told of at the next start, and goes on from where it was', { timeout: 90_000 }, async () => {
  const folder = join(temporaryFolder(), 'drop');
  mkdirSync(folder);
  for (const { name, bytes } of filesOfNews(60, 4)) writeFileSync(join(folder, name), bytes);
  let directory = temporaryFolder();
  // Killed at once it may not have begun, killed late it may be done.
  for (let after = 100; !(await killAfter(directory, folder, after)) || (await counts(directory)).length === 0; after += 50)
    directory = temporaryFolder();

  const library = await libraryIn(directory);
  const [cut, ...others] = await library.ask('import.interrupted', {});
  expect(others).toEqual([]);
  expect(cut).toMatchObject({ paths: [folder] });
  const { job } = await library.ask('import.resume', { import: cut?.id ?? 0 });
  const { state, outcomes } = await jobEnd(library, job);
  expect(state).toBe('done');
  expect(outcomes).toHaveLength(60);
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['unchanged', 'imported']));
  expect(await library.ask('import.interrupted', {})).toEqual([]);
});

interface SourceCount {
  readonly name: string;
  readonly articles: number;
  readonly paragraphs: number;
}

async function counts(directory: string): Promise<readonly SourceCount[]> {
  const connection = await openConnection(join(directory, 'library.sqlite'), 'write');
  try {
    expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await connection.all('PRAGMA foreign_key_check')).toEqual([]);
    return await connection.all<SourceCount>(
      `SELECT name, count(DISTINCT articles.id) AS articles, count(paragraphs.id) AS paragraphs FROM sources
       JOIN source_bytes ON source_bytes.source = sources.id LEFT JOIN articles ON articles.source = sources.id
       LEFT JOIN paragraphs ON paragraphs.id >= articles.id * 1048576 AND paragraphs.id < (articles.id + 1) * 1048576
       GROUP BY sources.id ORDER BY name`,
    );
  } finally {
    await connection.close();
  }
}

/** Runs an import in a process of its own and kills it outright `after` milliseconds from its first file on; whether it was still at work. */
function killAfter(directory: string, folder: string, after: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = fork(importer, [JSON.stringify(optionsFor(directory)), folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let finished = false;
    child.on('message', (message) => {
      if (message === 'importing') setTimeout(() => child.kill('SIGKILL'), after);
      else finished = true;
    });
    child.on('error', reject);
    child.on('exit', (_code, signal) => (signal === 'SIGKILL' || finished ? resolve(!finished) : reject(new Error('the importer failed'))));
  });
}

test(`${KILLS} imports killed at any moment leave every file wholly in or wholly out`, { timeout: 90_000 + KILLS * 10_000 }, async () => {
  const folder = join(temporaryFolder(), 'drop');
  mkdirSync(folder);
  for (const { name, bytes } of filesOfNews(FILES, 4)) writeFileSync(join(folder, name), bytes);
  const whole = await libraryIn(temporaryFolder());
  await whole.importPaths([folder]);
  await whole.close();
  const expected = new Map((await counts(whole.directory)).map((source) => [source.name, source]));
  expect(expected.size).toBe(FILES);

  let directory = temporaryFolder();
  let interrupted = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    if (await killAfter(directory, folder, Math.random() * (FILES > 100 ? 2_500 : 500))) interrupted += 1;
    const found = await counts(directory);
    for (const source of found) expect(source).toEqual(expected.get(source.name));
    if (found.length === FILES) directory = temporaryFolder();
  }
  expect(interrupted).toBeGreaterThan(0);

  const after = await libraryIn(directory);
  const job = await after.importPaths([folder]);
  expect(job).toMatchObject({ state: 'done', done: FILES });
  expect((await after.ask('search.query', { text: '榕树', limit: 0 })).state).toBe('ready');
  await after.close();
  expect(await counts(directory)).toEqual([...expected.values()]);
});
