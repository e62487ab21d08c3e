/** The window is called by what is in front: for the task bar, the browser's tabs and screen readers. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleId, Edition } from '../../src-main/contract/model';
import { formatDay } from '../language/format-date';
import { articleWithId } from '../reader/reading-order';
import { titleOf } from '../reader/title-of';
import type { View } from './navigation';

export function useWindowTitle(kind: View['kind'], inFront: ArticleId | null, edition: Edition | null): void {
  const { t, i18n } = useTranslation('app');
  const inEdition = (kind === 'edition' || kind === 'article') && edition !== null;
  const paper = inEdition ? (edition.paper.value ?? t('paper-unknown')) : null;
  const article = inEdition && inFront !== null ? articleWithId(edition, inFront) : null;
  const parts = [
    article ? titleOf(article, (page) => t('reader:jump-from', { page })) : null,
    paper !== null && edition?.date.value != null ? `${paper} ${formatDay(edition.date.value, i18n.language)}` : paper,
    inEdition ? null : t(`view-${kind}`),
    t('name'),
  ];
  const title = parts.filter((part) => part !== null && part !== '').join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
