/** Naming a folder: by the system's dialog where there is one, else by its path. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../app/problem-notice';
import { useAppInfo } from '../app/queries';
import { client } from '../link';

interface Props {
  /** Of the button. */
  readonly label: string;
  readonly busy: boolean;
  /** Why the folder named last was refused; null where it was not. */
  readonly refused: unknown;
  readonly onFolder: (path: string) => void;
}

export function FolderWay({ label, busy, refused, onFolder }: Props) {
  const { t } = useTranslation('settings');
  const host = useAppInfo().data?.host;
  const [path, setPath] = useState('');
  const [notChosen, setNotChosen] = useState<unknown>(null);
  const problem = notChosen ?? refused;
  const field = useRef<HTMLInputElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (problem === null) return;
    // Where the path is put right, with what is wrong with it in sight.
    field.current?.focus({ preventScroll: true });
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const said = problem !== null && (
    <div ref={notice} id={id} className="library-refused">
      <ProblemNotice problem={problem} />
    </div>
  );
  if (host === 'electron')
    return (
      <>
        <button
          type="button"
          className="app-button"
          disabled={busy}
          onClick={() => {
            setNotChosen(null);
            client.call('folder.choose', {}).then(({ path: chosen }) => chosen !== null && onFolder(chosen), setNotChosen);
          }}
        >
          {label}
        </button>
        {said}
      </>
    );
  return (
    <>
      <form
        className="library-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== '') onFolder(path.trim());
        }}
      >
        <input
          ref={field}
          type="text"
          className="app-field"
          aria-label={t('folder-path')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          placeholder={t('folder-path')}
          value={path}
          maxLength={1000}
          onChange={(event) => setPath(event.target.value)}
        />
        <button type="submit" className="app-button" disabled={busy || path.trim() === ''}>
          {label}
        </button>
      </form>
      {said}
    </>
  );
}
