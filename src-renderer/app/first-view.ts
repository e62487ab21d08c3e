/** Where the app opens. Pure. */
import type { EditionId } from '../../src-main/contract/model';
import type { View } from './navigation';

/** @param latest the edition opened last, or the first there is; null where there is none */
export function firstView(latest: EditionId | null): View {
  return latest === null ? { kind: 'shelf' } : { kind: 'edition', edition: latest, place: null, marked: null };
}
