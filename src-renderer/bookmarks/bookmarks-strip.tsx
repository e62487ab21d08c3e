/** The latest bookmarks under the shelf, set in three columns like a page's foot. Nothing where there are none. */
import { useTranslation } from 'react-i18next';
import type { Bookmark } from '../../src-main/contract/model';
import { go } from '../app/navigation';
import { useBookmarks } from '../app/queries';
import { openBookmark, pageOf, quoteOf } from './bookmark-title';
import { plainLabel } from '../sections/plain-label';
import './bookmarks-strip.css';

const shown = 3;

export function BookmarksStrip() {
  const { t } = useTranslation('bookmarks');
  const { data: bookmarks = [] } = useBookmarks();
  if (bookmarks.length === 0) return null;
  const latest = bookmarks.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, shown);
  return (
    <section className="strip" aria-labelledby="bookmarks-strip">
      <header className="strip-head">
        <h2 id="bookmarks-strip">{t('title')}</h2>
        <button type="button" className="strip-all" onClick={() => go({ kind: 'bookmarks' })}>
          {t('count', { count: bookmarks.length })}
        </button>
      </header>
      <ul className="strip-list">
        {latest.map((bookmark) => (
          <li key={bookmark.id}>
            <button type="button" className="strip-bookmark" lang="zh-CN" onClick={() => openBookmark(bookmark)}>
              {bookmark.headline !== null && <b className="strip-headline">{bookmark.headline}</b>}
              <Quote bookmark={bookmark} />
              <span className="strip-from">
                {[bookmark.paper, pageOf(t, bookmark), bookmark.section && plainLabel(bookmark.section)]
                  .filter((part) => part !== null)
                  .map((part, index) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <span key={index}>{part}</span>
                  ))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Quote({ bookmark }: { readonly bookmark: Bookmark }) {
  const quote = quoteOf(bookmark);
  return quote === null ? null : <span className="strip-quote">{quote}</span>;
}
