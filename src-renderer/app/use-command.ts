/**
 * What each command does just now. Views answer to commands while they are shown; the innermost and latest answers first,
 * so that an article in front of a page takes the page's keys. Not for names and keys: see commands.ts.
 */
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { CommandName } from './commands';
import { useLatest } from './use-latest';

/**
 * Told the key that ran it, if one did. Returns false where it had nothing to do after all, so that the key keeps its
 * ordinary meaning.
 */
export type Answer = (key?: string) => boolean | void;

interface Standing {
  readonly answer: Answer;
  /** A component is drawn before what is in it, and before what comes later: the higher number is nearer to the reader. */
  readonly order: number;
}

const answers = new Map<CommandName, readonly Standing[]>();
let drawn = 0;
const listeners = new Set<() => void>();
let version = 0;

function changed(): void {
  version++;
  for (const listener of listeners) listener();
}

function answerTo(name: CommandName, standing: Standing): () => void {
  answers.set(
    name,
    [...(answers.get(name) ?? []), standing].sort((a, b) => a.order - b.order),
  );
  changed();
  return () => {
    answers.set(
      name,
      (answers.get(name) ?? []).filter((one) => one !== standing),
    );
    changed();
  };
}

/** While the component is shown and `when` holds, `answer` is what the command does. */
export function useCommand(name: CommandName, answer: Answer, when = true): void {
  const latest = useLatest(answer);
  const [order] = useState(() => drawn++);
  // Before it is seen: a key pressed on what has just come must find it.
  useLayoutEffect(() => (when ? answerTo(name, { answer: (key) => latest.current(key), order }) : undefined), [name, when, order, latest]);
}

export function canRun(name: CommandName): boolean {
  return (answers.get(name)?.length ?? 0) > 0;
}

/** Runs a command; false where nothing answered. */
export function run(name: CommandName, key?: string): boolean {
  for (const { answer } of (answers.get(name) ?? []).toReversed()) if (answer(key) !== false) return true;
  return false;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Re-renders when the commands on offer change. */
export function useOffer(): (name: CommandName) => boolean {
  useSyncExternalStore(subscribe, () => version);
  return canRun;
}
