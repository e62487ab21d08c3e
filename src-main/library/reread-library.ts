/** Reads the whole library again with a newer parser, file by file, while the reader goes on reading. */
import type { EditionId, JobId, ProblemData } from '../contract/model';
import { sourcesReadOtherwise } from '../store/sources';
import { PARSER_VERSION } from '../text/parse-briefing';
import type { Desk } from './desk';
import type { Jobs } from './jobs';
import { rereadSource } from './reread-source';

export interface RereadEvents {
  changed(edition: EditionId): void;
  problemOf(error: unknown): ProblemData;
}

export async function countOutdated({ database }: Desk): Promise<number> {
  return (await sourcesReadOtherwise(database, PARSER_VERSION)).length;
}

/** A file that cannot be read again stays as it was, and is named. Cut short, the rest is still outdated and can be asked for again. */
export async function rereadLibrary(desk: Desk, jobs: Jobs, events: RereadEvents): Promise<JobId> {
  const outdated = await sourcesReadOtherwise(desk.database, PARSER_VERSION);
  const job = jobs.open('reread', outdated.length);
  void work();
  return job.id;

  async function work(): Promise<void> {
    let done = 0;
    for (const source of outdated) {
      await job.ready();
      if (job.signal.aborted) return job.finish('cancelled');
      try {
        events.changed(await rereadSource(desk, source, null));
        job.update({ done: (done += 1) });
      } catch (error) {
        const name = String(source);
        job.outcome({ kind: 'failed', name, problem: events.problemOf(error) }, 0);
        done += 1;
      }
    }
    job.finish('done');
  }
}
