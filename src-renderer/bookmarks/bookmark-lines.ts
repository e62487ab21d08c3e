/** The list of bookmarks as it is shown: latest first, those just removed still in their place. Pure. */
import type { Bookmark } from '../../src-main/contract/model';

export interface BookmarkLine {
  readonly bookmark: Bookmark;
  readonly removed: boolean;
}

/** `removed` are shown where they stood, unless they are back. */
export function linesOf(kept: readonly Bookmark[], removed: readonly Bookmark[]): readonly BookmarkLine[] {
  const back = new Set(kept.map(({ place }) => `${place.source} ${place.offset}`));
  const gone = removed.filter(({ place }) => !back.has(`${place.source} ${place.offset}`));
  return [...kept.map((bookmark) => ({ bookmark, removed: false })), ...gone.map((bookmark) => ({ bookmark, removed: true }))].toSorted(
    (a, b) =>
      a.bookmark.createdAt < b.bookmark.createdAt ? 1 : a.bookmark.createdAt > b.bookmark.createdAt ? -1 : b.bookmark.id - a.bookmark.id,
  );
}
