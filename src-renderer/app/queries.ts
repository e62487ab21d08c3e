/**
 * Everything a view reads from the library or asks of it, as hooks over the client; fresh whenever the library says it changed.
 * Every hook's `error` is a `Problem`. Not for wording problems: see problem-words.ts.
 */
import { QueryClient, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Query } from '@tanstack/react-query';
import { DEFAULT_SETTINGS } from '../../src-main/contract/model';
import type { EditionId, Settings, SourceId, SourceText } from '../../src-main/contract/model';
import type { Events, Input, OperationName, Output } from '../../src-main/contract/operations';
import type { Problem } from '../../src-main/contract/problem';
import { client } from '../link';
import { withPlainColumns } from '../search/plain-columns';
import { libraryChanges } from './first-answers';
import { tellProblem } from './undo';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}

type MarksFacets = NonNullable<Input<'search.marks'>['facets']>;

/** Keys of everything cached; the first word says what kind of change makes it stale. */
export const keys = {
  info: ['info'],
  settings: ['settings'],
  editions: ['editions'],
  edition: (edition: EditionId) => ['edition', edition],
  source: (source: SourceId) => ['source', source],
  bookmarks: ['bookmarks'],
  search: (input: Input<'search.query'>) => ['search', input],
  suggest: (input: Input<'search.suggest'>) => ['suggest', input],
  marks: (edition: EditionId, text: string, facets: MarksFacets = {}) => ['marks', edition, text, facets],
} as const;

/** Milliseconds. */
const suggestionsAskedAgain = 300;

/** The host is this machine: nothing goes stale by time, and asking again at once would fail the same way. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 10 * 60_000, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

const ofEveryEdition: ReadonlySet<unknown> = new Set([
  'editions',
  'bookmarks',
  'search',
  'suggest',
  'source',
  'trash',
  'contents',
  'outdated',
  'corrections',
  'similar',
]);
const ofOneEdition: ReadonlySet<unknown> = new Set(['edition', 'marks']);

/** Marks as stale what a change of these editions touches. */
export function refresh(queryClient: QueryClient, change: Events['library.changed']): void {
  const predicate = ({ queryKey: [kind, edition] }: Query): boolean =>
    ofEveryEdition.has(kind) ||
    // Only what may concern everything may concern the library's file.
    (kind === 'info' && change.editions === null) ||
    (ofOneEdition.has(kind) && (change.editions === null || change.editions.includes(edition as EditionId)));
  // A first answer under way may have been given before the change, and would count as fresh once it is here.
  const underWay = queryClient
    .getQueryCache()
    .findAll({ predicate, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  void queryClient.invalidateQueries({ predicate });
  for (const { promise, queryKey } of underWay)
    void promise?.catch(() => {}).then(() => queryClient.invalidateQueries({ queryKey, exact: true }));
}

/** Keeps the cache fresh until the returned function is called, from what the first answers said on. */
export function followLibrary(queryClient: QueryClient): () => void {
  return libraryChanges.follow((change) => refresh(queryClient, change));
}

export const useAppInfo = () => useQuery({ queryKey: keys.info, queryFn: () => client.call('app.info', {}) });

/** The whole shelf, which is long after ten years: only `wanted` where it is shown. */
export const useEditions = (wanted = true) =>
  useQuery({ queryKey: keys.editions, queryFn: () => client.call('library.editions', {}), enabled: wanted });

export const editionQuery = (edition: EditionId) => ({
  queryKey: keys.edition(edition),
  queryFn: () => client.call('edition.read', { edition }),
});

export const useEdition = (edition: EditionId | null) => useQuery({ ...editionQuery(edition ?? 0), enabled: edition !== null });

export const sourceQuery = (source: SourceId) => ({ queryKey: keys.source(source), queryFn: () => client.call('source.read', { source }) });

export const useSource = (source: SourceId | null) => useQuery({ ...sourceQuery(source ?? 0), enabled: source !== null });

/** Those of them that are there by now. */
export const useSources = (sources: readonly SourceId[]): readonly SourceText[] =>
  useQueries({ queries: sources.map(sourceQuery) }).flatMap(({ data }) => data ?? []);

export const useBookmarks = () => useQuery({ queryKey: keys.bookmarks, queryFn: () => client.call('bookmark.list', {}) });

/** The last result stays in sight while the next one is on its way (`isPlaceholderData`). */
export const useSearch = (input: Input<'search.query'>) =>
  useQuery({
    queryKey: keys.search(input),
    queryFn: () => client.call('search.query', input),
    enabled: input.text.trim() !== '',
    placeholderData: (previous) => previous,
  });

/** Asked again as long as the library is still reading in what it suggests, which is so for the first that are asked for. */
export const useSuggestions = (input: Input<'search.suggest'>) =>
  useQuery({
    queryKey: keys.suggest(input),
    queryFn: async () => withPlainColumns(await client.call('search.suggest', input)),
    enabled: input.text.trim() !== '',
    refetchInterval: ({ state }) => (state.data?.complete === false ? suggestionsAskedAgain : false),
    placeholderData: (previous) => previous,
  });

/** Matches of `text` in one edition, in edition order. @param facets what narrows the list that they are looked at from */
export const marksQuery = (edition: EditionId, text: string, facets: MarksFacets = {}) => ({
  queryKey: keys.marks(edition, text, facets),
  queryFn: () => client.call('search.marks', { edition, text, facets }),
});

export const useMarks = (edition: EditionId | null, text: string | null, facets?: MarksFacets) =>
  useQuery({
    ...marksQuery(edition ?? 0, text ?? '', facets),
    enabled: edition !== null && text !== null && text.trim() !== '',
  });

/** The reader's settings; the defaults until they are read. */
export function useSettings(): Settings {
  const { data } = useQuery({ queryKey: keys.settings, queryFn: () => client.call('settings.read', {}) });
  return data ?? DEFAULT_SETTINGS;
}

/** Shows a changed setting at once and keeps it; a refused one goes back, and is told. */
export function useChangeSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: keys.settings,
    // One after the other: answers that overtake each other would take a change back.
    scope: { id: 'settings' },
    mutationFn: (change: Partial<Settings>) =>
      client.call('settings.write', { ...change, ...(change.keys ? { keys: { ...change.keys } } : {}) }),
    onMutate: (change) => {
      const before = queryClient.getQueryData<Settings>(keys.settings);
      queryClient.setQueryData<Settings>(keys.settings, { ...DEFAULT_SETTINGS, ...before, ...change });
      return { before };
    },
    onError: (problem, _change, context) => {
      queryClient.setQueryData<Settings>(keys.settings, context?.before);
      tellProblem(problem);
    },
    onSuccess: (settings) => {
      // Changes still waiting are shown already, and not yet in this answer.
      if (queryClient.isMutating({ mutationKey: keys.settings }) === 1) queryClient.setQueryData<Settings>(keys.settings, settings);
    },
  });
}

/** A mutation that calls one operation, and then makes stale what that operation changes, or tells why it did not. */
function useOperation<Name extends OperationName>(name: Name, touches: readonly string[]) {
  const queryClient = useQueryClient();
  return useMutation<Output<Name>, Problem, Input<Name>>({
    mutationFn: (input) => client.call(name, input),
    onSuccess: () => queryClient.invalidateQueries({ predicate: ({ queryKey: [kind] }) => touches.includes(String(kind)) }),
    onError: tellProblem,
  });
}

/** What can be asked for by bookmarks. */
const ofBookmarks = ['bookmarks', 'search', 'marks'];

export const useAddBookmark = () => useOperation('bookmark.add', ofBookmarks);
export const useRemoveBookmark = () => useOperation('bookmark.remove', ofBookmarks);
export const useRereadSource = () =>
  useOperation('source.reread', ['source', 'edition', 'editions', 'bookmarks', 'search', 'marks', 'suggest']);

/**
 * Nobody asked for it, and nobody is told when it fails. A shelf that came into view before it was kept shows it at once; search, where one
 * may ask for what is unread, when it is next opened.
 */
function useTrace<Name extends 'position.save' | 'edition.opened'>(operation: Name) {
  const queryClient = useQueryClient();
  return useMutation<null, Problem, Input<Name>>({
    mutationFn: (input) => client.call(operation, input),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: keys.editions });
      void queryClient.invalidateQueries({ queryKey: ['search'], refetchType: 'none' });
    },
  });
}

export const useSavePosition = () => useTrace('position.save');
export const useMarkOpened = () => useTrace('edition.opened');
