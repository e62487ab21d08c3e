/** Puts all files of one edition into another. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId, EditionSummary } from '../../src-main/contract/model';
import { ProblemNotice } from '../app/problem-notice';
import { useEditions } from '../app/queries';
import { Slip } from '../app/slip';
import { EditionChoice } from './edition-choice';
import { merge } from './edition-deeds';
import { nameInSentence } from './edition-name';
import './edition-slips.css';

export function MergeSlip({ edition, onClose }: { readonly edition: EditionSummary; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('shelf');
  const { data: editions = [] } = useEditions();
  const [into, setInto] = useState<EditionId | null>(null);
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: unknown }>({ busy: false, problem: null });
  const target = editions.find((one) => one.id === into);
  return (
    <Slip title={t('merge-title', { name: nameInSentence(t, edition, i18n.language) })} className="dialog-wide" onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!target || state.busy) return;
            setState({ busy: true, problem: null });
            merge(edition, target).then(close, (problem: unknown) => setState({ busy: false, problem }));
          }}
        >
          <p className="edition-slip-what">{t('merge-what')}</p>
          <EditionChoice editions={editions} to={edition} label={t('merge-into')} chosen={into} onChoose={setInto} />
          {state.problem !== null && <ProblemNotice problem={state.problem} />}
          <div className="dialog-actions">
            <button type="submit" className="app-button" disabled={!target || state.busy}>
              {t('merge-yes')}
            </button>
            <button type="button" className="app-button" onClick={close}>
              {t('app:correct-cancel')}
            </button>
          </div>
        </form>
      )}
    </Slip>
  );
}
