/**
 * The imports of this window: what was handed in, how its job stands, and what can be tried again.
 * Knows nothing of React or of wording. Not for gathering (gathered-file.ts) or sending (feed-import.ts).
 */
import type { Client } from '../../src-main/contract/link';
import { hasGap, joinNews } from '../../src-main/contract/job-news';
import type { EncodingName, FileOutcome, JobId, JobSnapshot } from '../../src-main/contract/model';
import { Problem } from '../../src-main/contract/problem';
import { feedImport } from './feed-import';
import type { GatheredFile } from './gathered-file';
import type { Pace } from './import-pace';

export interface Import {
  /** Of this window; a job's id is known only once the library has opened it. */
  readonly key: number;
  readonly job: JobId | null;
  /** Empty for a job that another window, the command line or an earlier page started: it can be watched, not repeated. */
  readonly files: readonly GatheredFile[];
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
  readonly hand: (files: readonly GatheredFile[]) => Promise<Import>;
  readonly cancel: (key: number) => void;
  /** Has a running import wait, or go on. The file at hand is finished first. */
  readonly pause: (key: number, wait: boolean) => void;
  readonly dismiss: (key: number) => void;
  /** Takes up jobs that were running before this page was loaded, and follows the library until the returned function is called. */
  readonly follow: () => () => void;
}

const stillRunning = (state: JobSnapshot['state']) => state === 'running' || state === 'cancelling';

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

  function adopt(snapshot: JobSnapshot): void {
    set([...imports, { key: nextKey++, job: snapshot.id, files: [], snapshot, problem: null, state: snapshot.state }]);
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

  async function hand(files: readonly GatheredFile[]): Promise<Import> {
    const key = nextKey++;
    const done = new Promise<Import>((resolve) => finished.set(key, resolve));
    set([...imports, { key, job: null, files, snapshot: null, problem: null, state: 'running' }]);
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
    cancel,
    pause,
    dismiss(key) {
      set(imports.filter((one) => one.key !== key || stillRunning(one.state)));
    },
    follow() {
      const stop = client.listen('job', heard);
      void takeUpRunning();
      return stop;
    },
  };
}

/** Which handed-in file each outcome speaks of: the first outcome of a name is the first file of that name, and so on. */
export function filesOfOutcomes(files: readonly GatheredFile[], outcomes: readonly FileOutcome[]): readonly (GatheredFile | null)[] {
  const waiting = new Map<string, GatheredFile[]>();
  for (const file of files) {
    const same = waiting.get(file.name);
    if (same) same.push(file);
    else waiting.set(file.name, [file]);
  }
  const taken = new Map<string, number>();
  return outcomes.map(({ name }) => {
    const turn = taken.get(name) ?? 0;
    taken.set(name, turn + 1);
    return waiting.get(name)?.[turn] ?? null;
  });
}

/** What was handed in and came to nothing, because the import ended before its turn. */
export function filesLeft({ files, snapshot }: Pick<Import, 'files' | 'snapshot'>): readonly GatheredFile[] {
  const seen = new Set(filesOfOutcomes(files, snapshot?.outcomes ?? []));
  return files.filter((file) => !seen.has(file));
}

export function withEncoding(file: GatheredFile, encoding: EncodingName): GatheredFile {
  return { ...file, encoding };
}
