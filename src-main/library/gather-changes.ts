/** Tells of changes of the library at most four times a second: what is told makes every page read its shelf anew. */
import type { EditionId } from '../contract/model';
import type { Events } from '../contract/operations';

const TELL_EVERY_MILLISECONDS = 250;

type Change = Events['library.changed'];

export interface ChangeGatherer {
  /** Told at once after a quiet time; else with others, and never later than 250 ms. */
  add(change: Change): void;
  /** Tells now what still waits. */
  flush(): void;
}

export function createChangeGatherer(tell: (change: Change) => void): ChangeGatherer {
  /** Null while everything may have changed; undefined while nothing waits. */
  let waiting: Set<EditionId> | null | undefined;
  let timer: NodeJS.Timeout | undefined;
  let toldAt = -Infinity;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === undefined) return;
    const editions = waiting && [...waiting];
    waiting = undefined;
    toldAt = performance.now();
    tell({ editions });
  }

  return {
    add({ editions }) {
      waiting = editions === null || waiting === null ? null : new Set([...(waiting ?? []), ...editions]);
      const wait = toldAt + TELL_EVERY_MILLISECONDS - performance.now();
      if (wait <= 0) flush();
      else timer ??= setTimeout(flush, wait);
    },
    flush,
  };
}
