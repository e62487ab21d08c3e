/** The widths to compose with: rough ones for the first paint, the true ones once the faces are there. */
import { useSyncExternalStore } from 'react';
import { plainAdvances } from '../compose/advances';
import type { Advances, ImposedSpacing } from '../compose/advances';
import { browserAdvances, facesReady } from './browser-advances';
import { watchImposedSpacing } from './imposed-spacing';

let advances: Advances | null = null;
let ready: Promise<void> | null = null;
const listeners = new Set<() => void>();

function measure(imposed: ImposedSpacing | null): void {
  advances = browserAdvances(imposed);
  for (const listener of listeners) listener();
}

async function measureWhenReady(): Promise<void> {
  await facesReady();
  measure(null);
  watchImposedSpacing(measure);
}

/** Resolves once the true widths are known: what is composed from then on is composed once. */
export function advancesReady(): Promise<void> {
  return (ready ??= measureWhenReady());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void advancesReady();
  return () => listeners.delete(listener);
}

export function useAdvances(): Advances {
  return useSyncExternalStore(subscribe, () => advances ?? plainAdvances);
}
