/** What every host must answer, whichever way it is reached. One list; Playwright runs it over each link. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { createClient } from '../../src-main/contract/link';
import type { Client, Link } from '../../src-main/contract/link';
import type { AppInfo, FileOutcome, JobSnapshot } from '../../src-main/contract/model';
import type { Events, Input } from '../../src-main/contract/operations';
import { Problem } from '../../src-main/contract/problem';
import { expect, test as base } from '../e2e/app';
import { seedFile } from '../e2e/web-host-process';
import { openLink } from './page-link';

const test = base.extend<{ link: Link; client: Client }>({
  link: async ({ app }, use) => {
    await use(await openLink(app));
  },
  client: async ({ link }, use) => {
    await use(createClient(link));
  },
});

const page = [
  '云岭日报',
  '',
  '云岭新桥建成通车',
  '',
  '本报讯（记者 周明远）昨日上午，云岭新桥正式建成通车，两岸居民往来更加便捷。',
  '',
  '当天，三千余名群众冒雨走上桥面，见证这座跨江大桥的诞生。',
].join('\n');

const field = (name: string) => ({ code: 'bad-input', values: { field: name } });

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('tells what it is and where its library lies', async ({ app, client }) => {
  const info: AppInfo = await client.call('app.info', {});
  expect(info).toMatchObject({ host: app.host, platform: process.platform, library: join(app.library, 'library.sqlite'), problem: null });
  expect(info.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(info.parserVersion).not.toBe('');
});

test('a first start shows the sample edition', async ({ client }) => {
  const editions = await sampleEditions(client);
  expect(editions).toHaveLength(1);
  const [sample] = editions;
  const edition = await client.call('edition.read', { edition: sample?.id ?? 0 });
  expect(edition.date.value).toBe('2023-11-25');
  expect(edition.files.map((file) => file.name)).toEqual(['guizhou-daily-2023-11-25.txt']);
  const source = await client.call('source.read', { source: edition.files[0]?.id ?? 0 });
  expect(source.text).toBe(await readFile(seedFile, 'utf8'));
  // What is shown is what the file says: every run of every paragraph is a slice of it.
  for (const article of edition.contents)
    for (const { spans, text } of article.paragraphs) {
      const printed = spans.filter((span) => span.kind === 'text').map((span) => span.glue + source.text.slice(span.start, span.end));
      expect(printed.join('')).toBe(text);
    }
});

test('a wrong input is refused and the field is named', async ({ link }) => {
  const refused = async (operation: string, input: unknown) => {
    const reply = await link.call(operation as 'app.info', input);
    return reply.ok ? 'taken' : reply.problem;
  };
  expect(await refused('edition.read', { edition: 'first' })).toEqual(field('edition'));
  expect(await refused('edition.read', {})).toEqual(field('edition'));
  expect(await refused('app.info', { surplus: true })).toEqual(field('surplus'));
  expect(await refused('bookmark.add', { place: { source: 1, offset: -1 } })).toEqual(field('place.offset'));
  expect(await refused('import.add', { job: 'a', files: [{ name: '', bytes: new Uint8Array(1) }] })).toEqual(field('files.0.name'));
  expect(await refused('import.add', { job: 'a', files: [{ name: 'a.txt', bytes: 'text' }] })).toEqual(field('files.0.bytes'));
  expect(await refused('edition.read', null)).toMatchObject({ code: 'bad-input' });
  expect(await refused('no.such', {})).toEqual(field('operation'));
  expect(await refused('constructor', {})).toEqual(field('operation'));
  expect(await refused('__proto__', {})).toEqual(field('operation'));
});

test('what is not there is said to be not there', async ({ client }) => {
  for (const call of [
    () => client.call('edition.read', { edition: 999 }),
    () => client.call('source.read', { source: 999 }),
    () => client.call('job.cancel', { job: 'no-such-job' }),
    () => client.call('import.add', { job: 'no-such-job', files: [] }),
    () => client.call('bookmark.add', { place: { source: 999, offset: 0 } }),
  ])
    expect(await codeOf(call())).toBe('not-found');
});

test('settings are kept, and what a newer version wrote survives', async ({ app, client }) => {
  await client.call('settings.write', { theme: 'dark', typeSize: 18, fromTomorrow: 'kept' });
  expect(await client.call('settings.read', {})).toMatchObject({
    theme: 'dark',
    typeSize: 18,
    fromTomorrow: 'kept',
    direction: 'horizontal',
  });
  await app.quit();
  await app.start();
  const again = createClient(await openLink(app));
  expect(await again.call('settings.read', {})).toMatchObject({ theme: 'dark', typeSize: 18, fromTomorrow: 'kept' });
});

test('an import says how it goes and what became of each file', async ({ client }) => {
  const heard: JobSnapshot[] = [];
  const changed: Events['library.changed'][] = [];
  client.listen('job', (job) => heard.push(job));
  client.listen('library.changed', (change) => changed.push(change));
  const { job, outcomes } = await importFiles(client, [
    { name: '云岭日报-2024-05-06.txt', bytes: bytesOf(page) },
    { name: 'empty.txt', bytes: new Uint8Array(0) },
    { name: 'picture.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]) },
    { name: '云岭日报-2024-05-07.txt', bytes: bytesOf(`${page}\n次日再版。`) },
  ]);
  expect(outcomes.map(({ kind, name }) => [kind, name])).toEqual([
    ['imported', '云岭日报-2024-05-06.txt'],
    ['failed', 'empty.txt'],
    ['failed', 'picture.png'],
    ['imported', '云岭日报-2024-05-07.txt'],
  ]);
  expect(outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.problem.code] : []))).toEqual(['file-empty', 'file-binary']);
  await expect.poll(() => heard.find((snapshot) => snapshot.id === job && snapshot.state === 'done')).toMatchObject({ done: 4, total: 4 });
  await expect.poll(() => changed.length).toBeGreaterThan(0);

  const before = await client.call('library.editions', {});
  const again = await importFiles(client, [{ name: 'another-name.txt', bytes: bytesOf(page) }]);
  expect(again.outcomes.map((outcome) => outcome.kind)).toEqual(['unchanged']);
  expect(await client.call('library.editions', {})).toHaveLength(before.length);
});

test('a file the page could not read is named among the outcomes', async ({ client }) => {
  const { job } = await client.call('import.open', { total: 2 });
  await client.call('import.refuse', { job, name: 'enormous.txt', reason: 'file-too-large' });
  await client.call('import.refuse', { job, name: 'locked.txt', reason: 'file-unreadable' });
  await client.call('import.close', { job });
  const outcomes = await finished(client, job);
  expect(outcomes).toEqual([
    { kind: 'failed', name: 'enormous.txt', problem: expect.objectContaining({ code: 'file-too-large' }) as unknown },
    { kind: 'failed', name: 'locked.txt', problem: expect.objectContaining({ code: 'file-unreadable' }) as unknown },
  ]);
});

test('bytes arrive as they were sent, in every encoding', async ({ client }) => {
  const encodings = { gb18030: 'gb18030', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', 'utf-8': 'utf-8' } as const;
  for (const [encoding, name] of Object.entries(encodings)) {
    const text = `${page}\n${encoding} 一版。`;
    const bytes = new Uint8Array(iconv.encode(text, name, { addBOM: encoding.startsWith('utf-16') }));
    const { outcomes } = await importFiles(client, [{ name: `${encoding}.txt`, bytes }]);
    expect(outcomes[0]).toMatchObject({ kind: 'imported', encoding });
    const source = await client.call('source.read', { source: sourceOf(outcomes[0]) });
    expect(source).toMatchObject({ text, bytes: bytes.length, encoding });
  }
});

test('the reader may say which encoding it is', async ({ client }) => {
  const text = `${page}\n又及。`;
  const bytes = new Uint8Array(iconv.encode(text, 'gb18030'));
  const { outcomes } = await importFiles(client, [{ name: 'wrong.txt', bytes, encoding: 'big5' }]);
  const source = sourceOf(outcomes[0]);
  expect((await client.call('source.read', { source })).text).not.toBe(text);
  await client.call('source.reread', { source, encoding: 'gb18030' });
  expect(await client.call('source.read', { source })).toMatchObject({ text, encoding: 'gb18030', bytes: bytes.length });
});

test('a file of 64 MB crosses whole', async ({ client }) => {
  test.setTimeout(240_000);
  // A picture's first bytes: the library looks at it and refuses it, which takes no time; crossing it does.
  const bytes = new Uint8Array(64 * 1024 * 1024);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const { outcomes } = await importFiles(client, [{ name: 'scan.png', bytes }]);
  expect(outcomes).toMatchObject([{ kind: 'failed', name: 'scan.png', problem: { code: 'file-binary' } }]);
});

test('an import can be stopped', async ({ client }) => {
  const { job } = await client.call('import.open', { total: null });
  await client.call('import.add', { job, files: [{ name: 'one.txt', bytes: bytesOf(`${page}一`) }] });
  await client.call('job.cancel', { job });
  await expect.poll(async () => (await jobOf(client, job))?.state).toBe('cancelled');
});

test('bookmarks, the reading place and corrections survive a restart', async ({ app, client }) => {
  const [sample] = await sampleEditions(client);
  const edition = await client.call('edition.read', { edition: sample?.id ?? 0 });
  const article = edition.contents.find((one) => one.headline !== null && one.paragraphs.length > 3);
  const span = article?.paragraphs[1]?.spans[0];
  const place = { source: span?.source ?? 0, offset: span?.start ?? 0 };
  const bookmark = await client.call('bookmark.add', { place });
  expect(bookmark).toMatchObject({ place, headline: article?.headline, date: edition.date.value });
  expect(article?.paragraphs[1]?.text.startsWith(bookmark.quote.slice(0, 10))).toBe(true);
  await client.call('position.save', { edition: edition.id, place });
  await client.call('edition.correct', { edition: edition.id, paper: '黔中日报' });

  await app.quit();
  await app.start();
  const again = createClient(await openLink(app));
  expect(await again.call('bookmark.list', {})).toMatchObject([{ id: bookmark.id, place, quote: bookmark.quote }]);
  expect(await again.call('edition.read', { edition: edition.id })).toMatchObject({ position: place, paper: { value: '黔中日报' } });
  await again.call('bookmark.remove', { bookmark: bookmark.id });
  expect(await again.call('bookmark.list', {})).toEqual([]);
});

test('a search finds every article with the word and nothing else', async ({ client }) => {
  const [sample] = await sampleEditions(client);
  const edition = await client.call('edition.read', { edition: sample?.id ?? 0 });
  const wordy = edition.contents.filter((article) =>
    [article.column, article.headline, article.deck, article.byline, ...article.paragraphs.map(({ text }) => text)].some((text) =>
      text?.includes('物流'),
    ),
  );
  const result = await client.call('search.query', { text: '物流' });
  expect(result.hits.map((hit) => hit.articleId).sort((a, b) => a - b)).toEqual(wordy.map(({ id }) => id).sort((a, b) => a - b));
  expect(result.total).toBe(wordy.length);
  const source = await client.call('source.read', { source: edition.files[0]?.id ?? 0 });
  for (const { snippet, matches, place } of result.hits) {
    expect(matches.length).toBeGreaterThan(0);
    for (const { start, end } of matches) expect(snippet.slice(start, end)).toBe('物流');
    expect(source.text.slice(place.offset, place.offset + 2)).toBe('物流');
  }
  const marks = await client.call('search.marks', { text: '物流', edition: edition.id });
  expect(marks.length).toBeGreaterThanOrEqual(wordy.length);
  for (const { start, end } of marks) expect(source.text.slice(start, end)).toBe('物流');
  expect(await client.call('search.query', { text: '绝无此词' })).toMatchObject({ total: 0, hits: [] });
});

async function sampleEditions(client: Client) {
  await expect.poll(async () => (await client.call('library.editions', {})).length).toBeGreaterThan(0);
  return client.call('library.editions', {});
}

type ImportFile = Input<'import.add'>['files'][number];

async function importFiles(client: Client, files: readonly ImportFile[]): Promise<{ job: string; outcomes: readonly FileOutcome[] }> {
  const { job } = await client.call('import.open', { total: files.length });
  await client.call('import.add', { job, files: [...files] });
  await client.call('import.close', { job });
  return { job, outcomes: await finished(client, job) };
}

async function jobOf(client: Client, job: string): Promise<JobSnapshot | undefined> {
  return (await client.call('job.list', {})).find((one) => one.id === job);
}

async function finished(client: Client, job: string): Promise<readonly FileOutcome[]> {
  await expect.poll(async () => (await jobOf(client, job))?.state, { timeout: 30_000 }).toBe('done');
  return (await jobOf(client, job))?.outcomes ?? [];
}

function sourceOf(outcome: FileOutcome | undefined): number {
  if (!outcome || outcome.kind === 'failed') throw new Error(`not imported: ${JSON.stringify(outcome)}`);
  return outcome.source;
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'no problem';
  } catch (failure) {
    return failure instanceof Problem ? failure.data.code : String(failure);
  }
}
