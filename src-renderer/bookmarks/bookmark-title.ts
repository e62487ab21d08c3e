/** What a bookmark is called, and how it opens. */
import type { TFunction } from 'i18next';
import type { Bookmark } from '../../src-main/contract/model';
import { go } from '../app/navigation';
import { openingWords } from '../reader/compose/opening-words';

/** The headline; the first words of the text at the place where the article has none: its column's title would be no name for it. */
export function bookmarkTitle(bookmark: Bookmark): string {
  return bookmark.headline ?? openingWords(wordsOf(bookmark), 20, '…');
}

/** A quote as long as one may be was cut where it stands. */
const longestQuote = 80;

const wordsOf = ({ quote, opening }: Bookmark) => opening ?? quote;

/** Null where the headline itself is marked: it need not be said twice. Of any other heading the words it stands over are given. */
export function quoteOf(bookmark: Bookmark): string | null {
  if (bookmark.headline?.includes(bookmark.quote.trim())) return null;
  const words = wordsOf(bookmark);
  return Array.from(words).length >= longestQuote ? `${words}…` : words;
}

/** Below a title; null where the title is made of the same words. */
export function quoteBelow(bookmark: Bookmark): string | null {
  return bookmark.headline === null ? null : quoteOf(bookmark);
}

/** `t` is the words of `bookmarks`. */
export function pageOf(t: TFunction<'bookmarks'>, { page }: Bookmark): string | null {
  return page === null ? null : t('page', { page });
}

export function openBookmark(bookmark: Bookmark): void {
  go({ kind: 'edition', edition: bookmark.edition, place: bookmark.place, marked: null });
}
