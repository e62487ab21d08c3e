/**
 * What was put back, said in the footer’s row: the library that was in front is gone, and its views with it. It is over: what comes later takes its
 * place, and it leaves when the reader goes on.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { useView } from '../app/navigation';
import { hasNews, useUndo } from '../app/undo';
import '../app/undo-note.css';
import { useLeavingGoodNews } from '../importing/use-leaving-good-news';
import { formatMoment } from '../language/format-period';
import { contentsWords } from './contents-words';

let restored: Backup | null = null;
const listeners = new Set<() => void>();

/** Null once it has been seen. */
export function tellRestored(backup: Backup | null): void {
  restored = backup;
  for (const listener of listeners) listener();
}

const leave = () => tellRestored(null);

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
  const note = useRef<HTMLElement>(null);
  useLeavingGoodNews(note, backup !== null, leave);
  const later = hasNews(useUndo());
  useEffect(() => {
    if (later) leave();
  }, [later]);
  useLeavingWithReader(backup !== null);
  if (said === null) return null;
  return (
    <section ref={note} className="undo-note undo-note-beside undo-note-long" aria-label={t('restored-label')}>
      <span className="undo-said" title={said}>
        {said}
      </span>
      <button type="button" className="app-button" onClick={leave}>
        {t('app:close')}
      </button>
    </section>
  );
}

/** The first views come by themselves; those that follow what the reader does are where they went. */
function useLeavingWithReader(isShown: boolean): void {
  const view = useView();
  const last = useRef({ view, acts: false });
  useEffect(() => {
    if (!isShown) return undefined;
    const act = (): void => void (last.current.acts = true);
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    last.current.acts = false;
    for (const kind of kinds) window.addEventListener(kind, act, true);
    return () => kinds.forEach((kind) => window.removeEventListener(kind, act, true));
  }, [isShown]);
  useEffect(() => {
    if (last.current.view === view) return;
    last.current.view = view;
    if (last.current.acts) leave();
  }, [view]);
}
