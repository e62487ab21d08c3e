/** Every bookmark with its words, latest first; opens at the place, and can be removed and restored. */
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bookmark } from '../../src-main/contract/model';
import { ProblemNotice } from '../app/problem-notice';
import { useGiveStatus } from '../app/status';
import { useCommand } from '../app/use-command';
import { exportGroup, ExportMenu } from '../exporting/export-menu';
import { articleForms } from '../exporting/forms';
import type { ArticleForm } from '../exporting/forms';
import { saveArticles } from '../exporting/save-articles';
import { useMainList } from '../app/use-main-list';
import { formatPlainDay } from '../language/format-period';
import { bookmarkTitle, openBookmark, pageOf, quoteOf } from './bookmark-title';
import { plainLabel } from '../sections/plain-label';
import './bookmarks-view.css';
import { useBookmarkList } from './use-bookmark-list';
import type { BookmarkLine } from './bookmark-lines';

const lineHeight = 104;
const openers = '[data-bookmark]';

export function BookmarksView() {
  const { t } = useTranslation('bookmarks');
  const { lines, kept, error, refetch, remove, restore } = useBookmarkList();
  const list = useRef<HTMLOListElement>(null);
  const count = lines?.length ?? 0;
  const { virtualizer, scrollMargin } = useMainList(list, {
    count,
    estimateSize: () => lineHeight,
    overscan: 6,
    getItemKey: (index) => lines?.[index]?.bookmark.id ?? index,
  });
  const save = (form: ArticleForm) => {
    const articles = (lines ?? []).flatMap(({ bookmark, removed }) => (removed || bookmark.article === null ? [] : [bookmark.article]));
    return saveArticles(t, t('title'), articles, form);
  };
  useGiveStatus(t('status'), kept > 0 ? [t('key-choose'), t('key-open'), t('key-remove')] : [], null);

  function move(step: 1 | -1): boolean {
    const all = [...(list.current?.querySelectorAll<HTMLElement>(openers) ?? [])];
    const now = all.findIndex((one) => one === document.activeElement || one.closest('li')?.contains(document.activeElement));
    const next = all[now + step];
    next?.focus();
    return next !== undefined;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const id = event.target instanceof HTMLElement ? event.target.dataset['bookmark'] : undefined;
      const line = lines?.find(({ bookmark, removed }) => !removed && String(bookmark.id) === id);
      if (!line) return;
      remove(line.bookmark);
    } else return;
    event.preventDefault();
  }

  useCommand('item.next', () => move(1), count > 0);
  useCommand('item.previous', () => move(-1), count > 0);

  return (
    <div className="bookmarks">
      <header className="bookmarks-head">
        <h1 tabIndex={-1}>{t('title')}</h1>
        {kept > 0 && (
          <p>
            {t('count', { count: kept })}
            <ExportMenu groups={[exportGroup(t('exporting:articles'), articleForms, save)]} className="app-button" />
          </p>
        )}
      </header>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {lines?.length === 0 && (
        <div className="bookmarks-none">
          <p className="bookmarks-none-what">{t('none')}</p>
          <p>{t('none-advice')}</p>
        </div>
      )}
      {/* The keys are those of the buttons inside; the list itself takes none. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} className="bookmarks-list" style={{ blockSize: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines?.[item.index];
          if (!line) return null;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={count}
              aria-posinset={item.index + 1}
              className="bookmarks-item"
              style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
            >
              <Line line={line} onRemove={remove} onRestore={restore} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface LineProps {
  readonly line: BookmarkLine;
  readonly onRemove: (bookmark: Bookmark) => void;
  readonly onRestore: (bookmark: Bookmark) => void;
}

function Line({ line: { bookmark, removed }, onRemove, onRestore }: LineProps) {
  const { t, i18n } = useTranslation('bookmarks');
  const title = bookmarkTitle(bookmark);
  const quote = quoteOf(bookmark);
  const page = pageOf(t, bookmark);
  if (removed)
    return (
      <p className="bookmarks-removed">
        <span lang="zh-CN">{t('removed', { title })}</span>
        <button
          type="button"
          className="app-button"
          data-bookmark=""
          aria-label={t('undo-label', { title })}
          onClick={() => onRestore(bookmark)}
        >
          {t('undo')}
        </button>
      </p>
    );
  return (
    <div className="bookmarks-line">
      <p className="bookmarks-from">
        <span lang="zh-CN">{bookmark.paper ?? t('no-paper')}</span>
        <span>{bookmark.date === null ? t('no-date') : formatPlainDay(bookmark.date, i18n.language)}</span>
        {page !== null && <span>{page}</span>}
        {bookmark.section !== null && <span lang="zh-CN">{plainLabel(bookmark.section)}</span>}
      </p>
      <button type="button" className="bookmarks-open" lang="zh-CN" data-bookmark={bookmark.id} onClick={() => openBookmark(bookmark)}>
        {bookmark.headline !== null && <b className="bookmarks-headline">{bookmark.headline}</b>}
        {quote !== null && <span className="bookmarks-quote">{quote}</span>}
      </button>
      <button type="button" className="app-button" aria-label={t('remove-label', { title })} onClick={() => onRemove(bookmark)}>
        {t('remove')}
      </button>
    </div>
  );
}
