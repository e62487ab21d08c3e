/** The CLI as scripts use it: the built program, real files, real exit codes. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, seedFile } from '../../e2e/web-host-process';
import { pdfOf } from '../../library/forms/pdf-of';
import { zipOf } from '../../library/zip-of';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsroom-cli-'));
  await mkdir(at('pages'));
  await writeFile(at('pages', '一版.txt'), '云岭新桥通车\n\n本报讯（记者 周明远）昨日，云岭新桥正式通车。（下转第四版）\n');
  await writeFile(at('pages', '四版.txt'), iconv.encode('（上接第一版）两岸居民往来更加便捷，物流时间缩短一半。\n', 'gb18030'));
  await writeFile(at('empty.txt'), '');
  await writeFile(at('picture.png'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function newsroom(...words: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), ...words], {
      cwd: folder,
      env: { ...process.env, NEWSROOM_LIBRARY: at('default-library') },
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
const objectsOf = ({ output }: Ended) => linesOf(output).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('parse', () => {
  test('prints one object a line for each file, by the name it was given', async () => {
    const ended = await newsroom('parse', join('pages', '一版.txt'), at('pages', '四版.txt'), '--json');
    expect([ended.code, ended.errors]).toEqual([0, '']);
    expect(objectsOf(ended)).toMatchObject([
      { file: join('pages', '一版.txt'), encoding: 'utf-8' },
      { file: at('pages', '四版.txt'), encoding: 'gb18030' },
    ]);
  });

  test('every character of the sample that is not blank is in exactly one place', async () => {
    const text = await readFile(seedFile, 'utf8');
    const [{ articles }] = objectsOf(await newsroom('parse', seedFile, '--json')) as unknown as [{ articles: readonly Parsed[] }];
    const times = new Uint8Array(text.length);
    for (const { heading, paragraphs } of articles)
      for (const { start, end } of [...heading, ...paragraphs.flatMap(({ spans }) => spans)])
        for (let index = start; index < end; index++) times[index] = (times[index] ?? 0) + 1;
    const letters = Array.from(times, (count, index) => ({ index, count, blank: /\s/.test(text[index] ?? '') }));
    expect(letters.length).toBeGreaterThan(5000);
    expect(letters.filter(({ count, blank }) => (blank ? count > 1 : count !== 1))).toEqual([]);
  });

  test('files named together are one edition: a jump is linked across them', async () => {
    const [first] = objectsOf(await newsroom('parse', at('pages', '一版.txt'), at('pages', '四版.txt'), '--json'));
    expect(first?.['links']).toMatchObject([{ from: { file: at('pages', '一版.txt') }, to: { file: at('pages', '四版.txt') } }]);
  });

  test('a bad file fails alone', async () => {
    const ended = await newsroom('parse', at('empty.txt'), at('pages', '一版.txt'), at('missing.txt'), at('picture.png'), folder, '--json');
    expect(ended.code).toBe(1);
    expect(objectsOf(ended).map(({ file }) => file)).toEqual([at('pages', '一版.txt')]);
    expect(linesOf(ended.errors)).toEqual([
      `newsroom: ${at('empty.txt')}: there is nothing to read in the file`,
      `newsroom: ${at('missing.txt')}: there is no such file`,
      `newsroom: ${at('picture.png')}: the file is not text`,
      `newsroom: ${folder}: is a folder; name the files in it`,
    ]);
  });

  test('files that are not plain text are read by their form, as an import reads them', async () => {
    const told = '两岸居民今日步行往来，沿线六个村镇同时开通公交。';
    const day = { paper: '云岭日报', date: '2024-03-01', articles: [{ headline: '新桥通车', paragraphs: [told] }] };
    const files = [
      ['note.md', `# 新桥通车\n\n**${told}**\n`],
      ['note.html', `<html><body><script>1</script><h1>新桥通车</h1><p>${told}</p></body></html>`],
      ['note.json', JSON.stringify(day)],
    ] as const;
    for (const [name, text] of files) await writeFile(at(name), text);
    const word = `<w:document><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>新桥通车</w:t></w:r></w:p><w:p><w:r><w:t>${told}</w:t></w:r></w:p></w:body></w:document>`;
    await writeFile(at('note.docx'), zipOf({ name: 'word/document.xml', bytes: new TextEncoder().encode(word) }));
    await writeFile(at('note.pdf'), pdfOf([{ x: 50, y: 700, text: told }]));

    const ended = await newsroom(
      'parse',
      ...['note.md', 'note.html', 'note.json', 'note.docx', 'note.pdf'].map((name) => at(name)),
      '--json',
    );
    expect([ended.code, ended.errors]).toEqual([0, '']);
    const all = objectsOf(ended) as unknown as readonly { readonly articles: readonly Printed[]; readonly facts: object }[];
    const printed = all.map(({ articles }) =>
      articles.map(({ headline, paragraphs }) => [headline, ...paragraphs.map(({ text }) => text)]),
    );
    expect(printed.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => [['新桥通车', told]]));
    expect(printed[4]?.flat().join('')).toBe(told);
    expect(all[2]?.facts).toMatchObject({ paper: { value: '云岭日报' }, date: { value: '2024-03-01' } });
    // Offsets count in the text that was taken out.
    expect(all[0]?.articles[0]?.paragraphs[0]?.spans).toMatchObject([{ start: 6, end: 6 + told.length }]);
  });

  test('a file in a form that is not read says so, as an import does', async () => {
    await writeFile(at('old.rtf'), '{\\rtf1 text}');
    await writeFile(at('torn.docx'), 'PK\x03\x04 and then nothing');
    const ended = await newsroom('parse', at('old.rtf'), at('torn.docx'), at('pages', '一版.txt'), '--json');
    expect([ended.code, objectsOf(ended).length]).toEqual([1, 1]);
    expect(linesOf(ended.errors)).toEqual([
      `newsroom: ${at('old.rtf')}: this older form of document is not read; save it as .docx or plain text (.txt) and import that`,
      `newsroom: ${at('torn.docx')}: the file is damaged or only part of it is there; import a whole copy`,
    ]);
  });

  test('for a person it prints an outline', async () => {
    const { code, output } = await newsroom('parse', at('pages', '一版.txt'));
    expect([code, linesOf(output)[0]]).toEqual([0, `${at('pages', '一版.txt')} (utf-8)`]);
    expect(output).toContain('云岭新桥通车');
  });

  test('a reader that stops early is no failure', async () => {
    const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), 'parse', ...Array.from({ length: 8 }, () => seedFile), '--json']);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, errors]).toEqual([0, '']);
  });
});

describe('import and search', () => {
  test('what was imported is found, with its place in the snippet', async () => {
    const library = at('library');
    const imported = await newsroom('import', at('pages'), '--library', library, '--json');
    expect([imported.code, imported.errors]).toEqual([0, '']);
    expect(objectsOf(imported)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'imported', name: '一版.txt', encoding: 'utf-8' }),
        expect.objectContaining({ kind: 'imported', name: '四版.txt', encoding: 'gb18030' }),
      ]),
    );
    const again = await newsroom('import', at('pages'), '--library', library, '--json');
    expect(objectsOf(again).map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);

    const found = await newsroom('search', '物流', '--library', library, '--json');
    expect([found.code, found.errors]).toEqual([0, '']);
    const [result] = objectsOf(found) as unknown as [Found];
    expect(result).toMatchObject({ query: '物流', total: 1 });
    expect(result.tookMs).toBeGreaterThanOrEqual(0);
    const [hit] = result.hits;
    expect(Object.keys(hit ?? {})).toEqual(expect.arrayContaining(['articleId', 'file', 'headline', 'section', 'snippet', 'matches']));
    for (const { start, end } of hit?.matches ?? []) expect(hit?.snippet.slice(start, end)).toBe('物流');
    expect(hit?.matches.length).toBeGreaterThan(0);

    const [limited] = objectsOf(await newsroom('search', '云', '--library', library, '--limit', '0', '--json')) as unknown as [Found];
    expect(limited.hits).toEqual([]);
    expect(limited.total).toBeGreaterThan(0);
  });

  test('a library of scripts holds what they put in, not the sample', async () => {
    const library = at('plain');
    await newsroom('import', at('pages', '一版.txt'), '--library', library);
    const [result] = objectsOf(await newsroom('search', '贵州', '--library', library, '--json')) as unknown as [Found];
    expect(result.total).toBe(0);
  });

  test('a file that cannot be imported is named, and the rest goes on', async () => {
    const ended = await newsroom('import', at('empty.txt'), at('pages', '一版.txt'), at('missing.txt'), '--library', at('mixed'), '--json');
    expect(ended.code).toBe(1);
    expect(objectsOf(ended).map(({ kind, name }) => [kind, name])).toEqual([
      ['failed', 'empty.txt'],
      ['imported', '一版.txt'],
      ['failed', 'missing.txt'],
    ]);
    expect(ended.errors).toContain('empty.txt: there is nothing to read in the file');
    expect(ended.errors).toContain('missing.txt: ');
  });

  test('a mistyped library is an error, not an empty result, and is not made', async () => {
    const ended = await newsroom('search', '物流', '--library', at('no-such-library'), '--json');
    expect([ended.code, ended.output]).toEqual([1, '']);
    expect(ended.errors).toContain(at('no-such-library'));
    expect((await newsroom('search', '物流', '--library', at('no-such-library'), '--json')).code).toBe(1);
  });

  test('a damaged library is reported with what to do, and kept', async () => {
    const library = at('damaged');
    await mkdir(library);
    await writeFile(join(library, 'library.sqlite'), 'this is no database, and it is all someone has\n'.repeat(400));
    const before = await readFile(join(library, 'library.sqlite'));
    const ended = await newsroom('import', at('pages'), '--library', library);
    expect([ended.code, ended.output]).toEqual([1, '']);
    expect(ended.errors).toContain('damaged');
    expect(await readFile(join(library, 'library.sqlite'))).toEqual(before);
  });

  test('without --library the one in NEWSROOM_LIBRARY is meant', async () => {
    expect((await newsroom('import', at('pages', '四版.txt'))).output).toContain('四版.txt: imported');
    expect((await newsroom('search', '物流')).output).toContain('四版.txt');
  });
});

describe('export', () => {
  test('what is written out is taken back by an import into another library', async () => {
    await newsroom('import', at('pages'), '--library', at('kept'));
    const out = at('out', 'everything');
    expect(await newsroom('export', join('out', 'everything'), '--library', at('kept'))).toMatchObject({ code: 0, errors: '' });
    expect(await readFile(join(out, 'library.json'), 'utf8')).toContain('newsroom-library');
    expect((await newsroom('import', out, '--library', at('taken-back'))).code).toBe(0);
    const [found] = objectsOf(await newsroom('search', '物流', '--library', at('taken-back'), '--json')) as unknown as [Found];
    expect(found.total).toBe(1);

    const again = await newsroom('export', out, '--library', at('kept'));
    expect([again.code, again.errors]).toEqual([
      1,
      `newsroom: ${out}: something stands there already; name a folder that is not there yet\n`,
    ]);
  });

  test('a mistyped library is an error, and is not made', async () => {
    const ended = await newsroom('export', at('nothing-out'), '--library', at('no-such-library'));
    expect([ended.code, ended.output]).toEqual([1, '']);
    expect(ended.errors).toContain(at('no-such-library'));
  });
});

describe('a command line that cannot be read', () => {
  test.each([
    [[], 'name a command'],
    [['publish'], 'publish is not a command'],
    [['parse'], 'name at least one file'],
    [['parse', 'a.txt', '--fast'], '--fast'],
    [['parse', 'a.txt', '--library', 'x'], '--library'],
    [['import'], 'name at least one file or folder'],
    [['import', 'a.txt', '--library'], '--library'],
    [['search'], 'name one query'],
    [['search', 'two', 'words'], 'name one query'],
    [['search', 'word', '--limit', 'many'], '--limit takes a whole number'],
    [['search', 'word', '--limit', '-1'], '--limit'],
    [['export'], 'name one folder'],
    [['export', 'one', 'two'], 'name one folder'],
    [['serve', '--port', '70000'], '--port takes a number from 0 to 65535'],
    [['serve', 'a.txt'], 'takes no file'],
    [['--version'], 'not a command'],
  ])('%j ends with 2 and the usage', async (words, reason) => {
    const ended = await newsroom(...words);
    expect([ended.code, ended.output]).toEqual([2, '']);
    expect(ended.errors).toContain(reason);
    expect(ended.errors).toContain('newsroom search QUERY [--library DIR] [--limit N] --json');
  });

  test('asked for, the usage is the answer', async () => {
    const ended = await newsroom('--help');
    expect([ended.code, ended.errors]).toEqual([0, '']);
    expect(ended.output).toContain('newsroom parse FILE… --json');
  });
});

test('serve prints its address, answers there, and ends when asked', async () => {
  const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), 'serve', '--library', at('served')]);
  const url = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())));
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]+$/);
  expect((await fetch(url)).status).toBe(200);
  const second = await newsroom('serve', '--library', at('served-too'), '--port', new URL(url).port);
  expect([second.code, second.errors]).toEqual([1, 'newsroom: serve: the port is in use; name another with --port\n']);
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
});

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Parsed {
  readonly heading: readonly Span[];
  readonly paragraphs: readonly { readonly spans: readonly Span[] }[];
}

interface Printed {
  readonly headline: string | null;
  readonly paragraphs: readonly { readonly text: string; readonly spans: readonly Span[] }[];
}

interface Found {
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly { readonly snippet: string; readonly matches: readonly Span[] }[];
}
