/** The bookmarks, latest first, with those just removed still in their place until the list is left, so that removing can be undone. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bookmark } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { useAddBookmark, useBookmarks, useRemoveBookmark } from '../app/queries';
import { linesOf } from './bookmark-lines';
import { bookmarkTitle } from './bookmark-title';

export function useBookmarkList() {
  const { t } = useTranslation('bookmarks');
  const { data, error, refetch } = useBookmarks();
  const [removed, setRemoved] = useState<readonly Bookmark[]>([]);
  const removing = useRemoveBookmark();
  const adding = useAddBookmark();
  return {
    lines: data ? linesOf(data, removed) : null,
    kept: data?.length ?? 0,
    error,
    refetch,
    remove: (bookmark: Bookmark): void => {
      removing.mutate(
        { bookmark: bookmark.id },
        {
          onSuccess: () => {
            setRemoved((before) => [...before, bookmark]);
            announce(t('removed', { title: bookmarkTitle(bookmark) }));
          },
        },
      );
    },
    restore: (bookmark: Bookmark): void => {
      const { place } = bookmark;
      adding.mutate(
        { place: { source: place.source, offset: place.offset } },
        { onSuccess: () => announce(t('restored', { title: bookmarkTitle(bookmark) })) },
      );
    },
  };
}
