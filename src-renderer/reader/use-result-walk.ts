/** Goes on from the last match of what is read to the next result of the list it was opened from, and back; and tells of it. */
import { InfiniteQueryObserver, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { MatchSpan, Place, SearchHit } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { announce } from '../app/announce';
import { currentView, replace } from '../app/navigation';
import type { View } from '../app/navigation';
import { editionQuery, marksQuery } from '../app/queries';
import { tellProblem } from '../app/undo';
import { formatPlainDay } from '../language/format-period';
import { titleWithoutHeadline } from '../search/hit-title';
import { resultBeside } from '../search/result-beside';
import type { Walked } from '../search/result-beside';
import { changeSession, currentSession, useSearchSession } from '../search/search-session';
import type { WalkNews } from '../search/search-session';
import { searchPages } from '../search/use-search-results';
import { firstPieces, hitsWithin } from './hits';
import { articleWithId } from './reading-order';

export interface ResultWalk {
  /** Null where no list led here: then there is nothing to go on to. */
  readonly goOn: ((step: 1 | -1) => void) | null;
  /** What the last step beyond an end came to, for as long as the reader stands where it led. */
  readonly said: string | null;
}

type Reading = Extract<View, { kind: 'edition' | 'article' }>;

/**
 * @param walked what `text` has been walked in, without where in the list it stands
 * @param at the match that is read, or the place in front where there are no matches
 */
export function useResultWalk(
  text: string | null,
  walked: { readonly edition: number } | { readonly articles: readonly number[] },
  at: Place | null,
): ResultWalk {
  const { t, i18n } = useTranslation('reader');
  const queryClient = useQueryClient();
  const { list, opened, news } = useSearchSession();
  const busy = useRef(false);
  const here = news !== null && at !== null && news.at.source === at.source && news.at.offset === at.offset;
  const said = here ? wordsOf(t, i18n.language, news) : null;
  if (text === null || list === null || list.text !== text) return { goOn: null, said: null };

  const tell = (told: WalkNews): void => {
    changeSession({ news: told });
    announce(wordsOf(t, i18n.language, told));
  };
  const walk = async (step: 1 | -1): Promise<void> => {
    const from = currentView();
    if (from.kind !== 'edition' && from.kind !== 'article') return;
    const of: Walked = 'edition' in walked ? { kind: 'edition', ...walked } : { kind: 'story', ...walked, opened };
    const beside = await findBeside(queryClient, list, of, step);
    const to = beside && (await viewOf(queryClient, from.kind, beside.hit, list, step));
    // Whoever has gone elsewhere meanwhile is not fetched from there.
    if (currentView() !== from) return;
    if (!to) {
      if (at) tell({ kind: step === 1 ? 'last' : 'first', at });
      return;
    }
    tell({ kind: step === 1 ? 'next' : 'previous', at: to.place, hit: beside.hit, form: to.kind });
    if (currentSession().text === text) changeSession({ opened: beside.index });
    replace(to);
  };
  const goOn = (step: 1 | -1): void => {
    if (busy.current) return;
    busy.current = true;
    void walk(step)
      .catch(tellProblem)
      .finally(() => {
        busy.current = false;
      });
  };
  return { goOn, said };
}

/** Asks for more of the list until it holds the result, or has ended. */
async function findBeside(
  queryClient: QueryClient,
  input: Input<'search.query'>,
  walked: Walked,
  step: 1 | -1,
): Promise<{ readonly hit: SearchHit; readonly index: number } | null> {
  const list = new InfiniteQueryObserver(queryClient, { ...searchPages(input), enabled: false });
  // Watched, the list is not forgotten while more of it comes in.
  const leave = list.subscribe(() => {});
  try {
    let now = list.getCurrentResult();
    for (;;) {
      const hits = now.data?.pages.flatMap((page) => page.hits) ?? [];
      const index = resultBeside(hits, walked, step);
      const hit = index === null ? undefined : hits[index];
      if (index !== null && hit) return { hit, index };
      if (now.data && !now.hasNextPage) return null;
      // oxlint-disable-next-line no-await-in-loop
      now = await list.fetchNextPage();
      if (now.error) throw now.error;
    }
  } finally {
    leave();
  }
}

/** Open at its first match, or at its last when walked backwards. */
async function viewOf(
  queryClient: QueryClient,
  kind: Reading['kind'],
  hit: SearchHit,
  { text: marked, facets }: Input<'search.query'>,
  step: 1 | -1,
): Promise<Reading & { readonly place: Place }> {
  const marks = await queryClient.fetchQuery(marksQuery(hit.edition, marked, facets));
  const placeIn = (matches: readonly MatchSpan[]): Place => {
    const match = firstPieces(matches).at(step === 1 ? 0 : -1);
    return match ? { source: match.source, offset: match.start } : hit.place;
  };
  if (kind === 'edition') return { kind, edition: hit.edition, place: placeIn(marks), marked };
  const edition = await queryClient.fetchQuery(editionQuery(hit.edition));
  const article = articleWithId(edition, hit.articleId);
  return {
    kind,
    edition: hit.edition,
    article: article?.id ?? hit.articleId,
    place: placeIn(article ? hitsWithin(article, marks) : []),
    marked,
  };
}

function wordsOf(t: TFunction<string>, language: string, news: WalkNews): string {
  if (!('hit' in news)) return t(`reader:result-${news.kind}`);
  const { hit, form } = news;
  const day = hit.date === null ? t('search:no-date') : formatPlainDay(hit.date, language);
  const edition = `${hit.paper ?? t('search:no-paper')} ${day}`;
  const words = { jump: (page: string) => t('search:jump-from', { page }), untitled: t('search:untitled') };
  const name = form === 'edition' ? edition : `${hit.headline ?? titleWithoutHeadline(hit, words)} · ${edition}`;
  return t(`reader:result-${news.kind}`, { name });
}
