/** What a bookmark is called, and how it opens. */
import type { TFunction } from 'i18next';
import type { Bookmark } from '../../src-main/contract/model';
import { go } from '../app/navigation';
import { openingWords } from '../reader/compose/opening-words';

/** The headline; the quoted words where the article has none. */
export function bookmarkTitle(bookmark: Bookmark): string {
  return bookmark.headline ?? openingWords(bookmark.quote, 20, '…');
}

/** A quote as long as one may be was cut where it stands. */
const longestQuote = 80;

/** Null where the headline itself is marked: it need not be said twice. */
export function quoteOf({ quote, headline }: Bookmark): string | null {
  if (headline?.includes(quote.trim())) return null;
  return Array.from(quote).length >= longestQuote ? `${quote}…` : quote;
}

/** `t` is the words of `bookmarks`. */
export function pageOf(t: TFunction<'bookmarks'>, { page }: Bookmark): string | null {
  return page === null ? null : t('page', { page });
}

export function openBookmark(bookmark: Bookmark): void {
  go({ kind: 'edition', edition: bookmark.edition, place: bookmark.place, marked: null });
}
