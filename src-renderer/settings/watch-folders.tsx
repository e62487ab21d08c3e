/** Folders whose new files come in by themselves. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../app/announce';
import { ProblemNotice } from '../app/problem-notice';
import { formatMoment } from '../language/format-period';
import { client } from '../link';
import { FolderWay } from './folder-way';
import { LibraryPart } from './library-part';

/** How often what waits in them is looked at again while this is in sight, in ms. */
const lookAgain = 3_000;

export function WatchFolders() {
  const { t, i18n } = useTranslation('settings');
  const queryClient = useQueryClient();
  const {
    data: folders,
    error,
    refetch,
  } = useQuery({
    queryKey: ['watched'],
    queryFn: () => client.call('watch.list', {}),
    refetchInterval: lookAgain,
  });
  const keep = (now: typeof folders) => queryClient.setQueryData(['watched'], now);
  const add = useMutation({
    mutationFn: (path: string) => client.call('watch.add', { path }),
    onSuccess: (now, path) => {
      keep(now);
      announce(t('watch-added', { path }));
    },
  });
  const remove = useMutation({
    mutationFn: (path: string) => client.call('watch.remove', { path }),
    onSuccess: (now, path) => {
      keep(now);
      announce(t('watch-removed', { path }));
    },
  });
  return (
    <LibraryPart title={t('watch')}>
      <p className="settings-note">{t('watch-what')}</p>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {folders && folders.length > 0 && (
        <ul className="library-list library-folders" aria-label={t('watch')}>
          {folders.map((folder) => (
            <li key={folder.path}>
              <span className="library-path">{folder.path}</span>
              <span className={folder.state === 'unreachable' ? 'library-quiet library-bad' : 'library-quiet'}>
                {folder.state === 'unreachable'
                  ? t('watch-unreachable')
                  : folder.waiting > 0
                    ? t('watch-waiting', { count: folder.waiting })
                    : folder.lastImport === null
                      ? t('watch-nothing')
                      : t('watch-last', { when: formatMoment(folder.lastImport, i18n.language) })}
              </span>
              <button
                type="button"
                className="app-button"
                aria-label={t('watch-remove-of', { path: folder.path })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(folder.path)}
              >
                {t('watch-remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FolderWay label={t('watch-add')} busy={add.isPending} refused={add.error} onFolder={(path) => add.mutate(path)} />
      {remove.error && <ProblemNotice problem={remove.error} />}
    </LibraryPart>
  );
}
