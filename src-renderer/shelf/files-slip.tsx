/** The files an edition is made of, in page order: their pages, encodings and place can be put right, and taken back. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { EditionId, EditionSummary, Source } from '../../src-main/contract/model';
import { EncodingField } from '../app/encoding-field';
import { ProblemNotice } from '../app/problem-notice';
import { useEdition, useEditions } from '../app/queries';
import { Slip } from '../app/slip';
import { UndoLine } from '../app/undo-note';
import { hasEncoding } from '../reader/source/source-pane';
import { EditionChoice } from './edition-choice';
import { moveFile, setEncoding, setPage } from './edition-deeds';
import { nameInSentence } from './edition-name';
import './edition-slips.css';
import { twinFiles } from './twin-files';

interface Work {
  /** Of which file something is being done. */
  readonly busy: number | null;
  readonly problem: unknown;
}

export function FilesSlip({ edition: shown, onClose }: { readonly edition: EditionSummary; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('shelf');
  const { data: edition, error, refetch } = useEdition(shown.id);
  const [work, setWork] = useState<Work>({ busy: null, problem: null });
  const [moving, setMoving] = useState<number | null>(null);
  const act = (file: Source, deed: Promise<unknown>) => {
    setWork({ busy: file.id, problem: null });
    deed.then(
      () => setWork({ busy: null, problem: null }),
      (problem: unknown) => setWork({ busy: null, problem }),
    );
  };
  const files = edition?.files ?? [];
  const twins = useMemo(() => (edition ? twinFiles(edition) : null), [edition]);
  return (
    <Slip title={t('files-title', { name: nameInSentence(t, edition ?? shown, i18n.language) })} className="dialog-wide" onClose={onClose}>
      {(close) => (
        <>
          {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
          {edition && files.length === 0 && <p className="edition-slip-what">{t('files-none')}</p>}
          <ul className="edition-files" aria-label={t('files-list')}>
            {files.map((file) => (
              <li key={file.id} className="edition-file" aria-busy={work.busy === file.id}>
                <PageField file={file} onPage={(page) => act(file, setPage(file, page))} />
                <span className="edition-file-name" title={file.name}>
                  {file.name}
                </span>
                <span className="edition-file-size">{t('file-characters', { count: file.characters })}</span>
                {hasEncoding(file.form) ? (
                  <span>
                    <EncodingField
                      now={file.encoding}
                      name={file.name}
                      isBusy={work.busy !== null}
                      onUse={(encoding) => act(file, setEncoding(file, encoding))}
                    />
                    {file.encodingJudgement.confidence !== 'certain' && (
                      <span className="edition-file-inferred"> {t(`reader:encoding-${file.encodingJudgement.confidence}`)}</span>
                    )}
                  </span>
                ) : (
                  <span className="edition-file-size">{t(`reader:form-${file.form}`)}</span>
                )}
                <button
                  type="button"
                  className="app-button"
                  aria-expanded={moving === file.id}
                  aria-label={t('file-move-of', { file: file.name })}
                  onClick={() => setMoving(moving === file.id ? null : file.id)}
                >
                  {t('file-move')}
                </button>
                {twins?.get(file.id)?.map((other) => (
                  <span key={other.id} className="edition-file-twin">
                    {other.name === file.name ? t('file-twin-same-name') : t('file-twin', { other: other.name })}
                  </span>
                ))}
                {moving === file.id && edition && (
                  <MoveFile
                    edition={edition}
                    alone={files.length === 1}
                    onMove={(into) => {
                      setMoving(null);
                      act(file, moveFile(edition, file, into));
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
          {work.problem !== null && <ProblemNotice problem={work.problem} />}
          <UndoLine />
          <div className="dialog-actions">
            <button type="button" className="app-button" onClick={close}>
              {t('app:close')}
            </button>
          </div>
        </>
      )}
    </Slip>
  );
}

/** What is typed holds when Enter is pressed or the field is left; emptied, it goes back to what the text says. */
function PageField({ file, onPage }: { readonly file: Source; readonly onPage: (page: string | null) => void }) {
  const { t } = useTranslation('shelf');
  const known = file.page.value ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const inferred = known !== '' && file.page.judgement.rule !== CONFIRMED_RULE;
  const keep = () => {
    if (typed === null) return;
    setTyped(null);
    const page = typed.trim();
    if (page === known) return;
    onPage(page === '' ? null : page);
  };
  return (
    <label className="edition-file-page">
      {t('file-page-before')}
      <input
        type="text"
        className="app-field"
        aria-label={t('file-page-of', { file: file.name })}
        value={typed ?? known}
        maxLength={20}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') keep();
          if (event.key !== 'Escape' || typed === null) return;
          event.preventDefault();
          setTyped(null);
        }}
      />
      {t('file-page-after')}
      <span className="edition-file-inferred">
        {inferred && (
          <>
            {t('file-page-inferred')}
            <button
              type="button"
              className="app-button"
              aria-label={t('file-page-confirm-of', { file: file.name, page: known })}
              onClick={() => onPage(known)}
            >
              {t('file-page-confirm')}
            </button>
          </>
        )}
      </span>
    </label>
  );
}

interface MoveProps {
  readonly edition: EditionSummary;
  /** The only file is an edition of its own already. */
  readonly alone: boolean;
  readonly onMove: (into: EditionSummary | null) => void;
}

function MoveFile({ edition, alone, onMove }: MoveProps) {
  const { t } = useTranslation('shelf');
  const { data: editions = [] } = useEditions();
  const [into, setInto] = useState<EditionId | null>(null);
  const target = editions.find((one) => one.id === into);
  return (
    <div className="edition-file-move">
      <EditionChoice editions={editions} to={edition} label={t('move-into')} chosen={into} onChoose={setInto} />
      <div className="dialog-actions">
        <button type="button" className="app-button" disabled={!target} onClick={() => target && onMove(target)}>
          {t('move-yes')}
        </button>
        {!alone && (
          <button type="button" className="app-button" onClick={() => onMove(null)}>
            {t('move-out')}
          </button>
        )}
      </div>
    </div>
  );
}
