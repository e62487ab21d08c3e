/** What the footer says of the view in front: a view sets it while it is shown. Not for messages that pass: see announce.ts. */
import { useEffect, useSyncExternalStore } from 'react';
import type { CommandName } from './commands';

/** A fact or hint; with a command it can be pressed. */
export type StatusFact =
  | string
  | { readonly label: string; readonly command: CommandName; /** It takes away what the label says. */ readonly clears?: true };

export interface Status {
  /** Where the reader is, e.g. "第 1 页，共 5 页". */
  readonly where: StatusFact;
  /** Facts and hints at the other end, in order. */
  readonly facts: readonly StatusFact[];
  /** Share read, 0 to 1; null where it means nothing. */
  readonly progress: number | null;
}

const nothing: Status = { where: '', facts: [], progress: null };
let status: Status = nothing;
const listeners = new Set<() => void>();

function set(next: Status): void {
  status = next;
  for (const listener of listeners) listener();
}

/** Shows a status for as long as the component is shown. */
export function useGiveStatus(where: StatusFact, facts: readonly StatusFact[], progress: number | null): void {
  const written = JSON.stringify({ where, facts });
  useEffect(() => {
    set({ ...(JSON.parse(written) as Pick<Status, 'where' | 'facts'>), progress });
  }, [written, progress]);
  useEffect(() => () => set(nothing), []);
}

export function useStatus(): Status {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => status,
  );
}
