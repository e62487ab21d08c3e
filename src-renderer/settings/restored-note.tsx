/** What was put back, said in the footer’s row until it has been seen: the library that was in front is gone, and its views with it. */
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import '../app/undo-note.css';
import { formatMoment } from '../language/format-period';
import { contentsWords } from './contents-words';

let restored: Backup | null = null;
const listeners = new Set<() => void>();

/** Null once it has been seen. */
export function tellRestored(backup: Backup | null): void {
  restored = backup;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function RestoredNote() {
  const { t, i18n } = useTranslation('settings');
  const backup = useSyncExternalStore(subscribe, () => restored);
  const said =
    backup && t('restored', { when: formatMoment(backup.madeAt, i18n.language), contents: contentsWords(t, backup, i18n.language) });
  useEffect(() => {
    if (said !== null) announce(said);
  }, [said]);
  if (said === null) return null;
  return (
    <section className="undo-note" aria-label={t('restored-label')}>
      <span className="undo-said" title={said}>
        {said}
      </span>
      <button type="button" className="app-button" onClick={() => tellRestored(null)}>
        {t('app:close')}
      </button>
    </section>
  );
}
