/** The text files of a zip archive, one at a time, so that memory holds one of them; nothing is written to disk. */
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { ProblemData } from '../contract/model';
import { Problem } from '../contract/problem';
import { LARGEST_FILE } from './import-source';
import { readZipEntry } from './read-zip-entry';
import { isLitter } from './walk-paths';

export type Unpacked = { readonly name: string; readonly path: string } & (
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly refused: ProblemData }
);

/** Unpacked bytes that one archive may come to: past it the archive is a trap or no briefing, and the rest is refused. */
const LARGEST_ARCHIVE = 4 * 1024 * 1024 * 1024;
const OPTIONS = { decodeStrings: false, autoClose: false } as const;

/** Archives begin so, but so do .docx, .xlsx and .epub: `unpackZip` tells them apart. */
export function mayBeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * @param archive its bytes, or the file it is
 * @param name stands before the paths of its files
 */
export async function* unpackZip(archive: Uint8Array | string, name: string): AsyncGenerator<Unpacked> {
  let zip: ZipFile;
  let entries: readonly Entry[];
  try {
    zip = typeof archive === 'string' ? await openPromise(archive, OPTIONS) : await fromBufferPromise(Buffer.from(archive), OPTIONS);
    entries = await listEntries(zip);
  } catch (error) {
    yield { name, path: name, refused: { code: isOfTheSystem(error) ? 'file-unreadable' : 'file-damaged', values: { name } } };
    return;
  }
  try {
    yield* unpackEntries(zip, entries, name);
  } finally {
    zip.close();
  }
}

async function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

async function* unpackEntries(zip: ZipFile, entries: readonly Entry[], name: string): AsyncGenerator<Unpacked> {
  const named = entries.map((entry) => ({ entry, path: pathOf(entry) }));
  if (named.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype')) {
    yield { name, path: name, refused: { code: 'file-other-form', values: { name } } };
    return;
  }
  if (named.every(({ path }) => path === null)) yield { name, path: name, refused: { code: 'file-empty', values: { name } } };
  let total = 0;
  for (const { entry, path } of named) {
    if (path === null) continue;
    const inside = { name: path.split('/').at(-1) ?? path, path: `${name}/${path}` };
    total += entry.uncompressedSize;
    // Sizes are what the archive says.
    if (entry.uncompressedSize > LARGEST_FILE || total > LARGEST_ARCHIVE)
      yield { ...inside, refused: { code: 'file-too-large', values: { name: inside.path, bytes: entry.uncompressedSize } } };
    else yield { ...inside, ...(await readEntry(zip, entry, inside.path)) };
  }
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  path: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> } | { readonly refused: ProblemData }> {
  try {
    return { bytes: await readZipEntry(zip, entry, path) };
  } catch (error) {
    if (error instanceof Problem) return { refused: error.data };
    throw error;
  }
}

/** Not there, or not to be read: of what is in the file it says nothing. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/**
 * Null for folders and what systems leave in archives. Names without the UTF-8 mark come from Chinese Windows more often than from
 * anywhere else. Steps out of the archive lead nowhere: the path is a label, and nothing is ever written under it.
 */
function pathOf(entry: Entry): string | null {
  const raw = entry.fileNameRaw;
  const steps = decodeName(raw)
    .split(/[/\\]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  const isFolder = raw.at(-1) === 0x2f || raw.at(-1) === 0x5c;
  return isFolder || steps.length === 0 || steps.some(isLitter) ? null : steps.join('/').slice(0, 900);
}

function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}
