/** One edition on the shelf: its front page, and beneath the board what it is and how far it has been read. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionSummary } from '../../src-main/contract/model';
import { go } from '../app/navigation';
import { opensMenu } from '../app/opens-menu';
import { formatPlainDay } from '../language/format-period';
import { leadOf, nameInSentence, pagesName, pagesWithin, roomBeside } from './edition-name';
import { GreekedPage } from './greeked-page';
import { LazyFrontPage } from './lazy-front-page';
import type { MenuPlace } from './menu-place';
import { changeShelf } from './shelf-session';

interface Props {
  readonly edition: EditionSummary;
  readonly width: number;
  readonly height: number;
  /** The one of all that Tab reaches. */
  readonly isTabStop: boolean;
  /** It has just come in, and nobody has opened it. */
  readonly isNew: boolean;
  /** Has to stay the same function: cells are drawn again only when something about them changes. */
  readonly onMenu: (place: MenuPlace) => void;
}

/** As the style sheet sets `.shelf-facts`, in CSS pixels. */
const factsRow = { gap: 12, em: 12 };

export function openEdition(edition: EditionSummary): void {
  changeShelf({ current: edition.id });
  go({ kind: 'edition', edition: edition.id, place: null, marked: null });
}

export const EditionCell = memo(function EditionCell({ edition, width, height, isTabStop, isNew, onMenu }: Props) {
  const { t, i18n } = useTranslation('shelf');
  const { paper, date, pages, articles, readState, progress } = edition;
  const lead = leadOf(edition);
  const dayWords = date.value === null ? t('date-unknown') : formatPlainDay(date.value, i18n.language);
  const pageWords = pagesName(t, pages, i18n.language);
  const shownPages = pagesWithin(t, pages, i18n.language, roomBeside(dayWords, { width, ...factsRow }));
  const percent = Math.round(progress * 100);
  const state = readState === 'reading' ? (percent > 0 ? t('read-to', { percent }) : t('read-begun')) : t(`state-${readState}`);
  return (
    <>
      <button
        type="button"
        className="shelf-edition"
        data-edition={edition.id}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => changeShelf({ current: edition.id })}
        onClick={() => openEdition(edition)}
        onContextMenu={(event) => {
          event.preventDefault();
          const { clientX: x, clientY: y } = event;
          // The key for the menu says no place of its own: the menu then hangs on what it is about.
          onMenu({ edition, at: event.currentTarget, point: event.button === 2 ? { x, y } : null });
        }}
      >
        <span className="shelf-page" style={{ blockSize: height }} aria-hidden="true">
          <LazyFrontPage edition={edition} width={width} height={height} meanwhile={<GreekedPage edition={edition} />} />
        </span>
        <span className="shelf-label">
          <b className="shelf-paper" lang="zh-CN" title={paper.value ?? undefined}>
            {paper.value ?? t('paper-unknown')}
          </b>
          {lead !== null && (
            <span className="shelf-lead" lang="zh-CN" title={lead}>
              {lead}
            </span>
          )}
          <span className="shelf-facts">
            <span>{dayWords}</span>
            {pageWords !== '' && (shownPages === pageWords ? <span>{pageWords}</span> : <ManyPages all={pageWords} shown={shownPages} />)}
          </span>
          <span className="shelf-facts">
            <span>{t('articles', { count: articles })}</span>
            <span>{state}</span>
            {isNew && <span className="shelf-new">{t('new')}</span>}
          </span>
        </span>
        <span className="shelf-progress" aria-hidden="true">
          <span style={{ inlineSize: readState === 'read' ? '100%' : `${percent}%` }} />
        </span>
      </button>
      <button
        type="button"
        className="shelf-more"
        data-edition-menu={edition.id}
        onFocus={() => changeShelf({ current: edition.id })}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="menu"
        aria-label={t('menu-of', { name: nameInSentence(t, edition, i18n.language) })}
        {...opensMenu((at) => onMenu({ edition, at, point: null }))}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h.01M8 8h.01M13 8h.01" />
        </svg>
      </button>
    </>
  );
});

/** Where there is no room for all of them; they are told whole beside the pointer, and to whoever does not see it. */
function ManyPages({ all, shown }: { readonly all: string; readonly shown: string }) {
  return (
    <span title={all}>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{all}</span>
    </span>
  );
}
