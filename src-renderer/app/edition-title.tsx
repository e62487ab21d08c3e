/** The open edition's paper, date and page. What was inferred says so, and can be confirmed or put right here. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../src-main/contract/model';
import { formatDay } from '../language/format-date';
import { listPages } from '../language/list-pages';
import { useMarkRead } from '../shelf/edition-menu';
import { FilesSlip } from '../shelf/files-slip';
import { inferredFrom, inferredWords } from '../reader/inferred-facts';
import { CorrectDialog } from './correct-dialog';
import { go } from './navigation';
import { useCommand } from './use-command';

export function EditionTitle({ edition }: { readonly edition: Edition }) {
  const { t, i18n } = useTranslation('app');
  const [open, setOpen] = useState<'correct' | 'files' | null>(null);
  const mark = useMarkRead();
  const correct = () => setOpen('correct');
  useCommand('edition.correct', correct);
  useCommand('edition.mark-read', () => mark(edition, 'read'));
  useCommand('edition.mark-unread', () => {
    // Whoever goes on looking at it would have begun to read it again.
    go({ kind: 'shelf' });
    mark(edition, 'unread');
  });
  useCommand('edition.files', () => setOpen('files'));

  const count = edition.pages.length;
  const pages = count === 0 ? null : t('edition-pages', { count, pages: listPages(edition.pages, i18n.language) });
  const inferred = inferredFrom(edition);
  return (
    <>
      <button type="button" className="edition-title" aria-haspopup="dialog" title={t('command-correct')} onClick={correct}>
        <span className="edition-paper" lang="zh-CN">
          {edition.paper.value ?? t('paper-unknown')}
        </span>
        <span className="edition-facts">
          {edition.date.value === null ? t('date-unknown') : formatDay(edition.date.value, i18n.language)}
          {pages !== null && ` · ${pages}`}
        </span>
        {/* Each fact by its name: else "from the text" said of the paper would gainsay what the page says of the day. */}
        {inferred.length > 0 && <span className="edition-inferred">{inferredWords(t, inferred)}</span>}
      </button>
      {open === 'correct' && <CorrectDialog edition={edition} onClose={() => setOpen(null)} />}
      {open === 'files' && <FilesSlip edition={edition} onClose={() => setOpen(null)} />}
    </>
  );
}
