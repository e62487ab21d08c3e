/** The library as a thing one can trust: where it lies and what is in it, looked through, backed up and put back. */
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LibraryCheck } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { useContents } from '../app/library-queries';
import { problemWords } from '../app/problem-words';
import { ProblemNotice } from '../app/problem-notice';
import { useAppInfo } from '../app/queries';
import { formatBytes } from '../language/format-period';
import { client } from '../link';
import { Backups } from './backups';
import { contentsWords } from './contents-words';
import { LibraryPart } from './library-part';
import { ExportLibrary } from './export-library';
import './library-settings.css';
import { Reread } from './reread';
import { SimilarGroups } from './similar-groups';
import { WatchFolders } from './watch-folders';

export function LibrarySettings() {
  const { t, i18n } = useTranslation('settings');
  const { data: info } = useAppInfo();
  const { data: contents, error, refetch } = useContents();
  return (
    <section aria-labelledby="settings-library">
      <h2 id="settings-library">{t('group-library')}</h2>
      {info?.problem && <ProblemNotice problem={info.problem} />}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      <dl className="settings-facts">
        {info && (
          <>
            <dt>{t('library')}</dt>
            <dd>{info.library}</dd>
          </>
        )}
        {contents && (
          <>
            <dt>{t('contents')}</dt>
            <dd>{contentsWords(t, contents, i18n.language)}</dd>
            <dt>{t('size')}</dt>
            <dd>{formatBytes(contents.bytes, i18n.language)}</dd>
          </>
        )}
        {info && (
          <>
            <dt>{t('version')}</dt>
            <dd>{t('version-value', { version: info.version, parser: info.parserVersion })}</dd>
          </>
        )}
      </dl>
      <Reread />
      <WatchFolders />
      <SimilarGroups />
      <Check files={contents?.sources ?? 0} />
      <Backups contents={contents ?? null} />
      <ExportLibrary />
    </section>
  );
}

function Check({ files }: { readonly files: number }) {
  const { t } = useTranslation('settings');
  /** With how many files there were then: others may have come in since. */
  const [shown, setShown] = useState<{ readonly found: LibraryCheck; readonly files: number } | null>(null);
  const check = useMutation({
    mutationFn: () => client.call('library.check', {}),
    onMutate: () => setShown(null),
    onSuccess: (found) => {
      setShown({ found, files });
      announce(checkWords(t, found, files));
    },
  });
  return (
    <LibraryPart title={t('check')}>
      <p className="settings-note">{t('check-what')}</p>
      <button type="button" className="app-button" disabled={check.isPending} onClick={() => check.mutate()}>
        {t(check.isPending ? 'check-running' : 'check-now')}
      </button>
      {check.error && <ProblemNotice problem={check.error} />}
      {shown && (
        <div className="library-result" data-bad={!shown.found.whole || shown.found.files.length > 0 || undefined}>
          <p>{checkWords(t, shown.found, shown.files)}</p>
          {shown.found.files.length > 0 && (
            <ul aria-label={t('check-files')}>
              {shown.found.files.map((file) => (
                <li key={file.source}>
                  {file.name}
                  <span className="library-quiet"> {t(`check-${file.fault}`)}</span>
                </li>
              ))}
            </ul>
          )}
          {!shown.found.whole && <p>{problemWords(t, { code: 'library-damaged' }).advice}</p>}
        </div>
      )}
    </LibraryPart>
  );
}

/** What was found, in one sentence. */
export function checkWords(t: (key: string, values?: Record<string, unknown>) => string, found: LibraryCheck, files: number): string {
  if (!found.whole) return t('check-damaged');
  if (found.files.length === 0) return t('check-well', { count: files });
  const lost = found.files.filter((file) => file.fault === 'bytes').length;
  if (lost > 0) return t('check-lost', { count: lost });
  const mended = found.files.filter((file) => file.fault === 'articles').length;
  return mended > 0 ? t('check-mended', { count: mended }) : t('check-newer', { count: found.files.length });
}
