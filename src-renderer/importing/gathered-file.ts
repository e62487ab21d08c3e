/**
 * What a reader drops, picks or pastes, as a list of files with their paths. Nothing is read here: a file is opened
 * when its turn comes, so that ten thousand of them cost a name each. Not for sending them: see feed-import.ts.
 */
import type { EncodingName } from '../../src-main/contract/model';

export interface GatheredFile {
  readonly name: string;
  /** Relative to what was dropped, with forward slashes. */
  readonly path: string;
  /** Rejects where the file cannot be read; gives the same bytes each time it is asked. */
  readonly open: () => Promise<Blob>;
  /** Set where the reader has chosen one. */
  readonly encoding?: EncodingName;
}

export function withEncoding(file: GatheredFile, encoding: EncodingName): GatheredFile {
  return { ...file, encoding };
}

/** What systems leave in folders: never a newspaper, so not worth a line among the results. */
function isSystemFile(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
}

function openEntry(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** Chromium lists at most a hundred entries a call; the list is whole when a call gives none. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Files under the dropped entries, folder by folder in the order of their names (page 2 before page 10).
 * A folder that cannot be listed stands for itself as one unreadable file. `onCount` is told how many are known so far.
 */
export async function gatherEntries(
  entries: readonly FileSystemEntry[],
  onCount: (count: number) => void = () => {},
): Promise<readonly GatheredFile[]> {
  const files: GatheredFile[] = [];
  async function visit(entry: FileSystemEntry, folder: string): Promise<void> {
    const path = folder + entry.name;
    if (entry.isFile) {
      files.push({ name: entry.name, path, open: () => openEntry(entry as FileSystemFileEntry) });
      return;
    }
    try {
      const inside = await readFolder(entry as FileSystemDirectoryEntry);
      for (const one of inside.toSorted((a, b) => byName.compare(a.name, b.name)))
        if (!isSystemFile(one.name)) await visit(one, `${path}/`);
    } catch (cause) {
      files.push({ name: entry.name, path, open: () => Promise.reject(new Error('unlisted folder', { cause })) });
    }
    onCount(files.length);
  }
  for (const entry of entries) await visit(entry, '');
  return files;
}

/** Files of an `<input type=file>`, of one with `webkitdirectory`, or of a clipboard. */
export function gatherFiles(list: Iterable<File>): readonly GatheredFile[] {
  return [...list]
    .filter((file) => file.webkitRelativePath === '' || !file.webkitRelativePath.split('/').some(isSystemFile))
    .map((file) => ({ name: file.name, path: file.webkitRelativePath || file.name, open: () => Promise.resolve(file) }))
    .toSorted((a, b) => byName.compare(a.path, b.path));
}
