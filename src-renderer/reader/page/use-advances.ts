/** The widths to compose with: rough ones for the first paint, the true ones once the faces are there. */
import { useSyncExternalStore } from 'react';
import { plainAdvances } from '../compose/advances';
import type { Advances } from '../compose/advances';
import { browserAdvances, facesReady } from './browser-advances';

let advances: Advances | null = null;
let asked = false;
const listeners = new Set<() => void>();

async function measureWhenReady(): Promise<void> {
  await facesReady();
  advances = browserAdvances();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    void measureWhenReady();
  }
  return () => listeners.delete(listener);
}

export function useAdvances(): Advances {
  return useSyncExternalStore(subscribe, () => advances ?? plainAdvances);
}
