/** How to ask: the query language with an example of each form. Its grammar is the library's (src-main/search). */
import { useTranslation } from 'react-i18next';
import { go } from '../app/navigation';
import { queryForms } from './query-words';

/** The view that shows it at length. */
export function openQueryHelp(): void {
  go({ kind: 'search', text: '', edition: null });
}

export function QueryHelp() {
  const { t } = useTranslation('search');
  return (
    <section className="query-help" aria-labelledby="query-help">
      <h2 id="query-help">{t('help')}</h2>
      <dl>
        {queryForms.map(({ example, words }) => (
          <div key={example} className="query-form">
            <dt>
              <button type="button" lang="zh-CN" onClick={() => go({ kind: 'search', text: example, edition: null })}>
                {example}
              </button>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help-note')}</p>
    </section>
  );
}
