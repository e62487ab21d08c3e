/** A backup a day while the app is used, the newest few kept; nothing of it is waited for. */
import { makeBackup, namedBackups, rotateBackups } from '../store/backups';
import type { Database } from '../store/database';
import { countSources } from '../store/sources';

const FIRST_LOOK_MILLISECONDS = 2 * 60_000;
const LOOK_EVERY_MILLISECONDS = 60 * 60_000;
const DAY_MILLISECONDS = 24 * 60 * 60_000;
const KEPT = 5;

/** Returns what ends it, after a backup at work. */
export function scheduleBackups(database: Database, report: (error: unknown) => unknown): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  let timer = plan(FIRST_LOOK_MILLISECONDS);

  function plan(wait: number): NodeJS.Timeout {
    const planned = setTimeout(() => {
      working = backUpIfDue(database).then(undefined, (error: unknown) => void report(error));
      timer = plan(LOOK_EVERY_MILLISECONDS);
    }, wait);
    return planned.unref();
  }

  return async () => {
    clearTimeout(timer);
    await working;
  };
}

/** Makes the day's backup unless there is one, or nothing to keep. */
export async function backUpIfDue(database: Database, now: Date = new Date()): Promise<void> {
  const newest = namedBackups(database.path).find((backup) => backup.reason === 'scheduled');
  if (newest && now.getTime() - Date.parse(newest.madeAt) < DAY_MILLISECONDS) return;
  if ((await countSources(database)) === 0) return;
  await makeBackup(database.path, 'scheduled', now);
  rotateBackups(database.path, 'scheduled', KEPT);
}
