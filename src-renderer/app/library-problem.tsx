/** The library could not be opened: what happened, where it lies, and what can be done. Nothing else is offered meanwhile. */
import { useTranslation } from 'react-i18next';
import type { AppInfo, ProblemData } from '../../src-main/contract/model';
import { BackupList } from '../settings/backups';
import '../settings/library-settings.css';
import './dialog.css';
import './problem-notice.css';
import { problemWords } from './problem-words';

export function LibraryProblem({
  info,
  problem,
  onRetry,
}: {
  readonly info: AppInfo;
  readonly problem: ProblemData;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('app');
  const { what, advice } = problemWords(t, problem);
  return (
    <main className="problem-page">
      <h1>{t('library-title')}</h1>
      <div role="alert">
        <p className="problem-what">{what}</p>
        <p className="problem-advice">{advice}</p>
      </div>
      <p className="problem-advice">{t('library-where', { library: info.library })}</p>
      <button type="button" className="app-button" onClick={onRetry}>
        {t('retry')}
      </button>
      {problem.code === 'library-damaged' && (
        <section aria-labelledby="library-backups">
          <h2 id="library-backups">{t('settings:backups')}</h2>
          <BackupList contents={null} />
        </section>
      )}
    </main>
  );
}
