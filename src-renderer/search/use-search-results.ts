/** A query's hits, fifty at a time, as narrowed and ordered by the session. */
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { EditionId, FacetName } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { client } from '../link';
import type { AskedSearch } from './kept-searches';
import type { Facets, SearchSession } from './search-session';

const pageSize = 50;
/** How often a library that is rebuilding its index is asked again. */
const rebuildingMs = 1500;

export function inputOf(
  text: string,
  edition: EditionId | null,
  { sort, facets }: Pick<SearchSession, 'sort' | 'facets'>,
): Input<'search.query'> {
  return { text: text.trim(), sort, facets: copyFacets(facets), ...(edition === null ? {} : { edition }) };
}

/** How many articles a search finds: what a kept search counts. */
export async function countOf({ text, edition, facets }: AskedSearch): Promise<number> {
  return (await client.call('search.query', { ...inputOf(text, edition, { sort: 'newest', facets }), limit: 0 })).total;
}

function copyFacets(facets: Facets): Partial<Record<FacetName, string[]>> {
  return Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
}

export const searchPages = (input: Input<'search.query'>) =>
  infiniteQueryOptions({
    queryKey: ['search', 'pages', input],
    queryFn: ({ pageParam }) => client.call('search.query', { ...input, limit: pageSize, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) => {
      const next = offset + last.hits.length;
      return last.hits.length > 0 && next < last.total ? next : undefined;
    },
  });

export function useSearchResults(input: Input<'search.query'>) {
  return useInfiniteQuery({
    ...searchPages(input),
    enabled: input.text !== '',
    // The last hits stay in sight until the new ones are there: a list must not blink at every keystroke.
    placeholderData: (previous) => previous,
    refetchInterval: (query) => (query.state.data?.pages[0]?.state === 'rebuilding' ? rebuildingMs : false),
  });
}

/** How many articles of all papers a search finds that found nothing in its edition; undefined until it is known, 0 where it went through all papers. */
export function useElsewhere(text: string, edition: EditionId | null): number | undefined {
  const { data } = useQuery({
    queryKey: ['search', 'elsewhere', text],
    queryFn: () => countOf({ text, edition: null, facets: {} }),
    enabled: edition !== null,
  });
  return edition === null ? 0 : data;
}

/** The edition, where a search finds something in it; else all papers. */
export async function scopeThatFinds(text: string, edition: EditionId | null): Promise<EditionId | null> {
  return edition !== null && (await countOf({ text, edition, facets: {} })) > 0 ? edition : null;
}
