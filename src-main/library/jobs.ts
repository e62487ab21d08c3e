/** Long pieces of work: what each has done so far, told at most ten times a second and once at its end, and a cancel that is heard. */
import { randomUUID } from 'node:crypto';
import type { FileOutcome, JobId, JobSnapshot } from '../contract/model';
import { Problem } from '../contract/problem';

const TELL_EVERY_MILLISECONDS = 100;
/** Why a job's signal is aborted where the reader did not ask for it. */
export const CLOSING = 'closing';
/** Finished jobs that `job.list` still names. */
const FINISHED_KEPT = 20;

export interface Job {
  readonly id: JobId;
  /** Aborted when the reader cancels, or the library closes. */
  readonly signal: AbortSignal;
  /** Resolves at once unless the reader has the job wait; then when it goes on, or is cancelled. */
  ready(): Promise<void>;
  /** With every outcome so far. */
  snapshot(): JobSnapshot;
  update(change: Partial<Pick<JobSnapshot, 'done' | 'total' | 'bytes' | 'articles' | 'current'>>): void;
  /** One file is done with, whatever came of it. */
  outcome(outcome: FileOutcome, bytes: number): void;
  /** Sends the last snapshot; nothing can be added after it. */
  finish(state: 'done' | 'cancelled' | 'failed'): void;
  /** Resolves with the last snapshot. */
  readonly finished: Promise<JobSnapshot>;
}

export type JobOrigin = Pick<JobSnapshot, 'watched' | 'awaited'>;

export interface Jobs {
  open(kind: JobSnapshot['kind'], total: number | null, origin?: JobOrigin): Job;
  /** @throws Problem not-found */
  find(id: JobId): Job;
  /** Oldest first. */
  list(): readonly JobSnapshot[];
  /** Hears of a cancel at once, and of a job already finished not at all. @throws Problem not-found */
  cancel(id: JobId): void;
  /** Means nothing to a job that is over, or on its way there. @throws Problem not-found */
  pause(id: JobId): void;
  resume(id: JobId): void;
  /** Cancels what runs and waits for it to stop. */
  close(): Promise<void>;
}

/** `tell` hears of each outcome as it comes, and of all once more at the end: what is told grows with the files, not with their square. */
export function createJobs(tell: (snapshot: JobSnapshot) => void): Jobs {
  const jobs = new Map<JobId, SteeredJob>();

  function forgetOldest(): void {
    const finished = [...jobs.values()].filter((job) => isOver(job.snapshot()));
    for (const job of finished.slice(0, Math.max(0, finished.length - FINISHED_KEPT))) jobs.delete(job.id);
  }

  function find(id: JobId): SteeredJob {
    const job = jobs.get(id);
    if (!job) throw new Problem('not-found', { job: id });
    return job;
  }

  return {
    open(kind, total, origin = {}) {
      const job = createJob(kind, total, origin, tell);
      jobs.set(job.id, job);
      forgetOldest();
      return job;
    },
    find,
    list: () => [...jobs.values()].map((job) => job.snapshot()),
    cancel: (id) => find(id).cancel(),
    pause: (id) => find(id).pause(),
    resume: (id) => find(id).resume(),
    async close() {
      const running = [...jobs.values()].filter((job) => !isOver(job.snapshot()));
      for (const job of running) job.cancel(CLOSING);
      await Promise.all(running.map((job) => job.finished));
    },
  };
}

export function isOver({ state }: Pick<JobSnapshot, 'state'>): boolean {
  return state !== 'running' && state !== 'cancelling';
}

interface SteeredJob extends Job {
  cancel(reason?: string): void;
  pause(): void;
  resume(): void;
}

function createJob(kind: JobSnapshot['kind'], total: number | null, origin: JobOrigin, tell: (snapshot: JobSnapshot) => void): SteeredJob {
  const controller = new AbortController();
  const outcomes: FileOutcome[] = [];
  /** How many outcomes have been told. */
  let told = 0;
  let state: Omit<JobSnapshot, 'outcomes' | 'firstOutcome'> = {
    id: randomUUID(),
    kind,
    state: 'running',
    done: 0,
    total,
    bytes: 0,
    articles: 0,
    current: null,
    ...origin,
    startedAt: new Date().toISOString(),
  };
  let timer: NodeJS.Timeout | undefined;
  let toldAt = 0;
  let goOn: (() => void) | undefined;
  let waiting: Promise<void> | undefined;
  let resolveFinished!: (snapshot: JobSnapshot) => void;
  const finished = new Promise<JobSnapshot>((resolve) => {
    resolveFinished = resolve;
  });

  function snapshot(): JobSnapshot {
    return { ...state, outcomes: [...outcomes], firstOutcome: 0 };
  }

  function tellNow(): void {
    clearTimeout(timer);
    timer = undefined;
    toldAt = Date.now();
    const firstOutcome = isOver(state) ? 0 : told;
    told = outcomes.length;
    tell({ ...state, outcomes: outcomes.slice(firstOutcome), firstOutcome });
  }

  function tellSoon(): void {
    timer ??= setTimeout(tellNow, Math.max(0, toldAt + TELL_EVERY_MILLISECONDS - Date.now()));
  }

  function resume(): void {
    if (!waiting) return;
    waiting = undefined;
    const { paused: _, ...rest } = state;
    state = rest;
    tellNow();
    goOn?.();
  }

  return {
    id: state.id,
    signal: controller.signal,
    finished,
    ready: () => waiting ?? Promise.resolve(),
    snapshot,
    update(change) {
      if (isOver(state)) return;
      state = { ...state, ...change };
      tellSoon();
    },
    outcome(outcome, bytes) {
      if (isOver(state)) return;
      outcomes.push(outcome);
      const articles = state.articles + (outcome.kind === 'imported' ? outcome.articles : 0);
      state = { ...state, done: state.done + 1, bytes: state.bytes + bytes, articles };
      tellSoon();
    },
    finish(last) {
      if (isOver(state)) return;
      const { paused: _, ...rest } = state;
      state = { ...rest, state: last, current: null, endedAt: new Date().toISOString() };
      tellNow();
      resolveFinished(snapshot());
    },
    cancel(reason) {
      if (state.state !== 'running') return;
      state = { ...state, state: 'cancelling' };
      tellNow();
      controller.abort(reason);
      resume();
    },
    pause() {
      if (state.state !== 'running' || waiting) return;
      waiting = new Promise((resolve) => {
        goOn = resolve;
      });
      state = { ...state, paused: true };
      tellNow();
    },
    resume,
  };
}
