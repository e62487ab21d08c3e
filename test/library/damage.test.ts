import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edition } from '../../src-main/contract/model';
import { Problem } from '../../src-main/contract/problem';
import { openConnection } from '../../src-main/store/database';
import { filesOfNews, pageOfNews } from './invented-news';
import { importFiles, importTexts, libraryIn, onlyEdition, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';

/** `npm run test:faults` asks for 100; the short form is part of every test run. */
const FLIPS = Number(process.env['NEWSROOM_FLIPS'] ?? 12);

/** What is printed of all articles. */
async function printed(library: TestLibrary): Promise<string> {
  const articles: unknown[] = [];
  for (const { id } of await library.ask('library.editions', {}))
    for (const { paragraphs, headline, byline, heading } of (await library.ask('edition.read', { edition: id })).contents)
      articles.push([headline, byline, heading, paragraphs]);
  return JSON.stringify(articles);
}

type Verdict = 'refused and kept' | 'found' | 'nothing changed' | 'missed';

async function verdictOn(damaged: Uint8Array, sound: string): Promise<Verdict> {
  const folder = temporaryFolder();
  const path = join(folder, 'library.sqlite');
  writeFileSync(path, damaged);
  const library = await libraryIn(folder);
  const { problem } = await library.ask('app.info', {});
  if (problem) return readFileSync(path).equals(damaged) ? 'refused and kept' : 'missed';
  const read = await printed(library).catch((error: unknown) => (error instanceof Problem ? null : Promise.reject(error as Error)));
  const { whole, files } = await library.ask('library.check', {});
  await library.close();
  if (!whole || files.length > 0) return 'found';
  return read === sound ? 'nothing changed' : 'missed';
}

test(`${FLIPS} flipped bits are each found, or have changed nothing that is read`, { timeout: 60_000 + FLIPS * 3_000 }, async () => {
  const folder = temporaryFolder();
  const first = await libraryIn(folder);
  await importFiles(first, ...filesOfNews(4, 3));
  const sound = await printed(first);
  await first.close();
  const bytes = readFileSync(join(folder, 'library.sqlite'));
  let state = 4711;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * bytes.length);
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (flip % 8));
    expect(await verdictOn(damaged, sound), `bit ${flip % 8} of byte ${at}`).not.toBe('missed');
  }
});

const texts = (edition: Edition) => edition.contents.map((article) => article.paragraphs);

test('articles that no longer say what the kept bytes say are made again from them', async () => {
  const folder = temporaryFolder();
  const first = await libraryIn(folder);
  await importTexts(first, { name: 'page.txt', text: pageOfNews(1, 2) });
  const before = await onlyEdition(first);
  await first.close();
  const connection = await openConnection(join(folder, 'library.sqlite'), 'write');
  await connection.exec(
    `UPDATE paragraphs SET text = replace(text, '消息', '谣言'); UPDATE paragraphs SET spans = 'no spans' WHERE id % 2 = 1`,
  );
  await connection.close();
  const second = await libraryIn(folder);
  expect(await second.ask('library.check', {})).toMatchObject({ whole: true, files: [{ name: 'page.txt', fault: 'articles' }] });
  expect(await second.ask('library.check', {})).toEqual({ whole: true, files: [] });
  expect(texts(await onlyEdition(second))).toEqual(texts(before));
});

test('kept bytes that are no longer those that were imported are named', async () => {
  const folder = temporaryFolder();
  const first = await libraryIn(folder);
  await importTexts(first, { name: 'page.txt', text: pageOfNews(1, 2) });
  await first.close();
  const connection = await openConnection(join(folder, 'library.sqlite'), 'write');
  await connection.exec(`UPDATE source_bytes SET bytes = zeroblob(length(bytes))`);
  await connection.close();
  const second = await libraryIn(folder);
  expect(await second.ask('library.check', {})).toMatchObject({ whole: true, files: [{ name: 'page.txt', fault: 'bytes' }] });
});

/** A file system of a few megabytes; only root may make one, so the test stands aside elsewhere. */
function smallDisk(megabytes: number): string | null {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

test(
  'a disk that fills up stops the import with a clear reason; what is in stays whole, and the rest comes in when there is room',
  { timeout: 60_000 },
  async (context) => {
    const disk = smallDisk(4);
    context.skip(disk === null, 'needs the right to mount');
    if (disk === null) return;
    try {
      const library = await libraryIn(disk);
      const job = await importFiles(library, ...filesOfNews(150, 12));
      expect(job.state).toBe('failed');
      const failed = job.outcomes.filter((outcome) => outcome.kind === 'failed');
      expect(failed).toMatchObject([{ problem: { code: 'disk-full' } }]);
      const imported = job.outcomes.filter((outcome) => outcome.kind === 'imported').length;
      expect(imported).toBeGreaterThan(0);
      expect((await library.ask('library.contents', {})).sources).toBe(imported);
      expect(await library.ask('library.check', {})).toEqual({ whole: true, files: [] });
      await library.close();
      const roomy = temporaryFolder();
      // With its log: what was reported as imported may stand there until there is room to write it into the file.
      cpSync(disk, roomy, { recursive: true });
      const again = await libraryIn(roomy);
      expect((await again.ask('library.contents', {})).sources).toBe(imported);
      expect((await importFiles(again, ...filesOfNews(imported + 5, 12))).outcomes.filter(({ kind }) => kind === 'imported')).toHaveLength(
        5,
      );
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  },
);
