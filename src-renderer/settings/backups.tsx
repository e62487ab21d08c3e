/** Backups: made now, listed, and put back after showing what they replace. Also where the library itself cannot be opened. */
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Backup, LibraryContents } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { ConfirmSlip } from '../app/confirm-slip';
import { useBackups, useRefreshBackups } from '../app/library-queries';
import { ProblemNotice } from '../app/problem-notice';
import { forgetDeeds } from '../app/undo';
import { arriveAnew } from '../app/use-arrival';
import { formatBytes, formatMoment } from '../language/format-period';
import { client } from '../link';
import { ALL_COUNTED, contentsWords } from './contents-words';
import { LibraryPart } from './library-part';
import { tellRestored } from './restored-note';

export function Backups({ contents }: { readonly contents: LibraryContents | null }) {
  const { t, i18n } = useTranslation('settings');
  const refresh = useRefreshBackups();
  const make = useMutation({
    mutationFn: () => client.call('backup.make', {}),
    onSuccess: async (backup) => {
      await refresh();
      announce(t('backup-made', { size: formatBytes(backup.bytes, i18n.language) }));
    },
  });
  return (
    <LibraryPart title={t('backups')}>
      <p className="settings-note">{t('backups-what')}</p>
      <button type="button" className="app-button" disabled={make.isPending} onClick={() => make.mutate()}>
        {t(make.isPending ? 'backup-running' : 'backup-now')}
      </button>
      {make.error && <ProblemNotice problem={make.error} />}
      <BackupList contents={contents} />
    </LibraryPart>
  );
}

/** @param contents of the library that a backup would replace; null where it cannot be told */
export function BackupList({ contents }: { readonly contents: LibraryContents | null }) {
  const { t, i18n } = useTranslation('settings');
  const { data: backups, error, refetch } = useBackups();
  const [restoring, setRestoring] = useState<Backup | null>(null);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!backups) return null;
  if (backups.length === 0) return <p className="library-quiet">{t('backups-none')}</p>;
  return (
    <>
      <ul className="library-list" aria-label={t('backups-list')}>
        {backups.map((backup) => {
          const when = formatMoment(backup.madeAt, i18n.language);
          return (
            <li key={backup.name}>
              <span>{when}</span>
              <span className="library-quiet">{t(`backup-${backup.reason}`)}</span>
              <span className="library-quiet">{contentsWords(t, backup, i18n.language, ['editions', 'articles'])}</span>
              <span className="library-quiet library-size">{formatBytes(backup.bytes, i18n.language)}</span>
              <button type="button" className="app-button" aria-label={t('restore-of', { when })} onClick={() => setRestoring(backup)}>
                {t('restore')}
              </button>
            </li>
          );
        })}
      </ul>
      {restoring && <RestoreSlip backup={restoring} contents={contents} onClose={() => setRestoring(null)} />}
    </>
  );
}

interface SlipProps {
  readonly backup: Backup;
  readonly contents: LibraryContents | null;
  readonly onClose: () => void;
}

function RestoreSlip({ backup, contents, onClose }: SlipProps) {
  const { t, i18n } = useTranslation('settings');
  const queryClient = useQueryClient();
  const lastImport = (of: LibraryContents) =>
    of.lastImport === null ? t('restore-empty') : t('restore-last', { when: formatMoment(of.lastImport, i18n.language) });
  return (
    <ConfirmSlip
      title={t('restore-title')}
      yes={t('restore-yes')}
      onYes={async () => {
        await client.call('backup.restore', { name: backup.name });
        forgetDeeds();
        tellRestored(backup);
        arriveAnew();
        // Nothing that was read before speaks of this library: it begins as at a start.
        await queryClient.resetQueries();
      }}
      onClose={onClose}
    >
      <dl className="library-compare">
        <dt>{t('restore-now')}</dt>
        <dd>
          {contents ? contentsWords(t, contents, i18n.language, ALL_COUNTED) : t('restore-unknown')}
          {contents && <span className="library-quiet"> {lastImport(contents)}</span>}
        </dd>
        <dt>{t('restore-then', { when: formatMoment(backup.madeAt, i18n.language) })}</dt>
        <dd>
          {contentsWords(t, backup, i18n.language, ALL_COUNTED)}
          <span className="library-quiet"> {lastImport(backup)}</span>
        </dd>
      </dl>
      <p>{t('restore-what')}</p>
    </ConfirmSlip>
  );
}
