import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { JobSnapshot } from '../../src-main/contract/model';
import { articleOfNews } from './invented-news';
import { importFiles, libraryIn, onlyEdition, temporaryFolder } from './library-in-folder';
import { zipOf } from './zip-of';

const encode = (text: string) => new TextEncoder().encode(text);
const news = (seed: number) => encode(articleOfNews(seed));

test('the files of a zip archive come in one by one, with their paths and whatever names its maker wrote', async () => {
  const library = await libraryIn(temporaryFolder());
  const zip = zipOf(
    { name: '山城晚报/2024-03-01/2.txt', bytes: news(2) },
    { name: iconv.encode('山城晚报/2024-03-01/1.txt', 'gb18030'), bytes: news(1) },
    { name: '山城晚报/', bytes: new Uint8Array(0) },
    { name: '__MACOSX/山城晚报/._2.txt', bytes: encode('resource fork') },
  );
  const job = await importFiles(library, { name: 'week.zip', bytes: zip });
  expect(job).toMatchObject({ state: 'done', done: 2, total: 2 });
  const edition = await onlyEdition(library);
  expect(edition.paper.value).toBe('山城晚报');
  expect(edition.pages).toEqual(['1', '2']);
});

test('a zip on disk may be larger than any file in it may be', async () => {
  const library = await libraryIn(temporaryFolder());
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'week.zip'), zipOf({ name: 'a.txt', bytes: news(1) }, { name: 'b.txt', bytes: news(2) }));
  expect((await library.importPaths([folder])).outcomes).toMatchObject([{ kind: 'imported' }, { kind: 'imported' }]);
});

test('a zip that lies, is torn, leads out of itself or is a document is refused or tamed, and the rest goes on', async () => {
  const library = await libraryIn(temporaryFolder());
  const job = await importFiles(
    library,
    { name: 'bomb.zip', bytes: zipOf({ name: 'zeros.txt', bytes: new Uint8Array(90 * 1024 * 1024) }) },
    { name: 'liar.zip', bytes: zipOf({ name: 'zeros.txt', bytes: new Uint8Array(90 * 1024 * 1024), claimed: 1000 }) },
    { name: 'torn.zip', bytes: zipOf({ name: 'a.txt', bytes: news(1) }).slice(0, 200) },
    { name: 'letter.docx', bytes: zipOf({ name: '[Content_Types].xml', bytes: encode('<Types/>') }) },
    { name: 'climb.zip', bytes: zipOf({ name: '../../../etc/passwd.txt', bytes: news(5) }) },
    { name: 'good.txt', bytes: news(6) },
  );
  expect(job.outcomes).toMatchObject([
    { kind: 'failed', name: 'bomb.zip/zeros.txt', problem: { code: 'file-too-large' } },
    { kind: 'failed', name: 'liar.zip/zeros.txt', problem: { code: 'file-damaged' } },
    { kind: 'failed', name: 'torn.zip', problem: { code: 'file-damaged' } },
    { kind: 'failed', name: 'letter.docx', problem: { code: 'file-other-form' } },
    { kind: 'imported', name: 'passwd.txt' },
    { kind: 'imported', name: 'good.txt' },
  ]);
});

function sayings({ outcomes }: JobSnapshot): readonly (readonly string[])[] {
  return outcomes.map((outcome) => [outcome.name, outcome.kind === 'failed' ? outcome.problem.code : outcome.kind]);
}

test('a zip is damaged, empty, locked or out of reach, and each is told apart, read from disk or handed in', async () => {
  const library = await libraryIn(temporaryFolder());
  const folder = temporaryFolder();
  const whole = zipOf({ name: 'a.txt', bytes: news(1) }, { name: 'b.txt', bytes: news(2) });
  const flipped = whole.slice();
  flipped[60] = (flipped[60] ?? 0) ^ 0xff;
  const locked = whole.slice();
  // General purpose bit 0 of the first entry in the central directory: encrypted (APPNOTE.TXT 4.4.4).
  const directory = Buffer.from(locked.buffer).indexOf('PK\x01\x02', 0, 'latin1');
  locked[directory + 8] = 1;
  const headless = whole.slice();
  headless.fill(0);
  const files = { 'cut.zip': whole.slice(0, whole.length / 2), 'empty.zip': zipOf(), 'flipped.zip': flipped, 'headless.zip': headless };
  const said = [
    ['cut.zip', 'file-damaged'],
    ['empty.zip', 'file-empty'],
    ['flipped.zip/a.txt', 'file-damaged'],
    ['b.txt', 'unchanged'],
    ['headless.zip', 'file-damaged'],
    ['locked.zip/a.txt', 'file-locked'],
    ['b.txt', 'unchanged'],
  ];
  for (const [name, bytes] of Object.entries({ ...files, 'locked.zip': locked })) writeFileSync(join(folder, name), bytes);
  await importFiles(library, { name: 'b.txt', bytes: news(2) });
  const given = Object.entries({ ...files, 'locked.zip': locked }).map(([name, bytes]) => ({ name, bytes: bytes.slice() }));
  expect(sayings(await importFiles(library, ...given))).toEqual(said);
  const named = Object.keys(files).map((name) => join(folder, name));
  expect(sayings(await library.importPaths([...named, join(folder, 'locked.zip'), join(folder, 'gone.zip')]))).toEqual([
    ...said,
    ['gone.zip', 'file-unreadable'],
  ]);
});

test('folders are walked in order and in full, without going in circles', async () => {
  const library = await libraryIn(temporaryFolder());
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'b', '10.txt'), news(1));
  writeFileSync(join(folder, 'b', '9.txt'), news(2));
  writeFileSync(join(folder, 'a.txt'), news(3));
  writeFileSync(join(folder, '.DS_Store'), 'litter');
  symlinkSync(folder, join(folder, 'b', 'circle'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.txt'));
  const job = await library.importPaths([folder, join(folder, 'a.txt'), join(folder, 'missing.txt')]);
  expect(job.outcomes.map(({ kind, name }) => `${kind} ${name.split('/').at(-1)}`)).toEqual([
    'imported a.txt',
    'imported 9.txt',
    'imported 10.txt',
    'failed broken.txt',
    'failed missing.txt',
  ]);
});

test('a file of two gigabytes is refused without being read', async () => {
  const library = await libraryIn(temporaryFolder());
  const file = join(temporaryFolder(), 'huge.txt');
  writeFileSync(file, '');
  truncateSync(file, 2 * 1024 * 1024 * 1024);
  const before = process.memoryUsage.rss();
  expect((await library.importPaths([file])).outcomes).toMatchObject([
    { kind: 'failed', problem: { code: 'file-too-large', values: { name: 'huge.txt', bytes: 2 ** 31 } } },
  ]);
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
});

test('any bytes are imported or refused by name, and what was imported reads back as it was printed', { timeout: 60_000 }, async () => {
  const library = await libraryIn(temporaryFolder());
  const hanzi = fc.string({
    unit: fc.constantFrom(...Array.from('的一是在不了有和人这，。！？“”\n\r\t 　\u0000\ud800\udc00\ufeff1a')),
    maxLength: 400,
  });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    hanzi.map((text) => new Uint8Array(Buffer.from(text, 'utf8'))),
    hanzi.map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
    fc.tuple(hanzi, fc.nat({ max: 3 })).map(([text, cut]) => new Uint8Array(iconv.encode(text, 'gb18030').subarray(cut))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (bytes) => {
      const { outcomes } = await importFiles(library, { name: 'any.txt', bytes: new Uint8Array(bytes) });
      const [outcome] = outcomes;
      if (outcome?.kind === 'failed') return ['file-empty', 'file-binary', 'file-unreadable'].includes(outcome.problem.code);
      if (!outcome) return false;
      const { text } = await library.ask('source.read', { source: outcome.source });
      const edition = await library.ask('edition.read', { edition: outcome.edition });
      for (const { paragraphs } of edition.contents)
        for (const paragraph of paragraphs) {
          const printed = paragraph.spans
            .filter((span) => span.kind === 'text')
            .map((span) => span.glue + text.slice(span.start, span.end));
          expect(paragraph.text).toBe(printed.join(''));
        }
      return true;
    }),
    { numRuns: 60 },
  );
  expect(library.log.filter((entry) => entry.level === 'error')).toEqual([]);
});

test('a file that holds only blanks and line ends is refused like an empty one, makes no newspaper, and lies there as it did', async () => {
  const library = await libraryIn(temporaryFolder());
  const folder = temporaryFolder();
  const blanks = {
    'blank.txt': encode(' \t\r\n\n　　\n\f\u00a0\n'),
    'marked.txt': encode('\ufeff\n\u200b\n'),
    'wide.txt': new Uint8Array(Buffer.from('\ufeff　\n　\n', 'utf16le')),
    'blank.md': encode('\n\n  \n'),
    'blank.html': encode(' \n'),
    'blank.json': encode(' \n'),
    'blank.docx': new Uint8Array(0),
    'blank.zip': new Uint8Array(0),
  };
  for (const [name, bytes] of Object.entries(blanks)) writeFileSync(join(folder, name), bytes);
  const paths = Object.keys(blanks).map((name) => join(folder, name));
  expect(sayings(await library.importPaths(paths))).toEqual(Object.keys(blanks).map((name) => [name, 'file-empty']));
  expect(await library.ask('library.editions', {})).toEqual([]);
  for (const [name, bytes] of Object.entries(blanks)) expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(bytes);
});

test('a text of one-character lines, and one without a line end, are read', { timeout: 60_000 }, async () => {
  const library = await libraryIn(temporaryFolder());
  const job = await importFiles(
    library,
    { name: 'thin.txt', bytes: encode('字\n'.repeat(800)) },
    { name: 'long.txt', bytes: encode('一行没有尽头的文字，'.repeat(1000)) },
  );
  expect(job.outcomes.map((outcome) => outcome.kind)).toEqual(['imported', 'imported']);
});

test('files that vanish while a folder is read are named, and those that are left come in', async () => {
  const folder = temporaryFolder();
  const numbers = Array.from({ length: 300 }, (_, index) => index);
  for (const index of numbers) writeFileSync(join(folder, `${index}.txt`), news(index + 100));
  const library = await libraryIn(temporaryFolder());
  const importing = library.importPaths([folder]);
  for (const index of numbers.toReversed().slice(0, 150)) await rm(join(folder, `${index}.txt`));
  const { state, outcomes } = await importing;
  expect(state).toBe('done');
  const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.problem.code] : []));
  expect(new Set(failures).size).toBeLessThanOrEqual(1);
  for (const code of failures) expect(code).toBe('file-unreadable');
  expect(outcomes.length - failures.length).toBeGreaterThanOrEqual(150);
});

// To the system's administrator nothing is denied.
test.skipIf(process.getuid?.() === 0)('a file that may not be read is named, and a folder that may not be written is refused', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'closed.txt'), news(1));
  chmodSync(join(folder, 'closed.txt'), 0o000);
  const library = await libraryIn(temporaryFolder());
  expect((await library.importPaths([folder])).outcomes).toMatchObject([{ kind: 'failed', problem: { code: 'file-unreadable' } }]);
  const closed = temporaryFolder();
  chmodSync(closed, 0o500);
  const refused = await libraryIn(join(closed, 'library'));
  expect((await refused.ask('app.info', {})).problem).toMatchObject({ code: 'library-unwritable' });
  chmodSync(closed, 0o700);
});
