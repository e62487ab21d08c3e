/** The last job of a kind: how it goes, whoever began it. Not for imports, of which there may be many: see importing/import-desk.ts. */
import { useEffect, useState } from 'react';
import { hasGap, joinNews } from '../../src-main/contract/job-news';
import type { JobSnapshot } from '../../src-main/contract/model';
import { client } from '../link';

export const isRunning = (job: JobSnapshot | null): boolean => job?.state === 'running' || job?.state === 'cancelling';

/** Null until one has been heard of. One that was over before this was drawn is not told of again. */
export function useJob(kind: JobSnapshot['kind']): JobSnapshot | null {
  const [job, setJob] = useState<JobSnapshot | null>(null);
  useEffect(() => {
    let left = false;
    const stop = client.listen('job', (news) => {
      if (news.kind !== kind) return;
      setJob((before) => {
        const same = before?.id === news.id ? before : null;
        return hasGap(same, news) ? { ...news, firstOutcome: 0 } : joinNews(same, news);
      });
    });
    const takeUp = async () => {
      const running = (await client.call('job.list', {})).find((one) => one.kind === kind && isRunning(one));
      if (!left && running) setJob((before) => before ?? running);
    };
    // What cannot be listed is told of by what goes on; a library that does not answer says so elsewhere.
    takeUp().catch(() => {});
    return () => {
      left = true;
      stop();
    };
  }, [kind]);
  return job;
}
