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
/** Nothing has been imported or asked for so long. */
const TIDY_AFTER_QUIET_MILLISECONDS = 3000;

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

  /** What goes wrong while the library closes is no fault. */
  async function reporting(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) report(error);
    }
  }

  async function check(): Promise<void> {
    if (!(await search.check(signal)).sound) rebuild();
  }

  async function tidy(stop: AbortSignal): Promise<void> {
    if (search.state() === 'ready') await search.tidy(stop);
  }

  function tidyWhenQuiet(): void {
    stopTidying.abort();
    if (signal.aborted) return;
    const { signal: stop } = (stopTidying = new AbortController());
    const endWaiting = quiet.after(TIDY_AFTER_QUIET_MILLISECONDS, () => {
      tidying = tidying.then(() => reporting(() => tidy(stop)));
    });
    stop.addEventListener('abort', endWaiting, { once: true });
  }

  if (search.state() === 'rebuilding') rebuild();
  const endWarming = quiet.after(WARM_AFTER_QUIET_MILLISECONDS, () => {
    warming = reporting(() => search.warm());
  });
  const plannedCheck = setTimeout(() => {
    checking = reporting(check).then(tidyWhenQuiet);
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
