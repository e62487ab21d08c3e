/** The query as a headline with its figures, and how the list is shown and taken along. */
import { useTranslation } from 'react-i18next';
import type { SearchHit, SearchResult, SearchSort } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { useChangeSettings, useSettings } from '../app/queries';
import { tellProblem } from '../app/undo';
import { focusResultsAfterMouse } from './focus-results';
import { isSameSearch } from './kept-searches';
import type { AskedSearch } from './kept-searches';
import { SearchExport } from './search-export';
import { changeSession, useSearchSession } from './search-session';
import { useKeptSearches } from './use-kept-searches';
import { countOf } from './use-search-results';

const sorts: readonly SearchSort[] = ['relevance', 'newest', 'oldest'];
const forms = ['passages', 'list'] as const;

interface Props {
  readonly text: string;
  readonly edition: number | null;
  readonly input: Input<'search.query'>;
  readonly result: SearchResult | undefined;
  readonly hits: readonly SearchHit[];
}

export function SearchHeader({ text, edition, input, result, hits }: Props) {
  const { t } = useTranslation('search');
  const session = useSearchSession();
  const { searchForm } = useSettings();
  const { mutate } = useChangeSettings();
  const { saved, save, drop } = useKeptSearches();
  const asked: AskedSearch = { text, edition, facets: session.facets };
  const isSaved = saved.some((one) => isSameSearch(one, asked));
  const total = result?.total ?? 0;
  const keep = () => {
    countOf(asked).then((seen) => save(asked, seen), tellProblem);
  };
  return (
    <header className="search-head">
      <h1 className="search-query" tabIndex={-1}>
        <span className="visually-hidden">{t('label')}: </span>
        <span lang="zh-CN">{text}</span>
      </h1>
      <p className="search-figures">{result && <Figures result={result} hits={hits} />}</p>
      <div className="search-tools">
        <fieldset className="search-choices" aria-label={t('sort')}>
          {sorts.map((sort) => (
            <button
              key={sort}
              type="button"
              className="search-choice"
              aria-pressed={session.sort === sort}
              onClick={(event) => {
                changeSession({ sort });
                focusResultsAfterMouse(event);
              }}
            >
              {t(`sort-${sort}`)}
            </button>
          ))}
        </fieldset>
        <fieldset className="search-choices" aria-label={t('form')}>
          {forms.map((form) => (
            <button
              key={form}
              type="button"
              className="search-choice"
              aria-pressed={searchForm === form}
              onClick={(event) => {
                mutate({ searchForm: form });
                focusResultsAfterMouse(event);
              }}
            >
              {t(`form-${form}`)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="search-choice search-save" aria-pressed={isSaved} onClick={() => (isSaved ? drop(asked) : keep())}>
          {/* As wide for either word: what stands beside it must not move. */}
          {(['save', 'saved-already'] as const).map((word) => (
            <span key={word} className={(word === 'save') === isSaved ? 'search-save-other' : undefined}>
              {t(word)}
            </span>
          ))}
        </button>
        <SearchExport asked={asked} input={input} hasHits={total > 0} />
      </div>
    </header>
  );
}

function Figures({ result, hits }: { readonly result: SearchResult; readonly hits: readonly SearchHit[] }) {
  const { t, i18n } = useTranslation('search');
  const number = new Intl.NumberFormat(i18n.language);
  const complete = hits.length >= result.total;
  const matches = hits.reduce((sum, hit) => sum + hit.matchCount, 0);
  const chosen = useSearchSession().facets.paper ?? [];
  // Papers are counted as if none were chosen among them.
  const papers = result.facets.paper.filter(
    ({ value, count }) => value !== '' && count > 0 && (chosen.length === 0 || chosen.includes(value)),
  ).length;
  return (
    <>
      {papers > 0 && <span>{t('figure-papers', { count: papers })}</span>}
      <span>{t('figure-articles', { count: result.total, number: number.format(result.total) })}</span>
      {complete && matches > 0 && <span>{t('figure-matches', { count: matches, number: number.format(matches) })}</span>}
    </>
  );
}
