/** Matches of the search that led here, and which of them the place is at. */
import { useMemo } from 'react';
import type { EditionId, Place, SourceSpan } from '../../src-main/contract/model';
import { useMarks } from '../app/queries';

export interface Hits {
  readonly hits: readonly SourceSpan[];
  readonly current: SourceSpan | null;
  /** False while they are still being looked for. */
  readonly known: boolean;
}

const none: readonly SourceSpan[] = [];

/** The match that holds a place, if one does. */
export function hitAt(hits: readonly SourceSpan[], place: Place | null): SourceSpan | null {
  return hits.find((hit) => place !== null && hit.source === place.source && hit.start <= place.offset && place.offset < hit.end) ?? null;
}

export function useHits(edition: EditionId, text: string | null, place: Place | null): Hits {
  const { data } = useMarks(edition, text);
  const hits = text === null ? none : (data ?? none);
  return useMemo(() => ({ hits, current: hitAt(hits, place), known: data !== undefined }), [hits, place, data]);
}
