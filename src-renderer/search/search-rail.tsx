/** What narrows a search, and the searches kept. Shown in the side panel, whatever view is in front. */
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId, FacetCount, FacetName } from '../../src-main/contract/model';
import { go, replace, useView } from '../app/navigation';
import { useEditions } from '../app/queries';
import { plainLabel } from '../sections/plain-label';
import { editionName } from '../shelf/edition-name';
import { facetWords, narrowedWords } from './facet-words';
import { focusResultsAfterMouse, focusResultsToCome } from './focus-results';
import { askedBy, keyOfSearch } from './kept-searches';
import { openQueryHelp, QueryHelp } from './query-help';
import './search-rail.css';
import { changeSession, clearFacet, facetNames, toggleFacet, useSearchSession } from './search-session';
import type { SavedSearch } from './kept-searches';
import { useKeptSearches } from './use-kept-searches';
import { countOf, inputOf, useSearchResults } from './use-search-results';

/** Rows of a facet shown at once; the counts are ordered, so the rest matters least. */
const mostRows = 8;
/** One edition has one of each. */
const ofEditions: ReadonlySet<FacetName> = new Set(['paper', 'month']);

export function SearchRail() {
  const view = useView();
  const session = useSearchSession();
  const text = view.kind === 'search' ? view.text.trim() : '';
  const edition = view.kind === 'search' ? view.edition : null;
  const { data } = useSearchResults(inputOf(text, edition, session));
  const facets = text === '' ? undefined : data?.pages[0]?.facets;
  return (
    <>
      {text !== '' && <Scope />}
      {facets &&
        facetNames
          .filter((name) => edition === null || !ofEditions.has(name))
          .map((name) => <Facet key={name} name={name} counts={facets[name]} total={data?.pages[0]?.total ?? 0} />)}
      <Kept />
      <Help />
    </>
  );
}

/** This edition or all of them; where the search came from no edition, there is nothing to choose, and it says so. */
function Scope() {
  const { t } = useTranslation('search');
  const view = useView();
  const session = useSearchSession();
  if (view.kind !== 'search') return null;
  const here = view.edition ?? session.edition;
  return (
    <section>
      <h2 className="rail-heading">{t('scope')}</h2>
      <ul className="rail-group">
        {(here === null ? [null] : [here, null]).map((edition) => (
          <li key={String(edition)}>
            <button
              type="button"
              className="rail-row"
              aria-pressed={view.edition === edition}
              onClick={(event) => {
                changeSession({ edition: here, facets: {} });
                replace({ ...view, edition });
                focusResultsAfterMouse(event);
              }}
            >
              <span>{t(edition === null ? 'scope-all' : 'scope-here')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before a search, how to ask; beside one, the way there. */
function Help() {
  const { t } = useTranslation('search');
  const view = useView();
  if (view.kind !== 'search') return <QueryHelp />;
  if (view.text.trim() === '') return null;
  return (
    <p className="search-rail-help">
      <button type="button" className="app-button" onClick={openQueryHelp}>
        {t('help')}
      </button>
    </p>
  );
}

interface FacetProps {
  readonly name: FacetName;
  readonly counts: readonly FacetCount[];
  /** Articles found under all that is chosen. */
  readonly total: number;
}

function Facet({ name, counts, total }: FacetProps) {
  const { t, i18n } = useTranslation('search');
  const [showsAll, setShowsAll] = useState(false);
  const { facets } = useSearchSession();
  const chosen = facets[name] ?? [];
  // Months come in order of time: in a list the latest are wanted first.
  const ordered = name === 'month' ? counts.filter(({ count }) => count > 0).toReversed() : counts;
  const most = showsAll ? ordered.length : mostRows;
  // What has none stands last, and stands there however many rows come before it.
  const isKept = ({ value }: FacetCount): boolean => chosen.includes(value) || (value === '' && name !== 'month');
  const shown = [...ordered.slice(0, most), ...ordered.slice(most).filter(isKept)];
  const rest = ordered.length - shown.length;
  // Two labels that only their ornaments tell apart keep them.
  const labelOf = (value: string): string => {
    const plain = facetWords(t, i18n.language, name, value);
    return name === 'section' && counts.some((one) => one.value !== value && plainLabel(one.value) === plain) ? value : plain;
  };
  if (shown.length === 0 && chosen.length === 0) return null;
  const lost = chosen.filter((value) => !shown.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
  return (
    <section>
      <h2 className="rail-heading">{t(`facet-${name}`)}</h2>
      <ul className="rail-group">
        <li>
          <button
            type="button"
            className="rail-row"
            aria-pressed={chosen.length === 0}
            onClick={(event) => {
              changeSession({ facets: clearFacet(facets, name) });
              focusResultsAfterMouse(event);
            }}
          >
            <span>{t('facet-all')}</span>
            {chosen.length === 0 && <span className="search-rail-count">{total}</span>}
          </button>
        </li>
        {[...shown, ...lost].map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              className="rail-row"
              aria-pressed={chosen.includes(value)}
              onClick={(event) => {
                changeSession({ facets: toggleFacet(facets, name, value) });
                focusResultsAfterMouse(event);
              }}
            >
              <FacetValue name={name} label={labelOf(value)} isUnnamed={value === ''} />
              <span className="search-rail-count">{count}</span>
            </button>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button type="button" className="rail-row search-rail-rest" onClick={() => setShowsAll(true)}>
              {t('facet-rest', { count: rest })}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

function FacetValue({ name, label, isUnnamed }: { readonly name: FacetName; readonly label: string; readonly isUnnamed: boolean }) {
  if (name === 'kind' || name === 'month' || isUnnamed) return <span>{label}</span>;
  return (
    <span lang="zh-CN" className="search-rail-value">
      {label}
    </span>
  );
}

function Kept() {
  const { t } = useTranslation('search');
  const { recent, saved, forgetRecent } = useKeptSearches();
  return (
    <>
      {saved.length > 0 && (
        <section>
          <h2 className="rail-heading">{t('saved')}</h2>
          <Saved saved={saved} />
        </section>
      )}
      {recent.length > 0 && (
        <section className="search-rail-recent">
          <h2>{t('recent')}</h2>
          <ul>
            {recent.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  lang="zh-CN"
                  onClick={() => {
                    go({ kind: 'search', text, edition: null });
                    focusResultsToCome();
                  }}
                >
                  {text}
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="search-rail-forget" onClick={forgetRecent}>
            {t('forget')}
          </button>
        </section>
      )}
    </>
  );
}

function Saved({ saved }: { readonly saved: readonly SavedSearch[] }) {
  const { t, i18n } = useTranslation('search');
  const { save, drop } = useKeptSearches();
  const { data: editions = [] } = useEditions(saved.some(({ edition }) => edition !== undefined));
  const totals = useQueries({
    queries: saved.map((one) => ({
      queryKey: ['search', 'total', keyOfSearch(askedBy(one))],
      queryFn: () => countOf(askedBy(one)),
    })),
  });
  const paperOf = (edition: EditionId): string => {
    const paper = editions.find(({ id }) => id === edition);
    return paper ? editionName(t, paper, i18n.language) : t('scope-here');
  };
  return (
    <ul className="rail-group">
      {saved.map((one, index) => {
        const asked = askedBy(one);
        const { text, edition, facets } = asked;
        const total = totals[index]?.data ?? one.seen;
        const fresh = Math.max(0, total - one.seen);
        const scope = [...(edition === null ? [] : [paperOf(edition)]), ...narrowedWords(t, i18n.language, facets)].join(' · ');
        return (
          <li key={keyOfSearch(asked)} className="search-saved">
            <button
              type="button"
              className="rail-row"
              onClick={() => {
                save(asked, total);
                changeSession({ text, facets, opened: null });
                go({ kind: 'search', text, edition });
                focusResultsToCome();
              }}
            >
              <span className="search-rail-value">
                <span lang="zh-CN">{text}</span>
                {scope !== '' && <span className="search-saved-scope">{scope}</span>}
              </span>
              <span className={fresh > 0 ? 'search-rail-new' : 'search-rail-count'}>{fresh > 0 ? t('new', { count: fresh }) : total}</span>
            </button>
            <button
              type="button"
              className="search-saved-drop"
              aria-label={t('drop', { text: scope === '' ? text : `${text} · ${scope}` })}
              onClick={() => drop(asked)}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
