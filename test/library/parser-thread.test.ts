import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createParser, createParserThread } from '../../src-main/library/parser';
import { bundle } from './built-worker';
import { pageOfNews } from './invented-news';
import { temporaryFolder } from './library-in-folder';

let worker: string;
beforeAll(async () => {
  worker = await bundle('src-main/library/library-worker.ts', 'parser-thread');
}, 60_000);
afterAll(() => rmSync(worker, { force: true }));

const task = (text: string, name = 'page.txt') => ({ text, encoding: 'utf-8' as const, fileName: name, path: name });

test('a text comes out of the thread as it does without one', async () => {
  const folder = temporaryFolder();
  const here = await createParser(folder, () => {});
  const there = createParserThread(pathToFileURL(worker), folder, () => {});
  const texts = [1, 2, 3].map((seed) => pageOfNews(seed, 3));
  const parsed = await Promise.all(texts.map((text) => there.parse(task(text))));
  for (const [index, text] of texts.entries()) expect(parsed[index]).toEqual(await here.parse(task(text)));
  await there.close();
});

test('a text that takes for ever is given up by name, and the next one is parsed', async () => {
  const folder = temporaryFolder();
  const endless = join(folder, 'endless.mjs');
  writeFileSync(
    endless,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ id, text }) => { while (text === 'endless'); parentPort.postMessage({ kind: 'parsed', id, parsed: text }); });`,
  );
  const parser = createParserThread(pathToFileURL(endless), folder, () => {}, 400);
  const given = parser.parse(task('endless', 'endless.txt'));
  const next = parser.parse(task('short'));
  await expect(given).rejects.toMatchObject({ data: { code: 'file-unreadable', values: { name: 'endless.txt' } } });
  expect(await next).toBe('short');
  await parser.close();
});
