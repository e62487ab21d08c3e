/**
 * The imports of this window: what was handed in, how its job stands, and what can be tried again.
 * Knows nothing of React or of wording. Not for gathering (gathered-file.ts) or sending (feed-import.ts).
 */
import type { Client } from '../../src-main/contract/link';
import { arrivedEditions, hasGap, joinNews } from '../../src-main/contract/job-news';
import type { EncodingName, JobId, JobSnapshot } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { Problem } from '../../src-main/contract/problem';
import { feedImport } from './feed-import';
import type { GatheredFile } from './gathered-file';
import type { Pace } from './import-pace';

export interface Import {
  /** Of this window; a job's id is known only once the library has opened it. */
  readonly key: number;
  readonly job: JobId | null;
  /** Empty for a job that another window, the command line or an earlier page started: what of it can be tried again the host has. */
  readonly files: readonly GatheredFile[];
  /** The import whose files these are once more: what comes of them stands in its list. */
  readonly of?: number;
  /** Lines of that list that are tried again (see result-lines.ts). */
  readonly tries?: readonly string[];
  /** Null until the first news of the job. Names every outcome there has been news of. */
  readonly snapshot: JobSnapshot | null;
  /** Why handing in failed as a whole; outcomes tell of single files. */
  readonly problem: Problem | null;
  readonly state: 'running' | 'cancelling' | 'done' | 'cancelled' | 'failed';
  /** When it last went on after waiting, and with how many files done: the time left is told from there. */
  readonly since?: Pace;
}

export interface ImportDesk {
  readonly list: () => readonly Import[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves with the finished import; never rejects. */
  readonly hand: (files: readonly GatheredFile[], again?: Again) => Promise<Import>;
  /** Has the host read again what it had read from its own disk. Resolves with the finished import; never rejects. */
  readonly handAgain: (files: Input<'import.again'>['files'], again: Again, encoding?: EncodingName) => Promise<Import>;
  readonly cancel: (key: number) => void;
  /** Has a running import wait, or go on. The file at hand is finished first. */
  readonly pause: (key: number, wait: boolean) => void;
  /** With what was tried again of it; nothing happens while any of it runs. */
  readonly dismiss: (key: number) => void;
  /** Takes up jobs that were running before this page was loaded, and follows the library until the returned function is called. */
  readonly follow: () => () => void;
}

/** What comes from a watched folder is told of once it is in, or where something is to be done about it: nobody waits for it. */
export function isNews({ snapshot }: Pick<Import, 'snapshot'>): boolean {
  if (snapshot?.watched === undefined) return true;
  const { state, outcomes } = snapshot;
  return outcomes.some(({ kind }) => kind === 'failed') || (!stillRunning(state) && arrivedEditions(outcomes).length > 0);
}

export type Again = Required<Pick<Import, 'of' | 'tries'>>;

/** Imports that are over and have been listed longest give way to new ones. */
const LISTED = 6;

export const stillRunning = (state: JobSnapshot['state']) => state === 'running' || state === 'cancelling';

/** News sent before the reader cancelled does not take the cancelling back. */
function stateAfter(one: Import, snapshot: JobSnapshot): Import['state'] {
  return one.state === 'cancelling' && snapshot.state === 'running' ? 'cancelling' : snapshot.state;
}

/** Somebody waits to see it, and it ended after this page had asked where to begin and before it listened. */
const isMissed = ({ awaited, endedAt }: JobSnapshot) =>
  awaited === true && endedAt !== undefined && Date.parse(endedAt) > performance.timeOrigin;

const asProblem = (failure: unknown) => (failure instanceof Problem ? failure : new Problem('unexpected', undefined, { cause: failure }));

export function createImportDesk(client: Client): ImportDesk {
  let imports: readonly Import[] = [];
  let nextKey = 1;
  const listeners = new Set<() => void>();
  const finished = new Map<number, (done: Import) => void>();
  /** News may overtake the answer that names the job. */
  const early = new Map<JobId, JobSnapshot>();
  /** Jobs there has been news of: what a list says of them, asked for before, is older. */
  const heardOf = new Set<JobId>();
  let filling = false;

  function set(next: readonly Import[]): void {
    imports = next;
    for (const listener of listeners) listener();
  }

  function update(key: number, change: Partial<Import>): void {
    const before = imports.find((one) => one.key === key);
    if (!before) return;
    const after = { ...before, ...change };
    set(imports.map((one) => (one.key === key ? after : one)));
    if (!stillRunning(after.state)) {
      finished.get(key)?.(after);
      finished.delete(key);
    }
  }

  function heard(news: JobSnapshot): void {
    if (news.kind !== 'import') return;
    heardOf.add(news.id);
    const known = imports.find((one) => one.job === news.id);
    const before = known?.snapshot ?? early.get(news.id) ?? null;
    const snapshot = hasGap(before, news) ? { ...news, firstOutcome: 0, outcomes: before?.outcomes ?? [] } : joinNews(before, news);
    const goesOn = before?.paused === true && news.paused !== true;
    const since = goesOn ? { since: { at: Date.now(), done: news.done } } : {};
    if (known) update(known.key, { snapshot, state: stateAfter(known, snapshot), ...since });
    else if (imports.some((one) => one.job === null && stillRunning(one.state))) early.set(snapshot.id, snapshot);
    else if (stillRunning(snapshot.state) || snapshot.awaited) adopt(snapshot);
    if (hasGap(before, news)) void fillGaps();
  }

  /** News were missed, as when a connection broke off: the whole list is asked for, and news that came meanwhile stay. */
  async function fillGaps(): Promise<void> {
    if (filling) return;
    filling = true;
    for (const whole of await client.call('job.list', {}).catch(() => [])) {
      const { key, snapshot } = imports.find((one) => one.job === whole.id) ?? {};
      if (key === undefined || !snapshot || snapshot.outcomes.length >= whole.outcomes.length) continue;
      update(key, { snapshot: { ...snapshot, outcomes: whole.outcomes } });
    }
    filling = false;
  }

  function list(one: Import): void {
    const over = imports.filter(({ key, of }) => of === undefined && key !== one.of && !isAtWork(key));
    const told = over.filter(isNews);
    const dropped = new Set(
      [...over.filter((each) => !isNews(each)), ...told.slice(0, Math.max(0, told.length + 1 - LISTED))].map(({ key }) => key),
    );
    set([...imports.filter(({ key, of }) => !dropped.has(of ?? key)), one]);
  }

  /** It, or something of it that is tried again. */
  function isAtWork(key: number): boolean {
    return imports.some((one) => (one.of ?? one.key) === key && stillRunning(one.state));
  }

  function adopt(snapshot: JobSnapshot): void {
    list({ key: nextKey++, job: snapshot.id, files: [], snapshot, problem: null, state: snapshot.state });
  }

  function named(key: number, job: JobId): void {
    const snapshot = early.get(job) ?? null;
    early.delete(job);
    const one = imports.find((each) => each.key === key);
    update(key, { job, snapshot, ...(one && snapshot ? { state: stateAfter(one, snapshot) } : {}) });
    if (one?.state === 'cancelling') stopJob(key, job);
    if (imports.some((one) => one.job === null && stillRunning(one.state))) return;
    for (const other of early.values()) if (stillRunning(other.state) || other.awaited) adopt(other);
    early.clear();
  }

  function begin(files: readonly GatheredFile[], again?: Again): { readonly key: number; readonly done: Promise<Import> } {
    const key = nextKey++;
    const done = new Promise<Import>((resolve) => finished.set(key, resolve));
    list({ key, job: null, files, ...again, snapshot: null, problem: null, state: 'running' });
    return { key, done };
  }

  async function handAgain(files: Input<'import.again'>['files'], again: Again, encoding?: EncodingName): Promise<Import> {
    const { key, done } = begin([], again);
    try {
      named(key, (await client.call('import.again', { files, ...(encoding ? { encoding } : {}) })).job);
    } catch (failure) {
      update(key, { problem: asProblem(failure), state: 'failed' });
    }
    return done;
  }

  async function hand(files: readonly GatheredFile[], again?: Again): Promise<Import> {
    const { key, done } = begin(files, again);
    const isCancelled = () => imports.find((one) => one.key === key)?.state !== 'running';
    let job: JobId | null = null;
    try {
      ({ job } = await client.call('import.open', { total: files.length }));
      named(key, job);
      await feedImport(client, job, files, isCancelled);
    } catch (failure) {
      // A cancelled job turns away what was still on its way: that is no failure.
      if (job !== null && isCancelled()) return done;
      update(key, { problem: asProblem(failure), state: 'failed' });
      // What the library has taken so far is finished properly; if it cannot even be told so, the failure above says all.
      if (job !== null) client.call('import.close', { job }).catch(() => {});
    }
    return done;
  }

  function stopJob(key: number, job: JobId): void {
    client.call('job.cancel', { job }).catch((failure: unknown) => {
      update(key, { state: 'failed', problem: asProblem(failure) });
    });
  }

  function cancel(key: number): void {
    const one = imports.find((each) => each.key === key);
    if (!one || one.state !== 'running') return;
    update(key, { state: 'cancelling' });
    if (one.job !== null) stopJob(key, one.job);
  }

  function pause(key: number, wait: boolean): void {
    const job = imports.find((each) => each.key === key)?.job ?? null;
    if (job === null) return;
    client.call(wait ? 'job.pause' : 'job.resume', { job }).catch((failure: unknown) => {
      update(key, { problem: asProblem(failure) });
    });
  }

  async function takeUpRunning(): Promise<void> {
    try {
      const jobs = await client.call('job.list', {});
      for (const job of jobs) if (!heardOf.has(job.id) && (stillRunning(job.state) || isMissed(job))) heard(job);
    } catch {
      // A library that will not open says so in the window's main area; here there is only nothing to follow.
    }
  }

  return {
    list: () => imports,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hand,
    handAgain,
    cancel,
    pause,
    dismiss(key) {
      if (!isAtWork(key)) set(imports.filter((one) => (one.of ?? one.key) !== key));
    },
    follow() {
      const stop = client.listen('job', heard);
      void takeUpRunning();
      return stop;
    },
  };
}
