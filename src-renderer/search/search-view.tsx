/** What a query finds: the words asked for as a headline, and beneath it the articles. Not for typing: see search-field.tsx. */
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId, SearchHit, SearchResult, SuggestionList } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { go, useView } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useEditions, useSuggestions } from '../app/queries';
import { useGiveStatus } from '../app/status';
import { tellProblem } from '../app/undo';
import { focusResults } from './focus-results';
import { HitList } from './hit-list';
import { MonthChart } from './month-chart';
import { NamedPapers } from './named-papers';
import { papersNamed } from './papers-named';
import type { PaperNamed } from './papers-named';
import { openQueryHelp } from './query-help';
import { mayBePinyin, misreadingOf, namesPaper } from './query-words';
import type { Misreading } from './query-words';
import { SearchHeader } from './search-header';
import { changeSession, sessionFor, useSearchSession } from './search-session';
import { SearchStart } from './search-start';
import './search-view.css';
import { useKeptSearches } from './use-kept-searches';
import { inputOf, scopeThatFinds, useElsewhere, useSearchResults } from './use-search-results';
import { viewOfSuggestion } from './view-of-suggestion';

/** The figures are said when the typing has paused, not at every letter. */
const announceMs = 700;
const mostSpelt = 6;

export function SearchView() {
  const view = useView();
  if (view.kind !== 'search') return null;
  return view.text.trim() === '' ? <SearchStart /> : <Results text={view.text.trim()} edition={view.edition} />;
}

function Results({ text, edition }: { readonly text: string; readonly edition: number | null }) {
  const { t } = useTranslation('search');
  const session = useSearchSession();
  const { remember } = useKeptSearches();
  const input = inputOf(text, edition, session);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useSearchResults(input);
  const result = data?.pages[0];
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  const total = result?.total ?? 0;
  const current = data !== undefined && !isPlaceholderData;

  useEffect(() => sessionFor(text), [text]);

  function open(hit: SearchHit, place: SearchHit['place'], index: number): void {
    changeSession({ opened: index, list: input, news: null, openFirst: null });
    remember(text);
    // The page gets the keys, not the field that led to it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    go({ kind: 'edition', edition: hit.edition, place, marked: text });
  }

  const openRef = useRef(open);
  useEffect(() => {
    openRef.current = open;
  });
  const [first] = hits;
  const spelt = useSpelt(text, current && total === 0);
  useEffect(() => {
    if (!current || session.openFirst !== text || spelt?.complete === false) return;
    changeSession({ openFirst: null });
    const [only, other] = spelt?.suggestions ?? [];
    if (first) openRef.current(first, first.place, 0);
    // What is spelt out can mean but this one.
    else if (only && !other) go(viewOfSuggestion(only, text, edition));
    else announce(t('none', { text }));
  }, [current, session.openFirst, text, first, spelt, edition, t]);

  const { data: editions = [] } = useEditions();
  const papers = useMemo(() => papersNamed(editions, text, total > 0), [editions, text, total]);

  const said = !current
    ? ''
    : total === 0
      ? t(papers.length > 0 ? 'none-but-paper' : 'none', { text })
      : t('found-said', { count: total, text });
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => announce(said), announceMs);
    return () => clearTimeout(timer);
  }, [said]);

  const { suggesting } = session;
  const keys =
    suggesting === null ? (['choose', 'open', 'back'] as const) : (['suggest', `suggest-${suggesting}`, 'suggest-close'] as const);
  useGiveStatus(
    t('status', { text }),
    keys.map((key) => t(`key-${key}`)),
    null,
  );

  return (
    <div className="search-view" aria-busy={!current}>
      <SearchHeader text={text} edition={edition} input={input} result={result} hits={hits} />
      {error ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <>
          {result && <Notes text={text} edition={edition} result={result} />}
          {current && total > 0 && <NamedPapers papers={papers} />}
          {result && total > 0 && <MonthChart counts={result.facets.month} />}
          {current && result && total === 0 && <NothingFound text={text} result={result} edition={edition} spelt={spelt} papers={papers} />}
          <HitList
            hits={hits}
            text={text}
            session={session}
            expandAll={edition !== null || total <= 3}
            onOpen={open}
            onEnd={() => {
              if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
            }}
          />
        </>
      )}
    </div>
  );
}

function Notes({
  text,
  edition,
  result: { hint, fault, state, total, plain },
}: {
  readonly text: string;
  readonly edition: number | null;
  readonly result: SearchResult;
}) {
  const { t } = useTranslation('search');
  const session = useSearchSession();
  const narrowed = Object.values(session.facets).flat();
  const misreading = misreadingOf(text, total === 0);
  const searchAsMeant = ({ kind, instead }: Misreading) => {
    const search = (scope: EditionId | null) => go({ kind: 'search', text: instead, edition: scope });
    // One paper is of one day, and hardly of the one that is asked for.
    if (kind === 'meant-date') scopeThatFinds(instead, edition).then(search, tellProblem);
    else search(edition);
  };
  return (
    <>
      {state === 'rebuilding' && <p className="search-note search-note-mark">{t('rebuilding')}</p>}
      {hint === 'searched-as-text' && (
        <p className="search-note">
          {fault && t(`fault-${fault.kind}`, { at: fault.at })} {t('as-text', { text })}
        </p>
      )}
      {misreading && (
        <p className="search-note">
          {t(misreading.kind, { at: misreading.at })}{' '}
          <button type="button" className="app-button" lang="zh-CN" onClick={() => searchAsMeant(misreading)}>
            {misreading.instead}
          </button>
        </p>
      )}
      {plain && total > 0 && (
        <p className="search-note">
          {t('quotes-sought')}{' '}
          <button type="button" className="app-button" onClick={() => go({ kind: 'search', text: plain.text, edition })}>
            {t('search-plain', { words: plain.text, count: plain.total })}
          </button>
        </p>
      )}
      {narrowed.length > 0 && (
        <p className="search-note">
          {t('narrowed', { count: narrowed.length })}{' '}
          <button
            type="button"
            className="app-button"
            onClick={() => {
              changeSession({ facets: {} });
              // The button goes with what it takes back.
              focusResults();
            }}
          >
            {t('widen')}
          </button>
        </p>
      )}
    </>
  );
}

/** Null where what found nothing is no pinyin. */
function useSpelt(text: string, foundNothing: boolean): SuggestionList | null {
  const asked = foundNothing && mayBePinyin(text);
  const { data, isPlaceholderData } = useSuggestions({ text: asked ? text : '', limit: mostSpelt });
  if (!asked) return null;
  if (!data || isPlaceholderData) return { suggestions: [], complete: false };
  return { ...data, suggestions: data.suggestions.filter(({ text: one }) => /\p{Script=Han}/u.test(one)) };
}

function NothingFound({
  text,
  result: { plain, similar = [] },
  edition,
  spelt,
  papers,
}: {
  readonly text: string;
  readonly result: SearchResult;
  readonly edition: number | null;
  readonly spelt: SuggestionList | null;
  readonly papers: readonly PaperNamed[];
}) {
  const { t } = useTranslation('search');
  const elsewhere = useElsewhere(text, edition);
  const sounding = spelt?.suggestions ?? [];
  return (
    <div className="search-nothing">
      <p className="search-nothing-what">{t(papers.length > 0 ? 'none-but-paper' : 'none', { text })}</p>
      <NamedPapers papers={papers} />
      {papers.length === 0 && misreadingOf(text, true) === null && elsewhere !== undefined && (
        <p>
          {elsewhere > 0
            ? t('none-here', { count: elsewhere })
            : t(plain ? 'none-as-written' : namesPaper(text) ? 'none-of-paper' : 'none-advice')}
        </p>
      )}
      {plain && (
        <button type="button" className="app-button" onClick={() => go({ kind: 'search', text: plain.text, edition })}>
          {t('search-plain', { words: plain.text, count: plain.total })}
        </button>
      )}
      {edition !== null && elsewhere !== undefined && elsewhere > 0 && (
        <button
          type="button"
          className="app-button"
          onClick={() => {
            changeSession({ edition });
            go({ kind: 'search', text, edition: null });
          }}
        >
          {t('search-everywhere')}
        </button>
      )}
      <button type="button" className="app-button" onClick={openQueryHelp}>
        {t('help')}
      </button>
      {spelt && (sounding.length > 0 || (spelt.complete && similar.length === 0)) && (
        <p className="search-similar">
          {t(sounding.length > 0 ? 'pinyin-suggests' : 'pinyin-finds-none')}
          {sounding.map((suggestion) => (
            <button
              key={`${suggestion.kind} ${suggestion.text}`}
              type="button"
              className="app-button"
              lang="zh-CN"
              onClick={() => go(viewOfSuggestion(suggestion, text, edition))}
            >
              {suggestion.text}
            </button>
          ))}
        </p>
      )}
      {sounding.length === 0 && similar.length > 0 && (
        <p className="search-similar">
          {t('similar')}
          {similar.map((word) => (
            <button
              key={word}
              type="button"
              className="app-button"
              lang="zh-CN"
              onClick={() => go({ kind: 'search', text: word, edition })}
            >
              {word}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
