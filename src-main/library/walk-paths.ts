/** Files and folders named by a person, as the files to import: recursive, in order, each once, without following a link in a circle. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

/** Where something lies, and what it is called by that: enough to find it again. */
export interface FoundAt {
  readonly absolute: string;
  /** Relative to what was named, beginning with the folder's own name, with forward slashes. */
  readonly path: string;
}

export interface FoundFile extends FoundAt {
  readonly name: string;
  /** Null where it cannot be read. */
  readonly bytes: number | null;
  /** When it was last written to, in whole milliseconds; null where it cannot be read. */
  readonly modified: number | null;
}

const natural = new Intl.Collator('zh', { numeric: true });

/** Names starting with a dot, and what systems leave in folders and archives, are passed over inside folders; a file named outright never is. */
export async function* walkPaths(paths: readonly string[]): AsyncGenerator<FoundFile> {
  const seen = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(path);
    yield* walk(absolute, basename(absolute), seen);
  }
}

/** What was found once, as it lies there now. */
export function walkAgain({ absolute, path }: FoundAt): AsyncGenerator<FoundFile> {
  return walk(absolute, path, new Set());
}

async function* walk(absolute: string, path: string, seen: Set<string>): AsyncGenerator<FoundFile> {
  const name = basename(absolute);
  const unreadable: FoundFile = { absolute, name, path, bytes: null, modified: null };
  let real: string;
  let entry: Awaited<ReturnType<typeof stat>>;
  try {
    real = await realpath(absolute);
    entry = await stat(real);
  } catch {
    yield unreadable;
    return;
  }
  if (seen.has(real)) return;
  seen.add(real);
  if (entry.isFile()) yield { ...unreadable, bytes: entry.size, modified: Math.floor(entry.mtimeMs) };
  if (!entry.isDirectory()) return;
  let names: string[];
  try {
    names = await readdir(absolute);
  } catch {
    yield unreadable;
    return;
  }
  for (const child of names.filter((child) => !isLitter(child)).sort(natural.compare))
    yield* walk(join(absolute, child), `${path}/${child}`, seen);
}

export function isLitter(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db' || name === 'desktop.ini';
}
