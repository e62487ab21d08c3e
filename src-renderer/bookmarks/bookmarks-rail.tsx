/** The bookmarks in the side panel: those of the paper in front first, then all others. */
import { useTranslation } from 'react-i18next';
import type { Bookmark } from '../../src-main/contract/model';
import { go, useView } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useBookmarks } from '../app/queries';
import { plainLabel } from '../sections/plain-label';
import { bookmarkTitle, openBookmark, pageOf, quoteBelow } from './bookmark-title';
import './bookmarks-rail.css';

/** More than these belong into the list of all. */
const mostInRail = 40;

export function BookmarksRail() {
  const { t } = useTranslation('bookmarks');
  const view = useView();
  const { data: bookmarks, error, refetch } = useBookmarks();
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!bookmarks) return null;
  const edition = 'edition' in view ? view.edition : null;
  const ordered = bookmarks.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const here = ordered.filter((bookmark) => bookmark.edition === edition);
  const others = ordered.filter((bookmark) => bookmark.edition !== edition).slice(0, mostInRail);
  return (
    <>
      {bookmarks.length === 0 && <p className="bookmarks-rail-none">{t('none')}</p>}
      {here.length > 0 && <Group title={t('in-edition')} bookmarks={here} />}
      {others.length > 0 && <Group title={t('title')} bookmarks={others} withPaper />}
      {bookmarks.length > 0 && view.kind !== 'bookmarks' && (
        <p className="bookmarks-rail-all">
          <button type="button" className="app-button" onClick={() => go({ kind: 'bookmarks' })}>
            {t('all')}
          </button>
        </p>
      )}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly bookmarks: readonly Bookmark[];
  readonly withPaper?: boolean;
}

function Group({ title, bookmarks, withPaper = false }: GroupProps) {
  const { t } = useTranslation('bookmarks');
  const from = (bookmark: Bookmark) =>
    [
      ...(withPaper ? [bookmark.paper, bookmark.date] : []),
      pageOf(t, bookmark),
      bookmark.headline === null && bookmark.section !== null ? plainLabel(bookmark.section) : null,
    ]
      .filter((part) => part !== null)
      .join(' ');
  return (
    <section>
      <h2 className="rail-heading">
        {title}
        <span className="bookmarks-rail-count">{bookmarks.length}</span>
      </h2>
      <ul className="rail-group">
        {bookmarks.map((bookmark) => (
          <li key={bookmark.id}>
            <button type="button" className="bookmarks-rail-one" lang="zh-CN" onClick={() => openBookmark(bookmark)}>
              <span className="bookmarks-rail-title">{bookmarkTitle(bookmark)}</span>
              {[quoteBelow(bookmark), from(bookmark)].map(
                (line, index) =>
                  line && (
                    // oxlint-disable-next-line react/no-array-index-key
                    <span key={index} className="bookmarks-rail-quote">
                      {line}
                    </span>
                  ),
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
