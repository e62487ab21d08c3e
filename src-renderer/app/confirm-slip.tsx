/** Asks before what cannot be taken back. The way back has the keyboard first. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice';
import { Slip } from './slip';

interface Props {
  readonly title: string;
  readonly yes: string;
  /** The dialog closes when it is done; a failure is told in it. */
  readonly onYes: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ConfirmSlip({ title, yes, onYes, onClose, children }: Props) {
  const { t } = useTranslation('app');
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: unknown }>({ busy: false, problem: null });
  return (
    <Slip title={title} onClose={onClose}>
      {(close) => (
        <>
          <div className="dialog-what">{children}</div>
          {state.problem !== null && <ProblemNotice problem={state.problem} />}
          <div className="dialog-actions">
            <button type="button" className="app-button" data-first onClick={close}>
              {t('correct-cancel')}
            </button>
            <button
              type="button"
              className="app-button app-button-grave"
              disabled={state.busy}
              onClick={() => {
                setState({ busy: true, problem: null });
                onYes().then(close, (problem: unknown) => setState({ busy: false, problem }));
              }}
            >
              {yes}
            </button>
          </div>
        </>
      )}
    </Slip>
  );
}
