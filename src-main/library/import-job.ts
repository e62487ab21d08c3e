/** Imports as jobs: files are taken in as fast as they are written away, one fails alone, and a cancel leaves what is done. */
import type { EncodingName, FileOutcome, FileResult, JobId, JobSnapshot, ProblemCode, ProblemData } from '../contract/model';
import type { Desk } from './desk';
import { prepareSource, storeSource } from './import-source';
import type { ImportFile, Preparation } from './import-source';
import type { ImportMemory } from './interrupted-imports';
import { CLOSING } from './jobs';
import type { Job, Jobs } from './jobs';
import { mayBeZip, unpackZip } from './unpack-zip';

/** Bytes that may wait in memory before `add` makes its caller wait; one file more may lie on top. */
const WAITING_BYTES = 16 * 1024 * 1024;

/** A file to import, or one that could not be read. */
type Waiting = ImportFile | { readonly name: string; readonly refused: ProblemData };

export interface Imports {
  /** `origin` tells where to read again what is cut short; without it the reader has to hand the files in again. */
  open(total: number | null, origin?: ImportOrigin): JobId;
  /** Resolves when there is room for more. Files given to a cancelled job are passed over. @throws Problem not-found */
  add(job: JobId, files: readonly ImportFile[]): Promise<void>;
  /** A zip archive on disk, however large: its files are added one by one. @throws Problem not-found */
  addArchive(job: JobId, archive: string, name: string): Promise<void>;
  /** How many files are to come, once that is known; an archive among them may turn out to be more. */
  expect(job: JobId, total: number): void;
  /** No file is taken any more. */
  isOver(job: JobId): boolean;
  refuse(job: JobId, name: string, problem: ProblemData): void;
  /** No more files come; the job ends when those given are done. */
  close(job: JobId): Promise<JobSnapshot>;
}

/** What a job has still to do when its files are in or it was cancelled; not called while the library closes, and to be given up when it does. */
export type Afterwards = (snapshot: JobSnapshot, isClosing: () => boolean) => Promise<void>;

export interface ImportOrigin {
  readonly paths: readonly string[];
  readonly encoding?: EncodingName | undefined;
  /** The watched folder it comes from; it is looked through again by itself. */
  readonly watched?: string;
  readonly awaited?: true;
  readonly afterwards?: Afterwards;
  /** The app's own doing, of which nobody needs to hear. */
  readonly unasked?: true;
}

export interface ImportEvents {
  /** After each file that changed the library. */
  changed(edition: number): void;
  /** Makes any error fit to be told. */
  readonly problemOf: (error: unknown) => ProblemData;
}

/** After these the next file would fare no better. */
const FATAL: readonly ProblemCode[] = ['disk-full', 'library-damaged', 'library-unwritable'];

export function createImports(desk: Desk, jobs: Jobs, memory: ImportMemory, events: ImportEvents): Imports {
  const feeds = new Map<JobId, Feed>();

  /** Undefined once the job is over. */
  function feed(id: JobId): Feed | undefined {
    return feeds.get(id) ?? (jobs.find(id), undefined);
  }

  return {
    open(total, origin = { paths: [] }) {
      const { watched, awaited } = origin;
      const job = jobs.open('import', total, { ...(watched === undefined ? {} : { watched }), ...(awaited ? { awaited } : {}) });
      if (watched === undefined && !origin.unasked) memory.follow(job, origin.paths, origin.encoding ?? null);
      feeds.set(job.id, createFeed(job, total, desk, events, origin.afterwards));
      void job.finished.then(() => feeds.delete(job.id));
      return job.id;
    },
    async add(id, files) {
      const target = feed(id);
      if (!target) return;
      for (const file of files) {
        if (mayBeZip(file.bytes) && !/\.docx$/iu.test(file.name)) await unpackInto(target, file.bytes, file.path ?? file.name);
        else target.push(file);
      }
      await target.room();
    },
    async addArchive(id, archive, name) {
      const target = feed(id);
      if (target) await unpackInto(target, archive, name);
    },
    expect(id, expected) {
      feeds.get(id)?.expect(expected);
    },
    isOver: (id) => feeds.get(id)?.isOver() ?? true,
    refuse(id, name, problem) {
      feed(id)?.push({ name, refused: problem });
    },
    close(id) {
      feed(id)?.end();
      return jobs.find(id).finished;
    },
  };
}

async function unpackInto(target: Feed, archive: Uint8Array | string, name: string): Promise<void> {
  for await (const file of unpackZip(archive, name)) {
    target.push('refused' in file ? { name: file.path, refused: file.refused } : file);
    await target.room();
    if (target.isOver()) return;
  }
}

interface Feed {
  isOver(): boolean;
  push(file: Waiting): void;
  room(): Promise<void>;
  expect(total: number): void;
  end(): void;
}

function createFeed(job: Job, total: number | null, desk: Desk, events: ImportEvents, afterwards: Afterwards | undefined): Feed {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  let given = 0;
  let ended = false;
  let working = false;
  let over = false;
  let makeRoom: (() => void)[] = [];

  function releaseCallers(): void {
    const callers = makeRoom;
    makeRoom = [];
    for (const resolve of callers) resolve();
  }

  /** While one file is written the next is read and parsed. */
  async function work(): Promise<void> {
    if (working || over) return;
    working = true;
    let ahead = prepareNext();
    while (ahead && !job.signal.aborted) {
      const { file, ready } = ahead;
      ahead = undefined;
      await job.ready();
      if (job.signal.aborted) break;
      job.update({ current: file.name });
      const preparation = await ready;
      ahead = prepareNext();
      const outcome = await outcomeOf(file, preparation);
      waitingBytes -= bytesOf(file);
      job.outcome(outcome, bytesOf(file));
      if (outcome.kind === 'imported') events.changed(outcome.edition);
      if (outcome.kind === 'failed' && FATAL.includes(outcome.problem.code)) {
        takeNoMore();
        job.finish('failed');
        return;
      }
      if (waitingBytes <= WAITING_BYTES) releaseCallers();
      ahead ??= prepareNext();
    }
    working = false;
    if (job.signal.aborted) await conclude('cancelled');
    else if (ended) await conclude('done');
  }

  const isClosing = () => job.signal.aborted && job.signal.reason === CLOSING;

  async function conclude(state: 'done' | 'cancelled'): Promise<void> {
    takeNoMore();
    try {
      if (!isClosing()) await afterwards?.(job.snapshot(), isClosing);
      job.finish(state);
    } catch (error) {
      events.problemOf(error);
      job.finish('failed');
    }
  }

  function prepareNext(): { readonly file: Waiting; readonly ready: Promise<Preparation | ProblemData> } | undefined {
    if (job.signal.aborted) return undefined;
    const file = waiting.shift();
    return file && { file, ready: 'refused' in file ? Promise.resolve(file.refused) : prepareSource(desk, file).catch(events.problemOf) };
  }

  function takeNoMore(): void {
    over = true;
    waiting.length = 0;
    waitingBytes = 0;
    releaseCallers();
  }

  async function outcomeOf(file: Waiting, preparation: Preparation | ProblemData): Promise<FileOutcome> {
    const { name } = file;
    const stored = 'code' in preparation ? preparation : await storeSource(desk, preparation).catch(events.problemOf);
    const result: FileResult =
      'code' in stored ? { kind: 'failed', name, problem: { ...stored, values: { ...stored.values, name } } } : stored;
    return 'path' in file && file.path !== undefined && file.path !== name ? { ...result, path: file.path } : result;
  }

  job.signal.addEventListener('abort', () => void work());

  return {
    isOver: () => over || job.signal.aborted,
    push(file) {
      if (over || job.signal.aborted) return;
      waiting.push(file);
      waitingBytes += bytesOf(file);
      given += 1;
      if (total !== null && given > total) {
        total = given;
        job.update({ total });
      }
      void work();
    },
    room: () => (over || waitingBytes <= WAITING_BYTES ? Promise.resolve() : new Promise((resolve) => makeRoom.push(resolve))),
    expect(files) {
      if (ended) return;
      total = Math.max(files, given);
      job.update({ total });
    },
    end() {
      ended = true;
      job.update({ total: given });
      void work();
    },
  };
}

function bytesOf(file: Waiting): number {
  return 'refused' in file ? 0 : file.bytes.length;
}
