import type { Database } from '../store/database';

const LOOK_EVERY_MILLISECONDS = 1000;

/** Calls `changed` after another process has written to the library. Returns what ends the watch. */
export function watchForeignChanges(database: Database, changed: () => Promise<void>): () => Promise<void> {
  let known: number | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    try {
      const version = await database.foreignChanges();
      if (known !== undefined && version !== known && !stopped) await changed();
      known = version;
    } catch {
      // A busy or failing file is told by whatever operation meets it; the watch only looks again.
    }
    if (!stopped) plan();
  }

  function plan(): void {
    timer = setTimeout(() => {
      looking = look();
    }, LOOK_EVERY_MILLISECONDS);
    timer.unref();
  }

  looking = look();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await looking;
  };
}
