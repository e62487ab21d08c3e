/**
 * Makes look-up ready in a quiet moment after the start, and somewhat later looks whether the search index says what the tables say;
 * has it built anew where it does not. After every import, and some time after the start, it has what was added piece by piece merged.
 */
import type { JobSnapshot } from '../contract/model';
import type { Search } from '../search/search';
import { isOver } from './jobs';
import type { Jobs } from './jobs';
import type { Quiet } from './quiet';

/** After the first page is shown, before most people type. */
const WARM_AFTER_QUIET_MILLISECONDS = 1500;
const CHECK_AFTER_MILLISECONDS = 30_000;
/** Nothing has been imported for so long. */
const TIDY_AFTER_MILLISECONDS = 3000;

export interface IndexKeeper {
  /** Begins a rebuild, unless one is running. */
  rebuild(): void;
  /** What a job tells of itself: while one runs nothing is tidied, and somewhat after its end all is. */
  heardOf(job: JobSnapshot): void;
  /** Resolves once nothing works on the index any more; the signal must have been aborted. */
  stopped(): Promise<void>;
}

export function keepIndexTrue(
  search: Search,
  jobs: Jobs,
  quiet: Quiet,
  signal: AbortSignal,
  report: (error: unknown) => unknown,
): IndexKeeper {
  let building: Promise<void> | undefined;
  let warming: Promise<void> = Promise.resolve();
  let checking: Promise<void> = Promise.resolve();
  let tidying: Promise<void> = Promise.resolve();
  let stopTidying = new AbortController();

  async function build(): Promise<void> {
    const job = jobs.open('reindex', null);
    const stop = AbortSignal.any([job.signal, signal]);
    try {
      await search.rebuild(({ done, total }) => job.update({ done, total }), stop);
      job.finish(stop.aborted ? 'cancelled' : 'done');
    } catch (error) {
      if (!stop.aborted) report(error);
      job.finish(stop.aborted ? 'cancelled' : 'failed');
    }
    building = undefined;
  }

  function rebuild(): void {
    if (!signal.aborted) building ??= build();
  }

  async function check(): Promise<void> {
    try {
      if (!(await search.check(signal)).sound) rebuild();
    } catch (error) {
      if (!signal.aborted) report(error);
    }
  }

  async function warm(): Promise<void> {
    try {
      await search.warm();
    } catch (error) {
      if (!signal.aborted) report(error);
    }
  }

  async function tidy(stop: AbortSignal): Promise<void> {
    try {
      if (search.state() === 'ready') await search.tidy(stop);
    } catch (error) {
      if (!signal.aborted) report(error);
    }
  }

  function tidyWhenQuiet(): void {
    stopTidying.abort();
    if (signal.aborted) return;
    const own = new AbortController();
    stopTidying = own;
    const timer = setTimeout(() => {
      tidying = tidying.then(() => tidy(own.signal));
    }, TIDY_AFTER_MILLISECONDS).unref();
    own.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  if (search.state() === 'rebuilding') rebuild();
  const endWarming = quiet.after(WARM_AFTER_QUIET_MILLISECONDS, () => {
    warming = warm();
  });
  const plannedCheck = setTimeout(() => {
    checking = check().then(tidyWhenQuiet);
  }, CHECK_AFTER_MILLISECONDS).unref();

  return {
    rebuild,
    heardOf(job) {
      if (isOver(job)) tidyWhenQuiet();
      else stopTidying.abort();
    },
    async stopped() {
      endWarming();
      clearTimeout(plannedCheck);
      stopTidying.abort();
      await tidying;
      await warming;
      await checking;
      await building;
    },
  };
}
