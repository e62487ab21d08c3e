/** Handing in files, against a real library in a real folder. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../src-main/contract/link';
import type { Client } from '../../src-main/contract/link';
import type { JobSnapshot } from '../../src-main/contract/model';
import { largestFile } from '../../src-renderer/importing/feed-import';
import { withEncoding } from '../../src-renderer/importing/gathered-file';
import type { GatheredFile } from '../../src-renderer/importing/gathered-file';
import { createImportDesk, isNews } from '../../src-renderer/importing/import-desk';
import type { ImportDesk } from '../../src-renderer/importing/import-desk';
import {
  endOf,
  filesLeft,
  filesOfOutcomes,
  groupsOf,
  holdsBegun,
  linesOf,
  mayBeTried,
  tryAgain,
} from '../../src-renderer/importing/result-lines';
import { showAwaited } from '../../src-renderer/importing/take-in';
import { currentView, go } from '../../src-renderer/app/navigation';
import { libraryIn, temporaryFolder } from '../library/library-in-folder';
import type { TestLibrary } from '../library/library-in-folder';
import { zipOf } from '../library/zip-of';

const encode = (text: string) => new TextEncoder().encode(text);
const article = (name: string) => `${name}镇新桥建成通车\n\n昨日上午，${name}镇新桥正式建成通车，两岸居民往来更加便捷。\n`;

function textFile(name: string, text = article(name)): GatheredFile {
  return { name, path: name, open: () => Promise.resolve(new Blob([text])) };
}

function clientOf(library: TestLibrary): Client {
  return createClient({
    call: (operation, input) => library.call(operation, input),
    listen: (event, handler) =>
      library.listen((name, value) => {
        if (name === event) handler(value as never);
      }),
  });
}

async function deskOnNewLibrary() {
  const library = await libraryIn(temporaryFolder());
  const desk = createImportDesk(clientOf(library));
  const stop = desk.follow();
  return { library, desk, stop };
}

test('files come in, in order, with one outcome each', async () => {
  const { desk, library } = await deskOnNewLibrary();
  const files = Array.from({ length: 12 }, (_, index) => textFile(`page-${index}.txt`, article(`第${index}`)));
  const done = await desk.hand(files);
  expect(done.state).toBe('done');
  expect(done.snapshot?.outcomes.map(({ name, kind }) => `${name} ${kind}`)).toEqual(files.map(({ name }) => `${name} imported`));
  expect((await library.ask('search.query', { text: '第7镇新桥' })).total).toBe(1);
});

test('the same bytes again are in the library already', async () => {
  const { desk } = await deskOnNewLibrary();
  await desk.hand([textFile('a.txt')]);
  const again = await desk.hand([textFile('b.txt', article('a.txt'))]);
  expect(again.snapshot?.outcomes.map(({ kind }) => kind)).toEqual(['unchanged']);
});

test('a file over 64 MB is refused without being read, one that cannot be read by name, and the rest comes in', async () => {
  const { desk } = await deskOnNewLibrary();
  let read = false;
  const huge = {
    size: largestFile + 1,
    arrayBuffer() {
      read = true;
      return Promise.resolve(new ArrayBuffer(0));
    },
  } as unknown as Blob;
  const done = await desk.hand([
    textFile('first.txt'),
    { name: 'huge.txt', path: 'huge.txt', open: () => Promise.resolve(huge) },
    { name: 'gone.txt', path: 'gone.txt', open: () => Promise.reject(new DOMException('gone', 'NotFoundError')) },
    textFile('empty.txt', ''),
    textFile('last.txt'),
  ]);
  expect(read).toBe(false);
  expect(done.snapshot?.outcomes.map((outcome) => [outcome.name, outcome.kind === 'failed' ? outcome.problem.code : outcome.kind])).toEqual(
    [
      ['first.txt', 'imported'],
      ['huge.txt', 'file-too-large'],
      ['gone.txt', 'file-unreadable'],
      ['empty.txt', 'file-empty'],
      ['last.txt', 'imported'],
    ],
  );
});

test('at most one batch of bytes is read ahead of what the library has taken', async () => {
  const { library } = await deskOnNewLibrary();
  const client = clientOf(library);
  let held = 0;
  let most = 0;
  const size = 1024 * 1024;
  const slow = createImportDesk({
    ...client,
    async call(operation, input) {
      const reply = await client.call(operation, input);
      if (operation === 'import.add') held -= (input as { files: readonly unknown[] }).files.length;
      return reply;
    },
  });
  slow.follow();
  const files = Array.from({ length: 24 }, (_, index): GatheredFile => {
    const blob = new Blob([article(`大${index}`), ' '.repeat(size)]);
    return {
      name: `${index}.txt`,
      path: `${index}.txt`,
      open() {
        held++;
        most = Math.max(most, held);
        return Promise.resolve(blob);
      },
    };
  });
  const done = await slow.hand(files);
  expect(done.snapshot?.outcomes).toHaveLength(24);
  expect(most).toBeLessThanOrEqual(9);
});

test('cancelling keeps what came in and asks for no more', async () => {
  const { desk } = await deskOnNewLibrary();
  let opened = 0;
  const files = Array.from({ length: 60 }, (_, index): GatheredFile => {
    const file = textFile(`${index}.txt`, article(`止${index}`) + ' '.repeat(1024 * 1024));
    return {
      ...file,
      open() {
        opened++;
        return file.open();
      },
    };
  });
  const handing = desk.hand(files);
  const [running] = desk.list();
  await new Promise<void>((resolve) => {
    const stop = desk.subscribe(() => {
      if ((desk.list()[0]?.snapshot?.done ?? 0) === 0) return;
      stop();
      resolve();
    });
  });
  desk.cancel(running?.key ?? 0);
  const done = await handing;
  expect(done.state).toBe('cancelled');
  expect(opened).toBeLessThan(60);
  const names = (done.snapshot?.outcomes ?? []).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  const left = filesLeft([done]);
  expect([...names, ...left.map(({ name }) => name)]).toEqual(files.map(({ name }) => name));
  expect(groupsOf(desk.list()).map((group) => endOf(group, left.length).state)).toEqual(['cancelled']);
  // The rest comes into the same list, and then it is a whole import.
  await desk.hand(left, { of: done.key, tries: [] });
  expect(told(desk)).toEqual([files.map(({ name }) => `${name} imported`)]);
  expect(groupsOf(desk.list()).map((group) => endOf(group, filesLeft(group.parts).length).state)).toEqual(['done']);
});

test('an archive that the reader stopped in is gone on with, and nothing of it is listed twice', async () => {
  const { desk, library } = await deskOnNewLibrary();
  const names = Array.from({ length: 60 }, (_, index) => `${index}.txt`);
  const bytes = zipOf(
    ...names.map((name) => ({ name, bytes: name === '3.txt' ? new Uint8Array() : encode(article(`卷${name}`) + ' '.repeat(1024 * 1024)) })),
  );
  const zip: GatheredFile = { name: 'week.zip', path: 'week.zip', open: () => Promise.resolve(new Blob([bytes])) };
  const handing = desk.hand([textFile('before.txt'), zip, textFile('after.txt')]);
  const stopOnce = desk.subscribe(() => {
    if ((desk.list()[0]?.snapshot?.done ?? 0) < 6) return;
    stopOnce();
    desk.cancel(desk.list()[0]?.key ?? 0);
  });
  const done = await handing;
  expect(done.state).toBe('cancelled');
  const [cut] = groupsOf(desk.list());
  const left = filesLeft(cut?.parts ?? []);
  expect(left.map(({ name }) => name)).toEqual(['week.zip', 'after.txt']);
  expect(holdsBegun(left, linesOf(cut?.parts ?? []))).toBe(true);
  const already = new Set(told(desk)[0]);
  expect(already.size).toBeLessThan(60);

  await desk.hand(left, { of: done.key, tries: [] });
  const all = names.map((name) => `week.zip/${name} ${name === '3.txt' ? 'file-empty' : 'imported'}`);
  expect(told(desk)).toEqual([['before.txt imported', ...all, 'after.txt imported']]);
  const [whole] = groupsOf(desk.list());
  expect(filesLeft(whole?.parts ?? [])).toEqual([]);
  expect(whole && endOf(whole, 0).state).toBe('done');
  expect((await library.ask('library.contents', {})).sources).toBe(61);
});

test('cancelling before the library has answered still cancels', async () => {
  const { desk } = await deskOnNewLibrary();
  const handing = desk.hand(Array.from({ length: 50 }, (_, index) => textFile(`${index}.txt`, article(`早${index}`))));
  desk.cancel(desk.list()[0]?.key ?? 0);
  expect((await handing).state).toBe('cancelled');
});

test('a file read wrongly is read right with the encoding the reader chooses', async () => {
  const { desk, library } = await deskOnNewLibrary();
  const bytes = new Uint8Array(iconv.encode('縣城公路通車\n\n昨日上午，縣城公路正式通車，居民往來更加便捷。\n', 'big5'));
  const file: GatheredFile = { name: 'big5.txt', path: 'big5.txt', open: () => Promise.resolve(new Blob([bytes])) };
  const done = await desk.hand([withEncoding(file, 'big5')]);
  expect(done.snapshot?.outcomes).toMatchObject([{ kind: 'imported', encoding: 'big5' }]);
  expect((await library.ask('search.query', { text: '縣城公路' })).total).toBe(1);
});

test('a library that is gone ends the import with the reason', async () => {
  const desk = createImportDesk(createClient({ call: () => Promise.reject(new Error('connection lost')), listen: () => () => {} }));
  const done = await desk.hand([textFile('a.txt')]);
  expect(done).toMatchObject({ state: 'failed', problem: { data: { code: 'host-lost' } } });
});

test('an import of the command line is followed here too', async () => {
  const { desk, library } = await deskOnNewLibrary();
  const { job } = await library.ask('import.open', { total: 1 });
  await library.ask('import.add', { job, files: [{ name: 'cli.txt', bytes: new TextEncoder().encode(article('令')) }] });
  await library.ask('import.close', { job });
  await expect.poll(() => desk.list().map(({ state, snapshot }) => [state, snapshot?.outcomes.length])).toEqual([['done', 1]]);
  desk.dismiss(desk.list()[0]?.key ?? 0);
  expect(desk.list()).toEqual([]);
});

const failed = (name: string) => ({ kind: 'failed', name, problem: { code: 'file-empty' } }) as const;

test('news lost on the way are asked for, and the list of results stays whole while the import goes on', async () => {
  const library = await libraryIn(temporaryFolder());
  let heard = 0;
  const whole = clientOf(library);
  const desk = createImportDesk({
    ...whole,
    // A connection that breaks off: every second piece of news is lost.
    listen: (event, handler) =>
      whole.listen(event, (value) => {
        if (event !== 'job' || ++heard % 2 === 0) handler(value);
      }),
  });
  const stop = desk.follow();
  const lengths: [outcomes: number, done: number][] = [];
  const unsubscribe = desk.subscribe(() => {
    const snapshot = desk.list()[0]?.snapshot;
    if (snapshot?.state === 'running') lengths.push([snapshot.outcomes.length, snapshot.done]);
  });
  const { job } = await whole.call('import.open', { total: null });
  for (let index = 0; index < 60; index += 1) {
    const bytes = new TextEncoder().encode(article(`第${index}`));
    await whole.call('import.add', { job, files: [{ name: `${index}.txt`, bytes }] });
    await new Promise((resolve) => {
      setTimeout(resolve, 15);
    });
  }
  await expect.poll(() => lengths.filter(([outcomes, done]) => outcomes === done && done > 10).length).toBeGreaterThan(0);
  await whole.call('import.close', { job });
  await expect.poll(async () => (await whole.call('job.list', {}))[0]?.state).toBe('done');
  unsubscribe();
  stop();
});

test('outcomes of files with the same name are matched in turn', () => {
  const [one, other, third] = [textFile('04.txt', '甲'), textFile('05.txt', '乙'), textFile('04.txt', '丙')];
  expect(filesOfOutcomes([one, other, third], [failed('04.txt'), failed('04.txt'), failed('05.txt'), failed('else.txt')])).toEqual([
    one,
    third,
    other,
    null,
  ]);
});

function told(desk: ImportDesk): readonly (readonly string[])[] {
  return groupsOf(desk.list()).map(({ parts }) =>
    linesOf(parts).map(
      ({ outcome }) => `${outcome.path ?? outcome.name} ${outcome.kind === 'failed' ? outcome.problem.code : outcome.kind}`,
    ),
  );
}

async function again(desk: ImportDesk, key: number): Promise<void> {
  const lines = groupsOf(desk.list()).flatMap((group) => (group.key === key ? linesOf(group.parts) : []));
  await tryAgain(desk, key, lines, lines.filter(mayBeTried));
}

describe('what failed is tried again', () => {
  test('and what comes of it stands in the same list, in the same place', async () => {
    const { desk } = await deskOnNewLibrary();
    let there = false;
    const late: GatheredFile = {
      name: 'b.txt',
      path: 'folder/b.txt',
      open: () => (there ? Promise.resolve(new Blob([article('迟')])) : Promise.reject(new Error('not there'))),
    };
    const { key } = await desk.hand([textFile('a.txt'), late, textFile('c.txt')]);
    expect(told(desk)).toEqual([['a.txt imported', 'folder/b.txt file-unreadable', 'c.txt imported']]);
    await again(desk, key);
    expect(told(desk)).toEqual([['a.txt imported', 'folder/b.txt file-unreadable', 'c.txt imported']]);
    there = true;
    await again(desk, key);
    expect(told(desk)).toEqual([['a.txt imported', 'folder/b.txt imported', 'c.txt imported']]);
    desk.dismiss(key);
    expect(desk.list()).toEqual([]);
  });

  test('an archive too, wholly or what of it had failed', async () => {
    const { desk } = await deskOnNewLibrary();
    const whole = zipOf({ name: '一.txt', bytes: encode(article('一')) }, { name: '二.txt', bytes: encode(article('二')) });
    const flipped = whole.slice();
    flipped[60] = (flipped[60] ?? 0) ^ 0xff;
    let bytes: Uint8Array<ArrayBuffer> = whole.slice(0, whole.length / 2);
    const zip: GatheredFile = { name: 'day.zip', path: 'week/day.zip', open: () => Promise.resolve(new Blob([bytes])) };
    const { key } = await desk.hand([textFile('a.txt'), zip, textFile('c.txt')]);
    expect(told(desk)).toEqual([['a.txt imported', 'week/day.zip file-damaged', 'c.txt imported']]);
    bytes = flipped;
    await again(desk, key);
    expect(told(desk)).toEqual([['a.txt imported', 'week/day.zip/一.txt file-damaged', 'week/day.zip/二.txt imported', 'c.txt imported']]);
    bytes = whole;
    await again(desk, key);
    expect(told(desk)).toEqual([['a.txt imported', 'week/day.zip/一.txt imported', 'week/day.zip/二.txt imported', 'c.txt imported']]);
  });

  test('where the host has it from a command line, the host reads it again', async () => {
    const { desk, library, stop } = await deskOnNewLibrary();
    const folder = temporaryFolder();
    await writeFile(join(folder, 'a.txt'), article('甲'));
    const whole = zipOf({ name: '一.txt', bytes: encode(article('一')) });
    await writeFile(join(folder, 'day.zip'), whole.slice(0, whole.length / 2));
    await library.importPaths([folder, join(folder, 'gone.txt')], { awaited: true });
    const name = basename(folder);
    expect(told(desk)).toEqual([[`${name}/a.txt imported`, `${name}/day.zip file-damaged`, 'gone.txt file-unreadable']]);
    await writeFile(join(folder, 'day.zip'), whole);
    await again(desk, desk.list()[0]?.key ?? 0);
    expect(told(desk)).toEqual([[`${name}/a.txt imported`, `${name}/day.zip/一.txt imported`, 'gone.txt file-unreadable']]);
    await writeFile(join(folder, 'gone.txt'), article('回'));
    await again(desk, desk.list()[0]?.key ?? 0);
    expect(told(desk)).toEqual([[`${name}/a.txt imported`, `${name}/day.zip/一.txt imported`, 'gone.txt imported']]);
    // A page names what has failed, never a path: nothing else can be had by it.
    const { job } = desk.list()[0] ?? {};
    await expect(library.ask('import.again', { files: [{ job: job ?? '', outcome: 0 }] })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
    stop();
  });
});

test('the latest imports are listed, and those listed longest give way', async () => {
  const { desk } = await deskOnNewLibrary();
  for (let index = 0; index < 9; index += 1) await desk.hand([textFile(`${index}.txt`, '')]);
  expect(told(desk)).toEqual([3, 4, 5, 6, 7, 8].map((index) => [`${index}.txt file-empty`]));
});

async function paperOn(folder: string, day: string): Promise<string> {
  const path = join(folder, `云岭日报-2024-05-${day}.txt`);
  await writeFile(path, `云岭日报 2024年5月${Number(day)}日\n\n${article(day)}`);
  return path;
}

async function waitingPage() {
  go({ kind: 'shelf' });
  const { library, desk, stop } = await deskOnNewLibrary();
  const folder = temporaryFolder();
  const stopShowing = showAwaited(desk);
  const end = () => (stopShowing(), stop());
  return { library, desk, folder, end };
}

describe('files handed to the host itself', () => {
  test('are shown once they are in, however soon that is, and leave nothing to close', async () => {
    const { library, desk, folder, end } = await waitingPage();
    const { outcomes } = await library.importPaths([await paperOn(folder, '06')], { awaited: true });
    expect(currentView()).toMatchObject({ kind: 'edition', edition: (outcomes[0] as { edition: number }).edition });
    expect(desk.list()).toEqual([]);
    // Whoever opens the library later begins with them too.
    expect((await library.ask('edition.latest', {})).edition).toBe((outcomes[0] as { edition: number }).edition);
    end();
  });

  test('are over although the list that a new page asks for, and gets late, has them running', async () => {
    const library = await libraryIn(temporaryFolder());
    const client = clientOf(library);
    let answer: ((jobs: unknown) => void) | undefined;
    const desk = createImportDesk({
      ...client,
      call: (operation, input) =>
        operation === 'job.list' ? new Promise((resolve) => (answer = resolve as (jobs: unknown) => void)) : client.call(operation, input),
    });
    const stop = desk.follow();
    const folder = temporaryFolder();
    const { id, ...rest } = await library.importPaths([await paperOn(folder, '06'), await paperOn(folder, '07')], { awaited: true });
    answer?.([{ id, ...rest, state: 'running', done: 1, outcomes: rest.outcomes.slice(0, 1) }]);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(desk.list()).toMatchObject([{ job: id, state: 'done', snapshot: { done: 2 } }]);
    stop();
  });

  test('that are in front already when they are heard of leave nothing to close either', async () => {
    const library = await libraryIn(temporaryFolder());
    const [outcome] = (await library.importPaths([await paperOn(temporaryFolder(), '06')], { awaited: true })).outcomes;
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
    go({ kind: 'edition', edition: (outcome as { edition: number }).edition, place: null, marked: null });
    const desk = createImportDesk(clientOf(library));
    const heardOf: number[] = [];
    desk.subscribe(() => heardOf.push(desk.list().length));
    const stopShowing = showAwaited(desk);
    const stop = desk.follow();
    await expect.poll(() => heardOf).toEqual([1, 0]);
    stopShowing();
    stop();
  });

  test('are shown and told of where they joined an edition that was there before', async () => {
    const { library, desk, folder, end } = await waitingPage();
    const path = await paperOn(folder, '06');
    await library.importPaths([path]);
    await writeFile(path, `云岭日报 2024年5月6日\n\n${article('后来')}`);
    const { outcomes } = await library.importPaths([path], { awaited: true });
    expect(currentView()).toMatchObject({ kind: 'edition', edition: (outcomes[0] as { edition: number }).edition });
    expect(desk.list().filter(({ snapshot }) => snapshot?.awaited)).toMatchObject([{ state: 'done' }]);
    end();
  });

  test('do not take the reader away from where they have gone meanwhile', async () => {
    const { library, desk, folder, end } = await waitingPage();
    const goElsewhere = desk.subscribe(() => {
      if (desk.list()[0]?.state === 'running' && currentView().kind === 'shelf') go({ kind: 'settings' });
    });
    await library.importPaths([await paperOn(folder, '06')], { awaited: true });
    expect(desk.list()).toMatchObject([{ state: 'done' }]);
    expect(currentView().kind).toBe('settings');
    goElsewhere();
    end();
  });

  test('nor where they had gone before the page heard of an import older than itself', async () => {
    go({ kind: 'shelf' });
    const library = await libraryIn(temporaryFolder());
    const path = await paperOn(temporaryFolder(), '06');
    const importing = library.importPaths([path], { awaited: true });
    await expect.poll(async () => (await library.ask('job.list', {})).length).toBe(1);
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
    const desk = createImportDesk(clientOf(library));
    const stopShowing = showAwaited(desk);
    go({ kind: 'settings' });
    const stop = desk.follow();
    await importing;
    await expect.poll(() => desk.list().length).toBe(1);
    expect(currentView().kind).toBe('settings');
    stopShowing();
    stop();
  });

  test('do not take away a reader who has gone elsewhere before the window has heard of them', async () => {
    const { library, desk, folder, end } = await waitingPage();
    go({ kind: 'settings' });
    await library.importPaths([await paperOn(folder, '06')], { awaited: true });
    await expect.poll(() => desk.list().map(({ state }) => state)).toEqual(['done']);
    expect(currentView().kind).toBe('settings');
    end();
  });

  test('of several papers leave the reader where they are', async () => {
    const { library, folder, end } = await waitingPage();
    await paperOn(folder, '06');
    await paperOn(folder, '07');
    await library.importPaths([folder], { awaited: true });
    expect(currentView().kind).toBe('shelf');
    end();
  });

  test('what others bring in is not shown', async () => {
    const { library, folder, end } = await waitingPage();
    await library.importPaths([await paperOn(folder, '06')]);
    expect(currentView().kind).toBe('shelf');
    end();
  });
});

test('what a watched folder brings is told of once it is in; that there was nothing new is not', async () => {
  const snapshot: JobSnapshot = {
    id: 'job',
    kind: 'import',
    state: 'running',
    watched: '/papers',
    done: 1,
    total: 1,
    bytes: 10,
    articles: 1,
    firstOutcome: 0,
    current: null,
    outcomes: [],
    startedAt: '2024-05-06T08:00:00Z',
  };
  const { library, desk, stop } = await deskOnNewLibrary();
  const done = await desk.hand([textFile('page.txt'), textFile('page.txt')]);
  const [imported, unchanged] = done.snapshot?.outcomes ?? [];
  if (!imported || !unchanged) throw new Error('both files have an outcome');
  expect(isNews({ snapshot: { ...snapshot, outcomes: [imported] } })).toBe(false);
  expect(isNews({ snapshot: { ...snapshot, state: 'done', outcomes: [imported] } })).toBe(true);
  expect(isNews({ snapshot: { ...snapshot, state: 'done', outcomes: [unchanged] } })).toBe(false);
  stop();
  await library.close();
});
