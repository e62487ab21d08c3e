/** Everything taken out in open forms, into a folder the reader names. */
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTrash } from '../app/library-queries';
import { ProblemNotice } from '../app/problem-notice';
import { isRunning, useJob } from '../app/use-job';
import { client } from '../link';
import { FolderWay } from './folder-way';
import { LibraryPart } from './library-part';

export function ExportLibrary() {
  const { t, i18n } = useTranslation('settings');
  const job = useJob('export');
  const { data: trash = [] } = useTrash();
  const [into, setInto] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: (folder: string) => client.call('library.export', { folder }),
    onSuccess: ({ path }) => setInto(path),
  });
  const running = job !== null && isRunning(job);
  const number = new Intl.NumberFormat(i18n.language);
  const failed = job?.outcomes.find((outcome) => outcome.kind === 'failed');
  return (
    <LibraryPart title={t('export')}>
      <p className="settings-note">{t('export-what')}</p>
      {running ? (
        <>
          <progress className="library-progress" aria-label={t('export')} max={1} value={job.total ? job.done / job.total : undefined} />
          <p className="library-line">
            <span>{t('export-running', { done: number.format(job.done), total: number.format(job.total ?? 0) })}</span>
            <button type="button" className="app-button" onClick={() => void client.call('job.cancel', { job: job.id }).catch(() => {})}>
              {t('stop')}
            </button>
          </p>
        </>
      ) : (
        <FolderWay label={t('export-now')} busy={begin.isPending} refused={begin.error} onFolder={(folder) => begin.mutate(folder)} />
      )}
      {!running && failed?.kind === 'failed' && <ProblemNotice problem={failed.problem} />}
      {!running && job && !failed && (
        <output className="library-result">
          {job.state === 'done' ? (into === null ? t('export-done') : t('export-done-in', { path: into })) : t('export-stopped')}
          {job.state === 'done' && trash.length > 0 && ` ${t('export-trash', { count: trash.length })}`}
        </output>
      )}
    </LibraryPart>
  );
}
