/** Before anything is typed: what was searched before, and how to ask. */
import { useTranslation } from 'react-i18next';
import { go } from '../app/navigation';
import { useGiveStatus } from '../app/status';
import { QueryHelp } from './query-help';
import './search-view.css';
import { useKeptSearches } from './use-kept-searches';

export function SearchStart() {
  const { t } = useTranslation('search');
  const { recent } = useKeptSearches();
  useGiveStatus(t('label'), [t('key-back')], null);
  return (
    <div className="search-view">
      <header className="search-head">
        <h1 className="search-query" tabIndex={-1}>
          {t('label')}
        </h1>
      </header>
      {recent.length > 0 && (
        <section className="search-recent" aria-labelledby="search-recent">
          <h2 id="search-recent">{t('recent')}</h2>
          <ul>
            {recent.map((text) => (
              <li key={text}>
                <button type="button" lang="zh-CN" onClick={() => go({ kind: 'search', text, edition: null })}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <QueryHelp />
    </div>
  );
}
