/** The bookmarks, latest first, with those just removed still in their place until the list is left, so that removing can be undone. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bookmark, BookmarkId } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { problemWords } from '../app/problem-words';
import { useAddBookmark, useBookmarks, useRemoveBookmark } from '../app/queries';
import { bookmarkTitle } from './bookmark-title';

export interface BookmarkLine {
  readonly bookmark: Bookmark;
  readonly removed: boolean;
}

/** Pure: `removed` are shown where they stood, unless they are back. */
export function linesOf(kept: readonly Bookmark[], removed: readonly Bookmark[]): readonly BookmarkLine[] {
  const back = new Set(kept.map(({ place }) => `${place.source} ${place.offset}`));
  const gone = removed.filter(({ place }) => !back.has(`${place.source} ${place.offset}`));
  return [...kept.map((bookmark) => ({ bookmark, removed: false })), ...gone.map((bookmark) => ({ bookmark, removed: true }))].toSorted(
    (a, b) =>
      a.bookmark.createdAt < b.bookmark.createdAt ? 1 : a.bookmark.createdAt > b.bookmark.createdAt ? -1 : b.bookmark.id - a.bookmark.id,
  );
}

export function useBookmarkList() {
  const { t } = useTranslation('bookmarks');
  const { data, error, refetch } = useBookmarks();
  const [removed, setRemoved] = useState<readonly Bookmark[]>([]);
  const removing = useRemoveBookmark();
  const adding = useAddBookmark();
  const fail = (problem: unknown) => {
    const { what, advice } = problemWords(t, problem);
    announce(`${what} ${advice}`);
  };
  return {
    lines: data ? linesOf(data, removed) : null,
    kept: data?.length ?? 0,
    error,
    refetch,
    remove(bookmark: Bookmark): void {
      removing.mutate(
        { bookmark: bookmark.id },
        {
          onSuccess: () => {
            setRemoved((before) => [...before, bookmark]);
            announce(t('removed', { title: bookmarkTitle(bookmark) }));
          },
          onError: fail,
        },
      );
    },
    restore(bookmark: Bookmark): void {
      const { place } = bookmark;
      adding.mutate(
        { place: { source: place.source, offset: place.offset } },
        { onSuccess: () => announce(t('restored', { title: bookmarkTitle(bookmark) })), onError: fail },
      );
    },
    forget(id: BookmarkId): void {
      setRemoved((before) => before.filter((one) => one.id !== id));
    },
  };
}
