/**
 * Takes in what newly appears in the folders a reader has named, once it is wholly written. What is moved or deleted there changes nothing here.
 * The system's news of a folder only make it look sooner: what it goes by is how the files lie there, look by look, also on disks that send no news.
 */
import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { JobSnapshot, ProblemData, WatchedFolder } from '../contract/model';
import { Problem } from '../contract/problem';
import { deleteFolder, doneFiles, insertFolder, keepDoneFiles, listFolders } from '../store/watched-folders';
import type { StoredFolder } from '../store/watched-folders';
import type { Desk } from './desk';
import type { Imports } from './import-job';
import { LARGEST_FILE } from './import-source';
import type { WatchTimes } from './library-handle';
import { walkPaths } from './walk-paths';
import type { FoundFile } from './walk-paths';

const TIMES: WatchTimes = { settled: 2000, again: 60_000 };
/** After the system's first news of a change, which come in swarms. */
const HEARD = 300;
const LOOK_SHARE = 50;
/** What browsers and word processors call a file that is not one yet. */
const UNFINISHED = /\.(?:part|partial|crdownload|download|tmp|temp)$|^~\$/iu;

export interface FolderWatch {
  list(): Promise<readonly WatchedFolder[]>;
  /** @throws Problem folder-missing {path} */
  add(path: string): Promise<readonly WatchedFolder[]>;
  remove(path: string): Promise<readonly WatchedFolder[]>;
  /** No look begins any more; the imports begun are the jobs' to end. */
  stop(): void;
  /** After `stop`, and the end of the jobs. */
  stopped(): Promise<void>;
}

export async function watchFolders(
  { database }: Desk,
  imports: Imports,
  isClosing: () => boolean,
  report: (error: unknown) => unknown,
  times: WatchTimes = TIMES,
): Promise<FolderWatch> {
  const watched = new Map<string, Watched>();
  for (const folder of await listFolders(database)) await open(folder);

  async function open(folder: StoredFolder): Promise<void> {
    if (watched.has(folder.path)) return;
    const done = new Map((await doneFiles(database, folder.id)).map((file) => [file.path, stampOf(file)]));
    const one = watchOne(folder, done, (files) => takeIn(folder, files), report, times);
    watched.set(folder.path, one);
  }

  /** Resolves with the files that are done with, whatever came of them. */
  async function takeIn(folder: StoredFolder, files: readonly FoundFile[]): Promise<readonly FoundFile[]> {
    const job = imports.open(files.length, { paths: [], watched: folder.path });
    const given: FoundFile[] = [];
    for (const file of files) {
      if (imports.isOver(job)) break;
      if (await hand(imports, job, file)) given.push(file);
    }
    const last = await imports.close(job);
    // What the closing of the app or a full disk has stopped is taken up again; what the reader stopped is not.
    if (last.state === 'failed' || (last.state === 'cancelled' && isClosing())) return [];
    const done = last.state === 'cancelled' ? files : given;
    await keepDoneFiles(database, folder.id, done.map(doneOf), hasImported(last) ? new Date().toISOString() : null);
    return done;
  }

  async function list(): Promise<readonly WatchedFolder[]> {
    return (await listFolders(database)).map(({ path, lastImport }) => ({ path, lastImport, ...stateOf(watched.get(path)) }));
  }

  return {
    list,
    async add(path) {
      const folder = resolve(path);
      if (!isAbsolute(path) || !(await isFolder(folder))) throw new Problem('folder-missing', { path });
      await insertFolder(database, folder);
      for (const stored of await listFolders(database)) await open(stored);
      return list();
    },
    async remove(path) {
      watched.get(path)?.stop();
      watched.delete(path);
      await deleteFolder(database, path);
      return list();
    },
    stop() {
      for (const one of watched.values()) one.stop();
    },
    async stopped() {
      await Promise.all([...watched.values()].map((one) => one.stopped()));
    },
  };
}

function stateOf(one: Watched | undefined): Pick<WatchedFolder, 'state' | 'waiting'> {
  return { state: one?.isReachable() ? 'watching' : 'unreachable', waiting: one?.waiting() ?? 0 };
}

/** False where it has changed since it was looked at, or went away: then it is not done with. */
async function hand(imports: Imports, job: string, file: FoundFile): Promise<boolean> {
  const { absolute, name, path } = file;
  const origin = { absolute, path };
  const refuse = (refused: ProblemData) => imports.refuse(job, { name: path, refused, origin });
  if (/\.zip$/iu.test(name)) await imports.addArchive(job, origin);
  else if ((file.bytes ?? 0) > LARGEST_FILE) refuse({ code: 'file-too-large', values: { name: path, bytes: file.bytes ?? 0 } });
  else {
    const bytes = await readFile(absolute).catch(() => null);
    if (bytes === null) refuse({ code: 'file-unreadable', values: { name: path } });
    else if (bytes.length !== file.bytes) return false;
    else await imports.add(job, [{ name, path, bytes, origin }]);
  }
  return true;
}

function hasImported({ outcomes }: JobSnapshot): boolean {
  return outcomes.some(({ kind }) => kind === 'imported');
}

interface Watched {
  isReachable(): boolean;
  waiting(): number;
  stop(): void;
  stopped(): Promise<void>;
}

/** @param done stamps of the files that are done with, by path; grows with what `takeIn` resolves with */
function watchOne(
  folder: StoredFolder,
  done: Map<string, string>,
  takeIn: (files: readonly FoundFile[]) => Promise<readonly FoundFile[]>,
  report: (error: unknown) => unknown,
  { settled, again }: WatchTimes,
): Watched {
  let waiting = new Map<string, { readonly stamp: string; readonly since: number }>();
  let reachable = true;
  let stopped = false;
  let news: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Infinity;
  let looking = Promise.resolve();

  function plan(wait: number): void {
    const at = Date.now() + wait;
    if (stopped || at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => {
      dueAt = Infinity;
      looking = looking.then(look).catch((error: unknown) => {
        report(error);
        plan(again);
      });
    }, wait).unref();
  }

  async function look(): Promise<void> {
    if (stopped) return;
    const began = Date.now();
    reachable = await isFolder(folder.path);
    if (!reachable) {
      news?.close();
      news = undefined;
      return plan(again);
    }
    listen();
    const ready = await sift();
    if (ready.length > 0 && !stopped) for (const file of await takeIn(ready)) done.set(file.path, stampOf(doneOf(file)));
    plan(waiting.size > 0 ? settled : Math.max(again, LOOK_SHARE * (Date.now() - began)));
  }

  /** Files that lie there as they did a while ago; the others go on waiting. An empty file is one that somebody has begun. */
  async function sift(): Promise<readonly FoundFile[]> {
    const now = Date.now();
    const still: typeof waiting = new Map();
    const ready: FoundFile[] = [];
    for await (const file of walkPaths([folder.path])) {
      if (stopped) return [];
      if (!file.bytes || UNFINISHED.test(file.name)) continue;
      const stamp = stampOf(doneOf(file));
      if (done.get(file.path) === stamp) continue;
      const before = waiting.get(file.path);
      if (before?.stamp !== stamp) still.set(file.path, { stamp, since: now });
      else if (now - before.since < settled) still.set(file.path, before);
      else ready.push(file);
    }
    waiting = still;
    return ready;
  }

  function listen(): void {
    if (news || stopped) return;
    try {
      news = watch(folder.path, { recursive: true, persistent: false }, () => plan(HEARD));
      news.on('error', () => {
        news?.close();
        news = undefined;
      });
    } catch {
      // No news from this disk, or too many folders for them: the looks find everything, only later.
    }
  }

  plan(HEARD);
  return {
    isReachable: () => reachable,
    waiting: () => waiting.size,
    stop() {
      stopped = true;
      clearTimeout(timer);
      news?.close();
    },
    stopped: () => looking,
  };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

function doneOf({ path, bytes, modified }: FoundFile) {
  return { path, bytes: bytes ?? 0, modified: modified ?? 0 };
}

function stampOf({ bytes, modified }: { readonly bytes: number; readonly modified: number }): string {
  return `${bytes} ${modified}`;
}
