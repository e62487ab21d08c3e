/**
 * What the library says has changed, heard from before it is first asked anything: what changes while a page is still being put together
 * is told once somebody follows. Not for what a change makes stale: see queries.ts.
 */
import type { Client } from '../../src-main/contract/link';
import type { Events } from '../../src-main/contract/operations';

type Change = Events['library.changed'];

export interface LibraryChanges {
  /** Hears from now on. */
  hear(): void;
  /** Tells what has been heard, and then all that comes, until the returned function is called. */
  follow(tell: (change: Change) => void): () => void;
}

export function gatherChanges(client: Pick<Client, 'listen'>): LibraryChanges {
  let hears = false;
  let waiting: Change | null = null;
  let follower: ((change: Change) => void) | null = null;
  const hear = (): void => {
    if (hears) return;
    hears = true;
    client.listen('library.changed', (change) => {
      if (follower) follower(change);
      else waiting = waiting ? together(waiting, change) : change;
    });
  };
  return {
    hear,
    follow(tell) {
      hear();
      follower = tell;
      const missed = waiting;
      waiting = null;
      if (missed) tell(missed);
      return () => {
        if (follower === tell) follower = null;
      };
    },
  };
}

function together(one: Change, other: Change): Change {
  return { editions: one.editions && other.editions && [...new Set([...one.editions, ...other.editions])] };
}
