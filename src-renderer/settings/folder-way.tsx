/** Naming a folder: by the system's dialog where there is one, else by its path. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../app/problem-notice';
import { useAppInfo } from '../app/queries';
import { client } from '../link';

interface Props {
  /** Of the button. */
  readonly label: string;
  readonly busy: boolean;
  readonly onFolder: (path: string) => void;
}

export function FolderWay({ label, busy, onFolder }: Props) {
  const { t } = useTranslation('settings');
  const host = useAppInfo().data?.host;
  const [path, setPath] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  if (host === 'electron')
    return (
      <>
        <button
          type="button"
          className="app-button"
          disabled={busy}
          onClick={() => {
            setProblem(null);
            client.call('folder.choose', {}).then(({ path: chosen }) => chosen !== null && onFolder(chosen), setProblem);
          }}
        >
          {label}
        </button>
        {problem !== null && <ProblemNotice problem={problem} />}
      </>
    );
  return (
    <form
      className="library-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (path.trim() !== '') onFolder(path.trim());
      }}
    >
      <input
        type="text"
        className="app-field"
        aria-label={t('folder-path')}
        placeholder={t('folder-path')}
        value={path}
        maxLength={1000}
        onChange={(event) => setPath(event.target.value)}
      />
      <button type="submit" className="app-button" disabled={busy || path.trim() === ''}>
        {label}
      </button>
    </form>
  );
}
