/** What a bookmark is called, and how it opens. */
import type { Bookmark } from '../../src-main/contract/model';
import { go } from '../app/navigation';

/** The headline; the quoted words where the article has none. */
export function bookmarkTitle(bookmark: Bookmark): string {
  return bookmark.headline ?? `${Array.from(bookmark.quote).slice(0, 20).join('')}…`;
}

/** A quote as long as one may be was cut where it stands. */
const longestQuote = 80;

export function quoteOf({ quote }: Bookmark): string {
  return Array.from(quote).length >= longestQuote ? `${quote}…` : quote;
}

export function openBookmark(bookmark: Bookmark): void {
  go({ kind: 'edition', edition: bookmark.edition, place: bookmark.place, marked: null });
}
