/** What the reader did last and can take back, last first, and what was taken back and can be done again. Outlives the view it was done in. Not for how it is offered: see undo-note.tsx. */
import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { EditionId } from '../../src-main/contract/model';

/** Worded when it is shown: the reader may have changed the language since. `t` is of no namespace. */
export type Said = (words: { readonly t: TFunction<string>; readonly language: string }) => string;

export interface Deed {
  /** What was done. */
  readonly said: Said;
  /** The one edition it was done in: it is taken back where that is in front or none is, and told of in that alone. */
  readonly edition?: EditionId;
  /** The edition it put in the trash. */
  readonly trashed?: EditionId;
  readonly undo: () => Promise<unknown>;
  /** Does it once more after it was taken back, and offers to take that back in turn. */
  readonly redo: () => Promise<unknown>;
}

interface Undoing {
  /** The last is taken back first. */
  readonly deeds: readonly Deed[];
  /** The one that is told about; null once it has been seen. */
  readonly told: Deed | null;
  /** What was taken back: the last is done again first. Only until something else is done: then it would be done to another state. */
  readonly undone: readonly Deed[];
  /** The one of these that is told about. */
  readonly takenBack: Deed | null;
  /** What was done and leaves nothing to take back, as a copy. */
  readonly note: string | null;
  /** Why something that was asked for was not done. */
  readonly problem: unknown;
}

/** Further back nobody remembers what it was. */
const longestMemory = 50;
const NO_NEWS = { told: null, takenBack: null, note: null, problem: null };
let now: Undoing = { deeds: [], undone: [], ...NO_NEWS };
/** What is offered meanwhile is what was done again. */
let redoing = false;
const listeners = new Set<() => void>();

function set(next: Undoing): void {
  now = next;
  for (const listener of listeners) listener();
}

export function offerUndo(deed: Deed): void {
  set({ ...NO_NEWS, deeds: [...now.deeds, deed].slice(-longestMemory), undone: redoing ? now.undone : [], told: deed });
}

export function isOf({ edition }: Deed, inFront: EditionId | null): boolean {
  return edition === undefined || inFront === null || edition === inFront;
}

/** What was done in an edition is news there and nowhere else. */
export function isToldIn({ edition }: Deed, inFront: EditionId | null): boolean {
  return edition === undefined || edition === inFront;
}

/**
 * Takes back what was done last in the edition in front. Resolves with it once it is; with null where there was nothing, or it could not be:
 * then `problem` says why.
 */
export async function undoLast(inFront: EditionId | null): Promise<Deed | null> {
  const last = now.deeds.findLast((deed) => isOf(deed, inFront));
  if (!last) return null;
  // A second press while the first is at work means the deed before.
  set({ ...now, ...NO_NEWS, deeds: now.deeds.filter((deed) => deed !== last) });
  try {
    await last.undo();
    tellTakenBack(last);
    return last;
  } catch (problem) {
    tellProblem(problem);
    return null;
  }
}

/** Does again what was taken back last in the edition in front; whatever offers to take it back tells of it. */
export async function redoLast(inFront: EditionId | null): Promise<void> {
  const last = now.undone.findLast((deed) => isOf(deed, inFront));
  // One at a time: what comes next is meant for the state that this one makes.
  if (!last || redoing) return;
  set({ ...now, ...NO_NEWS, undone: now.undone.filter((deed) => deed !== last) });
  redoing = true;
  try {
    await last.redo();
  } catch (problem) {
    tellProblem(problem);
  } finally {
    redoing = false;
  }
}

/** Whether something is told of. */
export function hasNews({ told, takenBack, note, problem }: Undoing): boolean {
  return told !== null || takenBack !== null || note !== null || problem !== null;
}

/** Where what failed has no place of its own to say so. */
export function tellProblem(problem: unknown): void {
  set({ ...now, ...NO_NEWS, problem });
}

/** Also of what was done in an earlier run, which this one has not kept among its deeds. */
export function tellTakenBack(deed: Deed): void {
  set({ ...now, ...NO_NEWS, undone: [...now.undone, deed].slice(-longestMemory), takenBack: deed });
}

/** What was done, where nothing can be or need be taken back. */
export function tellDone(note: string): void {
  set({ ...now, ...NO_NEWS, note });
}

/** What was told of the view that the reader has left: of a deed that can be taken back it is told a while longer. */
export function leaveNote(): void {
  if (now.note !== null) set({ ...now, note: null });
}

export function leaveUndoNote(): void {
  set({ ...now, ...NO_NEWS });
}

/** What can no longer be taken back, as when a trash is emptied. */
export function forgetDeeds(): void {
  set({ deeds: [], undone: [], ...NO_NEWS });
}

/** What was put in the trash and came back by another way: there is nothing left to take back. */
export function forgetTrashing(restored: readonly EditionId[]): void {
  const deeds = now.deeds.filter(({ trashed }) => trashed === undefined || !restored.includes(trashed));
  if (deeds.length < now.deeds.length) set({ ...now, deeds, told: now.told && deeds.includes(now.told) ? now.told : null });
}

export function useUndo(): Undoing {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}
