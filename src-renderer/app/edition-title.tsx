/** The open edition's paper, date and page. What was inferred says so, and can be confirmed or put right here. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { Edition, Fact } from '../../src-main/contract/model';
import { formatDay } from '../language/format-date';
import { announce } from './announce';
import { ProblemNotice } from './problem-notice';
import { useCorrectEdition } from './queries';
import { useCommand } from './use-command';

export function isInferred(fact: Fact<string>): boolean {
  return fact.value !== null && fact.judgement.rule !== CONFIRMED_RULE && fact.judgement.confidence !== 'certain';
}

export function EditionTitle({ edition }: { readonly edition: Edition }) {
  const { t, i18n } = useTranslation('app');
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState(0);
  const open = () => {
    setAsked((count) => count + 1);
    dialog.current?.showModal();
  };
  useCommand('edition.correct', open);

  const [first] = edition.pages;
  const last = edition.pages.at(-1);
  const pages = first === undefined ? null : last === first ? t('edition-page', { page: first }) : t('edition-pages', { first, last });
  const inferred = isInferred(edition.paper) || isInferred(edition.date);
  return (
    <>
      <button type="button" className="edition-title" aria-haspopup="dialog" title={t('command-correct')} onClick={open}>
        <span className="edition-paper" lang="zh-CN">
          {edition.paper.value ?? t('paper-unknown')}
        </span>
        <span className="edition-facts">
          {edition.date.value === null ? t('date-unknown') : formatDay(edition.date.value, i18n.language)}
          {pages !== null && ` · ${pages}`}
          {inferred && <span className="edition-inferred"> {t('fact-inferred')}</span>}
        </span>
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="correct-title">
        <CorrectForm key={asked} edition={edition} onDone={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

function CorrectForm({ edition, onDone }: { readonly edition: Edition; readonly onDone: () => void }) {
  const { t } = useTranslation('app');
  const [paper, setPaper] = useState(edition.paper.value ?? '');
  const [date, setDate] = useState(edition.date.value ?? '');
  const correct = useCorrectEdition();
  const save = (change: { readonly paper: string | null; readonly date: string | null }) =>
    correct.mutate(
      { edition: edition.id, ...change },
      {
        onSuccess: () => {
          announce(t('correct-saved'));
          onDone();
        },
      },
    );
  const unchanged = paper === (edition.paper.value ?? '') && date === (edition.date.value ?? '');
  const confirms = unchanged && (isInferred(edition.paper) || isInferred(edition.date));
  const because = (fact: Fact<string>, words: string) =>
    fact.value !== null && isInferred(fact) && <p className="dialog-note">{t(words, { confidence: t(fact.judgement.confidence) })}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save({ paper: paper.trim() === '' ? null : paper.trim(), date: date === '' ? null : date });
      }}
    >
      <h2 id="correct-title">{t('correct-title')}</h2>
      <label className="dialog-row">
        <span>{t('correct-paper')}</span>
        <input className="app-field" lang="zh-CN" value={paper} maxLength={100} onChange={(event) => setPaper(event.target.value)} />
      </label>
      {because(edition.paper, 'correct-because-paper')}
      <label className="dialog-row">
        <span>{t('correct-date')}</span>
        <input className="app-field" type="date" value={date} onChange={(event) => setDate(event.target.value)} />
      </label>
      {because(edition.date, 'correct-because-date')}
      {correct.error && <ProblemNotice problem={correct.error} />}
      <div className="dialog-actions">
        <button type="submit" className="app-button" disabled={unchanged && !confirms}>
          {t(confirms ? 'correct-confirm' : 'correct-save')}
        </button>
        {[edition.paper, edition.date].some((fact) => fact.judgement.rule === CONFIRMED_RULE) && (
          <button type="button" className="app-button" onClick={() => save({ paper: null, date: null })}>
            {t('correct-restore')}
          </button>
        )}
        <button type="button" className="app-button" onClick={onDone}>
          {t('correct-cancel')}
        </button>
      </div>
    </form>
  );
}
