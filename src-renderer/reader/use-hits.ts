/** Matches of the search that led here, and the one the reader is at. */
import { useMemo, useState } from 'react';
import type { EditionId, MatchSpan, Place } from '../../src-main/contract/model';
import { useMarks } from '../app/queries';
import { useSearchSession } from '../search/search-session';
import { hitAt } from './hits';

export interface Hits {
  /** In all their pieces. */
  readonly hits: readonly MatchSpan[];
  /** The match last gone to; it stays the current one while the reader looks around. */
  readonly current: MatchSpan | null;
  /** False while they are still being looked for. */
  readonly known: boolean;
}

const none: readonly MatchSpan[] = [];

export function useHits(edition: EditionId, text: string | null, place: Place | null): Hits {
  const { list } = useSearchSession();
  // Those that the list left out were not come for.
  const { data } = useMarks(edition, text, list?.text === text ? list?.facets : undefined);
  const hits = text === null ? none : (data ?? none);
  const here = useMemo(() => hitAt(hits, place), [hits, place]);
  const [last, setLast] = useState(here);
  if (here !== null && here !== last) setLast(here);
  const current = here ?? (last !== null && hits.includes(last) ? last : null);
  return { hits, current, known: data !== undefined };
}
