/** Where the app opens. Pure. */
import type { EditionSummary } from '../../src-main/contract/model';
import type { View } from './navigation';

/** The edition opened last; where none ever was, the first one there is; an empty shelf otherwise. */
export function firstView(editions: readonly EditionSummary[]): View {
  const lastOpened = editions.reduce<EditionSummary | null>(
    (last, one) => (one.openedAt !== null && (last?.openedAt ?? '') < one.openedAt ? one : last),
    null,
  );
  const edition = lastOpened ?? editions[0];
  return edition ? { kind: 'edition', edition: edition.id, place: null, marked: null } : { kind: 'shelf' };
}
