/** Says that a query is the name of a paper on the shelf: its editions to open, and the query that searches in it. */
import { useTranslation } from 'react-i18next';
import { go } from '../app/navigation';
import { formatPlainDay } from '../language/format-period';
import { changeFilter } from '../shelf/shelf-session';
import type { PaperNamed } from './papers-named';
import { queryOfSuggestion } from './query-words';

/** The rest is on the shelf. */
const mostEditions = 6;

export function NamedPapers({ papers }: { readonly papers: readonly PaperNamed[] }) {
  const { t, i18n } = useTranslation('search');
  return papers.map(({ paper, editions }) => {
    const query = queryOfSuggestion({ kind: 'paper', text: paper });
    return (
      <p key={paper} className="search-note search-paper">
        <span>
          {t('is-paper')} <b lang="zh-CN">{paper}</b>
        </span>
        {editions.slice(0, mostEditions).map(({ id, date }) => (
          <button
            key={id}
            type="button"
            className="app-button"
            onClick={() => go({ kind: 'edition', edition: id, place: null, marked: null })}
          >
            {date.value === null ? t('app:date-unknown') : formatPlainDay(date.value, i18n.language)}
          </button>
        ))}
        {editions.length > mostEditions && (
          <button
            type="button"
            className="app-button"
            onClick={() => {
              changeFilter({ paper });
              go({ kind: 'shelf' });
            }}
          >
            {t('all-of-paper', { count: editions.length })}
          </button>
        )}
        <button type="button" className="app-button" lang="zh-CN" onClick={() => go({ kind: 'search', text: query, edition: null })}>
          {query}
        </button>
      </p>
    );
  });
}
