/** The library turned out to be damaged after it was opened: reading goes on, and the way to a backup is shown. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from './navigation';
import { problemWords } from './problem-words';
import { useAppInfo } from './queries';
import './undo-note.css';

export function DamageNote() {
  const { t } = useTranslation('app');
  const problem = useAppInfo().data?.problem ?? null;
  const [seen, setSeen] = useState(false);
  if (!problem || seen) return null;
  return (
    <section className="undo-note" role="alert" aria-label={t('library-title')}>
      <span className="undo-said">{problemWords(t, problem).what}</span>
      <button
        type="button"
        className="app-button"
        onClick={() => {
          setSeen(true);
          go({ kind: 'settings' });
        }}
      >
        {t('settings:backups')}
      </button>
      <button type="button" className="app-button" onClick={() => setSeen(true)}>
        {t('close')}
      </button>
    </section>
  );
}
