/** The files of one import on their way in: read ahead, written together, told one by one. Not for where they come from (import-job.ts). */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileOutcome, FileResult, JobSnapshot, ProblemCode, ProblemData } from '../contract/model';
import type { Desk } from './desk';
import { prepareSource, storeSources } from './import-source';
import type { FileOrigin, ImportFile, Preparation } from './import-source';
import { CLOSING } from './jobs';
import type { Job } from './jobs';

/** Bytes that may wait in memory before `add` makes its caller wait; one file more may lie on top. */
const WAITING_BYTES = 4 * 1024 * 1024;

/** Files written together: what a transaction costs is then shared. Nobody else's writing waits long for as many. */
const TOGETHER = 16;
/** Files read ahead, those of the next transaction among them: more, so that the parser has work also while a transaction takes its time. */
const AHEAD = 1.5 * TOGETHER;
const AHEAD_BYTES = 1024 * 1024;
/** So long a file that is read waits for others. */
const GATHER_MILLISECONDS = 100;

/** A file to import, or one that could not be read. */
type Waiting = ImportFile | RefusedFile;

export interface RefusedFile {
  readonly name: string;
  readonly path?: string | undefined;
  readonly refused: ProblemData;
  readonly origin?: FileOrigin | undefined;
}

interface Reading {
  readonly file: Waiting;
  readonly ready: Promise<Preparation | ProblemData>;
  isReady: boolean;
}

/** After these the next file would fare no better. */
const FATAL: readonly ProblemCode[] = ['disk-full', 'library-damaged', 'library-unwritable'];

export interface ImportEvents {
  /** After each file that changed the library. */
  changed(edition: number): void;
  /** Makes any error fit to be told. */
  readonly problemOf: (error: unknown) => ProblemData;
}

/** What a job has still to do when its files are in or it was cancelled; not called while the library closes, and to be given up when it does. */
export type Afterwards = (snapshot: JobSnapshot, isClosing: () => boolean) => Promise<void>;

export interface Feed {
  /** Of the files that failed and came from the host's own disk, by their places among the job's outcomes. */
  readonly origins: ReadonlyMap<number, FileOrigin>;
  isOver(): boolean;
  push(file: Waiting): void;
  room(): Promise<void>;
  expect(total: number): void;
  end(): void;
}

export function createFeed(job: Job, total: number | null, desk: Desk, events: ImportEvents, afterwards: Afterwards | undefined): Feed {
  const waiting: Waiting[] = [];
  const ahead: Reading[] = [];
  const origins = new Map<number, FileOrigin>();
  let outcomesTold = 0;
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

  /** While some files are written the next ones are read and parsed. */
  async function work(): Promise<void> {
    if (working || over) return;
    working = true;
    readAhead();
    while (ahead.length > 0 && !job.signal.aborted) {
      await job.ready();
      const files = await gather();
      await job.ready();
      if (job.signal.aborted) break;
      readAhead();
      const outcomes = await outcomesOf(files);
      for (const [index, outcome] of outcomes.entries()) {
        const { file } = files[index] as Reading;
        const bytes = bytesOf(file);
        waitingBytes -= bytes;
        if (outcome.again && file.origin) origins.set(outcomesTold, file.origin);
        outcomesTold += 1;
        job.outcome(outcome, bytes);
        if (outcome.kind === 'imported' || (outcome.kind === 'unchanged' && outcome.restored)) events.changed(outcome.edition);
        if (outcome.kind === 'failed' && FATAL.includes(outcome.problem.code)) {
          takeNoMore();
          job.finish('failed');
          return;
        }
      }
      if (waitingBytes <= WAITING_BYTES) releaseCallers();
      readAhead();
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

  function readAhead(): void {
    while (!job.signal.aborted && ahead.length < AHEAD && ahead.reduce((sum, { file }) => sum + bytesOf(file), 0) < AHEAD_BYTES) {
      const file = waiting.shift();
      if (!file) return;
      const ready = 'refused' in file ? Promise.resolve(file.refused) : prepareSource(desk, file).catch(events.problemOf);
      const reading: Reading = { file, ready, isReady: false };
      void ready.then(() => (reading.isReady = true));
      ahead.push(reading);
    }
  }

  /** The first files that are ready, at least one, in the order given. */
  async function gather(): Promise<readonly Reading[]> {
    const next = ahead.slice(0, TOGETHER);
    const [first] = next;
    if (!first) return [];
    job.update({ current: first.file.name });
    await Promise.race([Promise.all(next.map(({ ready }) => ready)), sleep(GATHER_MILLISECONDS, undefined, { ref: false })]);
    await first.ready;
    const unready = next.findIndex(({ isReady }) => !isReady);
    return ahead.splice(0, unready < 0 ? next.length : unready);
  }

  function takeNoMore(): void {
    over = true;
    waiting.length = 0;
    waitingBytes = 0;
    releaseCallers();
  }

  async function outcomesOf(files: readonly Reading[]): Promise<readonly FileOutcome[]> {
    const readings = await Promise.all(files.map(async ({ file, ready }) => ({ file, preparation: await ready })));
    const stored = [...(await storeAll(readings.flatMap(({ preparation }) => ('code' in preparation ? [] : [preparation]))))];
    const outcomes: FileOutcome[] = [];
    for (const { file, preparation } of readings) {
      const { name } = file;
      const came = 'code' in preparation ? preparation : stored.shift();
      if (!came) break;
      const result: FileResult = 'code' in came ? { kind: 'failed', name, problem: { ...came, values: { ...came.values, name } } } : came;
      outcomes.push({
        ...result,
        ...(file.path !== undefined && file.path !== name ? { path: file.path } : {}),
        ...(result.kind === 'failed' && file.origin ? { again: true } : {}),
      });
    }
    return outcomes;
  }

  /** Together; where that fails one by one, so that a bad file fails alone, up to one after which the next would fare no better. */
  async function storeAll(preparations: readonly Preparation[]): Promise<readonly (FileResult | ProblemData)[]> {
    const together = preparations.length > 1 ? await storeSources(desk, preparations).catch(() => null) : null;
    if (together) return together;
    const outcomes: (FileResult | ProblemData)[] = [];
    for (const preparation of preparations) {
      const [outcome] = await storeSources(desk, [preparation]).catch((error: unknown) => [events.problemOf(error)]);
      if (outcome) outcomes.push(outcome);
      if (outcome && 'code' in outcome && FATAL.includes(outcome.code)) break;
    }
    return outcomes;
  }

  job.signal.addEventListener('abort', () => void work());

  return {
    origins,
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
      if (working) readAhead();
      else void work();
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
