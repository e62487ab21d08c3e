/** Keys that lead from one place to check to the next: within the article that is open, else to the article that holds it. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleId, Edition } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { go } from '../app/navigation';
import { useChangeSettings } from '../app/queries';
import { useCommand } from '../app/use-command';
import { findingBeside, findingsToCheck } from './finding-walk';
import { shownOf } from './notice-words';

interface Open {
  readonly article: ArticleId;
  /** The finding in front; null where none is. */
  readonly chosen: number | null;
  readonly onChoose: (finding: number) => void;
}

interface Walk {
  readonly count: number;
  /** Of the finding in front among those to check, from 1; null where none of them is. */
  readonly at: number | null;
}

/** `leading` is the article in front. */
export function useFindingWalk(edition: Edition, leading: ArticleId | null, open: Open | null): Walk {
  const { t } = useTranslation('reader');
  const { mutate: change } = useChangeSettings();
  const chosen = open?.chosen ?? null;
  const all = useMemo(() => findingsToCheck(edition), [edition]);
  const step = (by: 1 | -1): void => {
    const finding = findingBeside(edition, { article: leading ?? 0, index: chosen ?? (by === 1 ? -1 : 0) }, by);
    if (!finding) {
      announce(t('none-to-check'));
      return;
    }
    const { article, index } = finding;
    if (article === open?.article) {
      open.onChoose(index);
      return;
    }
    // Beside its source.
    change({ sourceView: true });
    const notice = edition.contents.find(({ id }) => id === article)?.notices[index];
    const span = notice && shownOf(notice);
    const place = span ? { source: span.source, offset: span.start } : null;
    go({ kind: 'article', edition: edition.id, article, place, marked: null, finding: index });
  };
  useCommand('finding.next', () => step(1));
  useCommand('finding.previous', () => step(-1));
  const at = all.findIndex(({ article, index }) => article === open?.article && index === chosen);
  return { count: all.length, at: at < 0 ? null : at + 1 };
}
