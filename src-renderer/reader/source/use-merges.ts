/** Making an article one with the one before or after it in its file, as the reader asks. Not for which those are: see merges.ts. */
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Edition, Place, SourceId } from '../../../src-main/contract/model';
import { currentView, replace } from '../../app/navigation';
import { tellProblem } from '../../app/undo';
import { useCommand } from '../../app/use-command';
import { titleOf } from '../title-of';
import { putRight } from './corrections';
import { mergesOf } from './merges';
import type { Merge, Merges } from './merges';

export function mergeArticle(t: TFunction<string>, article: Article, which: keyof Merges, { article: other, place, to }: Merge): void {
  const [goes, into] = (which === 'previous' ? [article, other] : [other, article]).map((one) =>
    titleOf(one, (page) => t('reader:jump-from', { page })),
  );
  if (which === 'previous') stayAt(place);
  putRight(place, { kind: 'merge', to }, t('reader:merged', { goes, into })).catch(tellProblem);
}

/** Who reads an article that goes into another one reads on there. */
function stayAt(place: Place): void {
  const now = currentView();
  if (now.kind === 'article' && now.place === null) replace({ ...now, place });
}

/** @param source the file that is read */
export function useMergeCommands(edition: Edition, article: Article, source: SourceId | null): void {
  const { t } = useTranslation('reader');
  const { previous, next } = useMemo(
    () => (source === null ? { previous: null, next: null } : mergesOf(edition.contents, article, source)),
    [edition, article, source],
  );
  useCommand('article.merge-previous', () => void (previous && mergeArticle(t, article, 'previous', previous)), previous !== null);
  useCommand('article.merge-next', () => void (next && mergeArticle(t, article, 'next', next)), next !== null);
}
