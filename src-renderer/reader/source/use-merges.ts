/** Making an article one with the one before or after it in its file, as the reader asks. Not for which those are: see merges.ts. */
import { useMemo } from 'react';
import type { Article, Edition, Place, SourceId } from '../../../src-main/contract/model';
import { currentView, replace } from '../../app/navigation';
import { tellProblem } from '../../app/undo';
import type { Said } from '../../app/undo';
import { useCommand } from '../../app/use-command';
import { titleOf } from '../title-of';
import { putRight } from './corrections';
import { mergesOf } from './merges';
import type { Merge, Merges } from './merges';

export function mergeArticle(article: Article, which: keyof Merges, { article: other, place, to }: Merge): void {
  const said: Said = ({ t }) => {
    const [goes, into] = (which === 'previous' ? [article, other] : [other, article]).map((one) =>
      titleOf(one, (page) => t('reader:jump-from', { page })),
    );
    return t('reader:merged', { goes, into });
  };
  if (which === 'previous') stayAt(place);
  putRight(place, { kind: 'merge', to }, said).catch(tellProblem);
}

/** Who reads an article that goes into another one reads on there. */
function stayAt(place: Place): void {
  const now = currentView();
  if (now.kind === 'article' && now.place === null) replace({ ...now, place });
}

/** @param source the file that is read */
export function useMergeCommands(edition: Edition, article: Article, source: SourceId | null): void {
  const { previous, next } = useMemo(
    () => (source === null ? { previous: null, next: null } : mergesOf(edition.contents, article, source)),
    [edition, article, source],
  );
  useCommand('article.merge-previous', () => void (previous && mergeArticle(article, 'previous', previous)), previous !== null);
  useCommand('article.merge-next', () => void (next && mergeArticle(article, 'next', next)), next !== null);
}
