/** One edition on the shelf: its front page, and beneath the board what it is and how far it has been read. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionSummary } from '../../src-main/contract/model';
import { go } from '../app/navigation';
import { formatPlainDay } from '../language/format-period';
import { GreekedPage } from './greeked-page';
import { LazyFrontPage } from './lazy-front-page';
import { changeShelf } from './shelf-session';

interface Props {
  readonly edition: EditionSummary;
  readonly width: number;
  readonly height: number;
  /** The one of all that Tab reaches. */
  readonly isTabStop: boolean;
}

export function openEdition(edition: EditionSummary): void {
  changeShelf({ current: edition.id });
  go({ kind: 'edition', edition: edition.id, place: null, marked: null });
}

export const EditionCell = memo(function EditionCell({ edition, width, height, isTabStop }: Props) {
  const { t, i18n } = useTranslation('shelf');
  const { paper, date, pages, articles, readState, progress } = edition;
  const [first] = pages;
  const last = pages.at(-1);
  const percent = Math.round(progress * 100);
  const state = readState === 'reading' ? t('read-to', { percent }) : t(`state-${readState}`);
  return (
    <button
      type="button"
      className="shelf-edition"
      data-edition={edition.id}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => changeShelf({ current: edition.id })}
      onClick={() => openEdition(edition)}
    >
      <span className="shelf-page" style={{ blockSize: height }} aria-hidden="true">
        <LazyFrontPage edition={edition} width={width} height={height} meanwhile={<GreekedPage edition={edition} />} />
      </span>
      <span className="shelf-label">
        <b className="shelf-paper" lang="zh-CN">
          {paper.value ?? t('paper-unknown')}
        </b>
        <span className="shelf-facts">
          <span>{date.value === null ? t('date-unknown') : formatPlainDay(date.value, i18n.language)}</span>
          {first !== undefined && <span>{first === last ? t('page', { page: first }) : t('pages', { first, last })}</span>}
        </span>
        <span className="shelf-facts">
          <span>{t('articles', { count: articles })}</span>
          <span>{state}</span>
        </span>
      </span>
      <span className="shelf-progress" aria-hidden="true">
        <span style={{ inlineSize: readState === 'read' ? '100%' : `${percent}%` }} />
      </span>
    </button>
  );
});
