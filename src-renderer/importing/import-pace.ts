/** How long an import will still take. Pure. */
import type { JobSnapshot } from '../../src-main/contract/model';

/** Too early to tell before this much of the work and time is behind. */
const fewestFiles = 5;
const shortestTime = 2_000;

/** Whole seconds; null while it cannot be told. `now` in milliseconds since the epoch. */
export function secondsLeft(snapshot: JobSnapshot, now: number): number | null {
  const { done, total } = snapshot;
  const spent = now - Date.parse(snapshot.startedAt);
  if (total === null || done < fewestFiles || !(spent >= shortestTime) || done > total) return null;
  return Math.ceil(((total - done) * spent) / done / 1000);
}

/** 0 to 1; null while the number of files is not known. */
export function shareDone(snapshot: JobSnapshot): number | null {
  if (snapshot.total === null) return null;
  return snapshot.total === 0 ? 1 : Math.min(1, snapshot.done / snapshot.total);
}
