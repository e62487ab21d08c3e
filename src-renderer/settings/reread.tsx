/** Reading everything again with a newer parser: offered where there is something to gain, watched while it goes on. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOutdated } from '../app/library-queries';
import { ProblemNotice } from '../app/problem-notice';
import { isRunning, useJob } from '../app/use-job';
import { client } from '../link';
import { LibraryPart } from './library-part';

export function Reread() {
  const { t, i18n } = useTranslation('settings');
  const { data: outdated } = useOutdated();
  const job = useJob('reread');
  const begin = useMutation({ mutationFn: () => client.call('library.reread', {}) });
  const act = useMutation({ mutationFn: (name: 'job.pause' | 'job.resume' | 'job.cancel') => client.call(name, { job: job?.id ?? '' }) });
  const running = job !== null && isRunning(job);
  const left = outdated?.sources ?? 0;
  if (!running && left === 0 && job === null) return null;
  const number = new Intl.NumberFormat(i18n.language);
  const failed = job?.outcomes.filter((outcome) => outcome.kind === 'failed').length ?? 0;
  return (
    <LibraryPart title={t('reread')}>
      {running ? (
        <>
          <progress className="library-progress" aria-label={t('reread')} max={1} value={job.total ? job.done / job.total : undefined} />
          <p className="library-line">
            <span>
              {t(job.paused ? 'reread-paused' : 'reread-running', {
                done: number.format(job.done),
                total: number.format(job.total ?? 0),
              })}
            </span>
            <button type="button" className="app-button" onClick={() => act.mutate(job.paused ? 'job.resume' : 'job.pause')}>
              {t(job.paused ? 'resume' : 'pause')}
            </button>
            <button type="button" className="app-button" disabled={job.state === 'cancelling'} onClick={() => act.mutate('job.cancel')}>
              {t('stop')}
            </button>
          </p>
        </>
      ) : (
        <>
          {job && (
            <output className="library-result">
              {t(job.state === 'done' ? 'reread-done' : 'reread-stopped', {
                count: job.done - failed,
                shown: number.format(job.done - failed),
              })}
              {failed > 0 && ` ${t('reread-failed', { count: failed })}`}
            </output>
          )}
          {left > 0 && (
            <>
              <p className="settings-note">{t('reread-what', { count: left, shown: number.format(left) })}</p>
              <button type="button" className="app-button" disabled={begin.isPending} onClick={() => begin.mutate()}>
                {t('reread-now')}
              </button>
            </>
          )}
        </>
      )}
      {(begin.error ?? act.error) && <ProblemNotice problem={begin.error ?? act.error} />}
    </LibraryPart>
  );
}
