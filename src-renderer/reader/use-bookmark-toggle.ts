/** Whether the place in front is bookmarked, and the one act that changes it. */
import { useTranslation } from 'react-i18next';
import type { ArticleId, EditionId, Place } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { useAddBookmark, useBookmarks, useRemoveBookmark } from '../app/queries';

interface BookmarkToggle {
  readonly bookmarked: boolean;
  readonly toggle: () => void;
}

/** With an article, any bookmark in it counts; without, only one at the place itself, which is a page's first words. */
export function useBookmarkToggle(edition: EditionId, place: Place | null, article: readonly ArticleId[] | null): BookmarkToggle {
  const { t } = useTranslation('app');
  const { data: bookmarks } = useBookmarks();
  const add = useAddBookmark();
  const remove = useRemoveBookmark();
  const found = (bookmarks ?? []).find((bookmark) => {
    if (bookmark.edition !== edition) return false;
    if (article) return bookmark.article !== null && article.includes(bookmark.article);
    return place !== null && bookmark.place.source === place.source && bookmark.place.offset === place.offset;
  });
  return {
    bookmarked: found !== undefined,
    toggle: () => {
      if (found) remove.mutate({ bookmark: found.id }, { onSuccess: () => announce(t('bookmark-removed')) });
      else if (place) add.mutate({ place }, { onSuccess: () => announce(t('bookmark-added')) });
    },
  };
}
