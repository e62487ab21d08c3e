/** What was just done and can be taken back, in the footer's row; the command stays when the note has gone. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { restoredEditions } from '../../src-main/contract/job-news';
import { client } from '../link';
import { announce } from './announce';
import { ProblemNotice } from './problem-notice';
import { editionOf, movesMade, useOfView } from './navigation';
import type { View } from './navigation';
import { forgetTrashing, isOf, isToldIn, leaveNote, leaveUndoNote, redoLast, undoLast, useUndo } from './undo';
import type { Deed } from './undo';
import './undo-note.css';
import { useCommand } from './use-command';

/** Time enough to read it and to reach it, in ms. It waits for as long as pointer or keyboard is on it. */
const shownFor = 20_000;
/** Time enough to read what asks for nothing. */
const noteShownFor = 8_000;

/** What was done, in words of the language of now. */
function useSay(): (deed: Deed) => string {
  const { t, i18n } = useTranslation();
  return useCallback((deed) => deed.said({ t, language: i18n.language }), [t, i18n.language]);
}

/** Another view, or another page of it. */
function whereOf(view: View): string {
  const place = view.kind === 'edition' ? view.place : null;
  return `${movesMade()} ${place ? `${place.source} ${place.offset}` : ''}`;
}

export function UndoNote() {
  const { t } = useTranslation('app');
  const say = useSay();
  const inFront = useOfView(editionOf);
  const where = useOfView(whereOf);
  useEffect(leaveNote, [where]);
  const { deeds, undone, told: toldLast, takenBack: takenBackLast, note, problem } = useUndo();
  const told = toldLast && isToldIn(toldLast, inFront) ? toldLast : null;
  const takenBack = takenBackLast && isToldIn(takenBackLast, inFront) ? takenBackLast : null;
  const isShown = told !== null || takenBack !== null || note !== null || problem !== null;
  const [held, setHeld] = useState(false);
  // What goes away from under the pointer is not left by it.
  if (held && !isShown) setHeld(false);
  const undo = () => void undoLast(inFront);
  const redo = () => void redoLast(inFront);
  useCommand(
    'edit.redo',
    redo,
    undone.some((deed) => isOf(deed, inFront)),
  );
  useCommand(
    'edit.undo',
    undo,
    deeds.some((deed) => isOf(deed, inFront)),
  );
  useEffect(() => client.listen('job', ({ outcomes }) => forgetTrashing(restoredEditions(outcomes))), []);
  useEffect(() => {
    if (told) announce(t('can-undo', { what: say(told) }));
  }, [told, t, say]);
  useEffect(() => {
    // Also while another view is in front: it does not wait for the reader to come back.
    if ((!toldLast && !takenBackLast && note === null) || held) return undefined;
    const timer = setTimeout(leaveUndoNote, note === null ? shownFor : noteShownFor);
    return () => clearTimeout(timer);
  }, [toldLast, takenBackLast, note, held]);
  useEffect(() => {
    if (takenBack) announce(t('undone', { what: say(takenBack) }));
  }, [takenBack, t, say]);
  useEffect(() => {
    if (note !== null) announce(note);
  }, [note]);
  if (!isShown) return null;
  return (
    // It takes no press itself: it only stays while pointer or keyboard is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={problem === null ? 'undo-note undo-note-beside' : 'undo-note'}
      aria-label={t('undo-label')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {problem !== null ? (
        <ProblemNotice problem={problem} />
      ) : (
        <>
          <span className="undo-said">{told ? say(told) : takenBack ? t('undone', { what: say(takenBack) }) : note}</span>
          {told && (
            <button type="button" className="app-button" onClick={undo}>
              {t('undo')}
            </button>
          )}
          {!told && takenBack && (
            <button type="button" className="app-button" onClick={redo}>
              {t('redo')}
            </button>
          )}
        </>
      )}
      <button type="button" className="app-button" onClick={leaveUndoNote}>
        {t('close')}
      </button>
    </section>
  );
}

/** The same within a dialog, which covers the footer. */
export function UndoLine() {
  const { t } = useTranslation('app');
  const say = useSay();
  const { deeds, told, takenBack, problem } = useUndo();
  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (takenBack)
    return (
      <p className="undo-line">
        <span>{t('undone', { what: say(takenBack) })}</span>
        <button type="button" className="app-button" onClick={() => void redoLast(null)}>
          {t('redo')}
        </button>
      </p>
    );
  if (!told || deeds.at(-1) !== told) return null;
  return (
    <p className="undo-line">
      <span>{say(told)}</span>
      <button type="button" className="app-button" onClick={() => void undoLast(null)}>
        {t('undo')}
      </button>
    </p>
  );
}
