/** A failure in place of what could not be shown: never an empty list. */
import { useTranslation } from 'react-i18next';
import './problem-notice.css';
import { problemWords } from './problem-words';

export function ProblemNotice({ problem, onRetry }: { readonly problem: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation('app');
  const { what, advice } = problemWords(t, problem);
  return (
    <div className="problem" role="alert">
      <p className="problem-what">{what}</p>
      {advice !== '' && <p className="problem-advice">{advice}</p>}
      {onRetry && (
        <button type="button" className="app-button" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
