import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../src-main/contract/problem';
import type { Log, LogEntry } from '../../src-main/library/library-handle';
import { createParser, createParserThread, createParserThreads } from '../../src-main/library/parser';
import type { Parser } from '../../src-main/library/parser';
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

/** A thread that does what its text says, where the real one would have to be driven to it for minutes. */
function threadThatObeys(log: Log = () => {}): Parser {
  const { entry, folder } = obedientWorker();
  return createParserThread(entry, folder, log, 400);
}

function obedientWorker(): { readonly entry: URL; readonly folder: string } {
  const folder = temporaryFolder();
  const entry = join(folder, 'obedient.mjs');
  writeFileSync(
    entry,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ id, text }) => {
       while (text === 'endless');
       if (text === 'too large') throw Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
       if (text === 'faulty') throw new TypeError('x is undefined');
       parentPort.postMessage({ kind: 'parsed', id, parsed: text === 'clock' ? Date.now() : text });
     });`,
  );
  return { entry: pathToFileURL(entry), folder };
}

test('a hard text holds up no other where there are processors enough for two threads', async () => {
  const { entry, folder } = obedientWorker();
  const parser = createParserThreads(entry, folder, () => {}, 4);
  const hard = parser.parse(task('endless', 'hard.txt')).catch((problem: unknown) => problem);
  expect(await Promise.all(['short', 'shorter'].map((text) => parser.parse(task(text))))).toEqual(['short', 'shorter']);
  await parser.close();
  expect(await hard).toMatchObject({ data: { code: 'cancelled' } });
});

test.each(['endless', 'too large'])(
  'a text that is %s is given up by name and with the reason, and the next one is parsed',
  async (text) => {
    const log: LogEntry[] = [];
    const parser = threadThatObeys((entry) => log.push(entry));
    const given = parser.parse(task(text, 'hard.txt'));
    const next = parser.parse(task('short'));
    await expect(given).rejects.toMatchObject({ data: { code: 'file-too-hard', values: { name: 'hard.txt' } } });
    expect(await next).toBe('short');
    // Whoever looks for the reason later finds which file it was.
    expect(log).toMatchObject([{ level: 'warning', message: expect.stringContaining('hard.txt') as string }]);
    await parser.close();
  },
);

test('a text is not given up for the time that the machine slept', async () => {
  const parser = threadThatObeys();
  await parser.parse(task('awake'));
  const given = parser.parse(task('short'));
  // Nothing runs here meanwhile, and the clock goes on: as when a lid is closed. Timers are what has its turn next.
  setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500));
  expect(await given).toBe('short');
  await parser.close();
});

test('the thread goes on with the next text while nobody here has time to ask for it', async () => {
  const parser = threadThatObeys();
  await parser.parse(task('awake'));
  const times = [parser.parse(task('clock')), parser.parse(task('clock'))];
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  const free = Date.now();
  for (const time of await Promise.all(times)) expect(time).toBeLessThan(free);
  await parser.close();
});

test('a fault of the thread itself is not put down to the text: it is in the log, under the reference that is told', async () => {
  const log: LogEntry[] = [];
  const parser = threadThatObeys((entry) => log.push(entry));
  const given = parser.parse(task('faulty', 'plain.txt'));
  const failure = await given.catch((problem: unknown) => problem);
  expect(failure).toMatchObject({ data: { code: 'unexpected', values: { name: 'plain.txt' } } });
  expect(log).toMatchObject([{ level: 'error', message: 'x is undefined', reference: (failure as Problem).data.reference }]);
  expect(await parser.parse(task('short'))).toBe('short');
  await parser.close();
});
