/** What was thrown away: whole until it is emptied, and back on the shelf with one press. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrashedEdition } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { ConfirmSlip } from '../app/confirm-slip';
import { useTrash } from '../app/library-queries';
import { go } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useGiveStatus } from '../app/status';
import { forgetDeeds, tellProblem } from '../app/undo';
import { formatMoment } from '../language/format-period';
import { client } from '../link';
import { takeBack } from './edition-deeds';
import { editionName, leadOf, nameInSentence, pagesName } from './edition-name';
import './trash-view.css';

export function TrashView() {
  const { t } = useTranslation('shelf');
  const { data: trash, error, refetch } = useTrash();
  const [emptying, setEmptying] = useState<readonly TrashedEdition[] | null>(null);
  useGiveStatus(trash ? t('trash-count', { count: trash.length }) : '', [], null);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!trash) return null;
  return (
    <div className="trash">
      <header className="shelf-head">
        <h1 className="shelf-title" tabIndex={-1}>
          {t('trash')}
        </h1>
        {trash.length > 0 && (
          <button type="button" className="app-button" onClick={() => setEmptying(trash)}>
            {t('trash-empty')}
          </button>
        )}
      </header>
      {trash.length === 0 ? (
        <p className="trash-none">
          {t('trash-none')}{' '}
          <button type="button" className="app-button" onClick={() => go({ kind: 'shelf' })}>
            {t('trash-to-shelf')}
          </button>
        </p>
      ) : (
        <>
          <p className="trash-what">{t('trash-what')}</p>
          <ul className="trash-list" aria-label={t('trash')}>
            {trash.map((edition) => (
              <TrashLine key={edition.id} edition={edition} onDelete={() => setEmptying([edition])} />
            ))}
          </ul>
        </>
      )}
      {emptying && <EmptySlip editions={emptying} onClose={() => setEmptying(null)} />}
    </div>
  );
}

function TrashLine({ edition, onDelete }: { readonly edition: TrashedEdition; readonly onDelete: () => void }) {
  const { t, i18n } = useTranslation('shelf');
  const name = nameInSentence(t, edition, i18n.language);
  const lead = leadOf(edition);
  const restore = () => {
    takeBack(edition).catch(tellProblem);
  };
  return (
    <li className="trash-line">
      <span className="trash-name" lang="zh-CN">
        {editionName(t, edition, i18n.language)}
        {lead !== null && <span className="trash-lead">{lead}</span>}
      </span>
      <span className="trash-facts">
        {[pagesName(t, edition.pages, i18n.language), t('articles', { count: edition.articles })].filter((part) => part !== '').join(' · ')}
      </span>
      <span className="trash-facts">{t('trashed-at', { when: formatMoment(edition.trashedAt, i18n.language) })}</span>
      <button type="button" className="app-button" aria-label={t('trash-restore-of', { name })} onClick={restore}>
        {t('trash-restore')}
      </button>
      <button type="button" className="app-button" aria-label={t('trash-delete-of', { name })} onClick={onDelete}>
        {t('trash-delete')}
      </button>
    </li>
  );
}

function EmptySlip({ editions, onClose }: { readonly editions: readonly TrashedEdition[]; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('shelf');
  const [only] = editions;
  const articles = editions.reduce((sum, edition) => sum + edition.articles, 0);
  return (
    <ConfirmSlip
      title={
        editions.length === 1 && only
          ? t('delete-title', { name: nameInSentence(t, only, i18n.language) })
          : t('empty-trash-title', { count: editions.length })
      }
      yes={t('delete-yes')}
      onYes={async () => {
        await client.call('trash.empty', { editions: editions.map((edition) => edition.id) });
        // What was done with them before has nothing left to go back to.
        forgetDeeds();
        announce(t('trash-emptied', { count: editions.length }));
      }}
      onClose={onClose}
    >
      <p>{t('delete-what', { articles: t('articles', { count: articles }) })}</p>
    </ConfirmSlip>
  );
}
