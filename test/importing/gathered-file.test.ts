import { expect, test } from 'vitest';
import { gatherEntries, gatherFiles } from '../../src-renderer/importing/gathered-file';

/** Entries as a browser hands them over: a folder lists itself in portions, and ends with an empty one. */
function folder(name: string, inside: readonly FileSystemEntry[], portion = 2): FileSystemEntry {
  const createReader = () => {
    let at = 0;
    return {
      readEntries(take: (entries: FileSystemEntry[]) => void) {
        take(inside.slice(at, at + portion));
        at += portion;
      },
    };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

function file(name: string, text = name): FileSystemEntry {
  return {
    name,
    isFile: true,
    isDirectory: false,
    file: (take: (file: File) => void) => take(new File([text], name)),
  } as unknown as FileSystemEntry;
}

function locked(name: string): FileSystemEntry {
  const reader = { readEntries: (_take: unknown, fail: (error: Error) => void) => fail(new Error('denied')) };
  return { name, isFile: false, isDirectory: true, createReader: () => reader } as unknown as FileSystemEntry;
}

test('folders within folders come page by page, with the path that names paper and date', async () => {
  const day = folder('25', [file('10.txt'), file('2.txt'), file('1.txt'), file('.DS_Store'), file('Thumbs.db')]);
  const found = await gatherEntries([folder('云岭日报', [folder('2023', [folder('11', [day])])])]);
  expect(found.map(({ path }) => path)).toEqual(['云岭日报/2023/11/25/1.txt', '云岭日报/2023/11/25/2.txt', '云岭日报/2023/11/25/10.txt']);
  expect(found.map(({ name }) => name)).toEqual(['1.txt', '2.txt', '10.txt']);
});

test('a folder of hundreds is listed whole, and the count grows while it is', async () => {
  const counts: number[] = [];
  const many = Array.from({ length: 250 }, (_, index) => file(`${index}.txt`));
  const found = await gatherEntries([folder('a', [folder('b', many, 100), file('last.txt')])], (count) => counts.push(count));
  expect(found).toHaveLength(251);
  expect(counts).toEqual([250, 251]);
});

test('nothing is read before its turn', async () => {
  let opened = 0;
  const entry = {
    name: 'a.txt',
    isFile: true,
    file(take: (file: File) => void) {
      opened++;
      take(new File(['x'], 'a.txt'));
    },
  } as unknown as FileSystemEntry;
  const [found] = await gatherEntries([entry]);
  expect(opened).toBe(0);
  expect(await (await found?.open())?.text()).toBe('x');
});

test('a folder that may not be listed is named among the results, and the rest comes in', async () => {
  const found = await gatherEntries([folder('a', [file('1.txt'), locked('secret'), file('z.txt')])]);
  expect(found.map(({ path }) => path)).toEqual(['a/1.txt', 'a/secret', 'a/z.txt']);
  await expect(found[1]?.open()).rejects.toThrow('unlisted folder');
});

test('a file that was dropped by itself comes in even where its name begins with a dot', async () => {
  expect((await gatherEntries([file('.notes.txt')])).map(({ name }) => name)).toEqual(['.notes.txt']);
});

test('picked folders keep their paths and leave out what the system put there', () => {
  const picked = ['报/2.txt', '报/.git/config', '报/1.txt'].map((path) => {
    const one = new File(['x'], path.split('/').at(-1) ?? '');
    Object.defineProperty(one, 'webkitRelativePath', { value: path });
    return one;
  });
  expect(gatherFiles(picked).map(({ path }) => path)).toEqual(['报/1.txt', '报/2.txt']);
});
