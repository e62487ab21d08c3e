/** How long an import will still take. Pure. */
import type { JobSnapshot } from '../../src-main/contract/model';

/** Too early to tell before this much of the work and time is behind. */
const fewestFiles = 5;
const shortestTime = 2_000;

/** Where work began, or went on after it had waited: time that passed before says nothing of its pace. */
export interface Pace {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly done: number;
}

/** Whole seconds; null while it cannot be told, as when it waits. `now` in milliseconds since the epoch. */
export function secondsLeft(snapshot: JobSnapshot, now: number, since?: Pace): number | null {
  const { done, total } = snapshot;
  const spent = now - (since?.at ?? Date.parse(snapshot.startedAt));
  const finished = done - (since?.done ?? 0);
  if (snapshot.paused || total === null || finished < fewestFiles || !(spent >= shortestTime) || done > total) return null;
  return Math.ceil(((total - done) * spent) / finished / 1000);
}

/** 0 to 1; null while the number of files is not known. */
export function shareDone(snapshot: JobSnapshot): number | null {
  if (snapshot.total === null) return null;
  return snapshot.total === 0 ? 1 : Math.min(1, snapshot.done / snapshot.total);
}
