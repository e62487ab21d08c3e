/** Keys that lead from one place to check to the next: within the article that is open, else to the article that holds it. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleId, Edition, Place } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { go, replace } from '../app/navigation';
import type { View } from '../app/navigation';
import { editionQuery, useChangeSettings } from '../app/queries';
import { useCommand } from '../app/use-command';
import { articleAt } from './beginning-of';
import { findingBeside, findingsToCheck, isStillNext, viewOfFinding } from './finding-walk';
import type { Arrival, FindingPlace } from './finding-walk';
import type { NoticeAnswer } from './source/notice-list';

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
  /** Findings of other articles, where the open one has none to check: the key leads away from it. */
  readonly elsewhere: number;
  /** Once the reader has answered the finding in front; `place` is text of the article that holds it. */
  readonly goOn: (answer: NoticeAnswer, place: Place) => Promise<void>;
  readonly openFinding: (finding: FindingPlace) => void;
}

/** Outlives the view: the answer may have led to another article. */
let arrival: Arrival | null = null;

/** `leading` is the article in front, or whose findings come first. */
export function useFindingWalk(edition: Edition, leading: ArticleId | null, open: Open | null): Walk {
  const { t } = useTranslation('reader');
  const queryClient = useQueryClient();
  const { mutate: change } = useChangeSettings();
  const chosen = open?.chosen ?? null;
  const all = useMemo(() => findingsToCheck(edition), [edition]);
  const at = all.findIndex(({ article, index }) => article === open?.article && index === chosen);

  const goTo = (within: Edition, finding: FindingPlace | null, turn: (view: View) => void): void => {
    if (!finding) {
      announce(t('none-to-check'));
      return;
    }
    // Beside its source.
    change({ sourceView: true });
    turn(viewOfFinding(within, finding));
  };
  const step = (by: 1 | -1): void => {
    const led = arrival;
    arrival = null;
    if (by === 1 && open && chosen !== null && isStillNext(led, { article: open.article, index: chosen }, Date.now())) {
      announce(t('to-check-at', { at: at + 1, count: all.length }));
      return;
    }
    const finding = findingBeside(edition, { article: leading ?? 0, index: chosen ?? (by === 1 ? -1 : 0) }, by);
    if (finding && finding.article === open?.article) open.onChoose(finding.index);
    else goTo(edition, finding, go);
  };
  useCommand('finding.next', () => step(1));
  useCommand('finding.previous', () => step(-1));

  const goOn = async (answer: NoticeAnswer, place: Place): Promise<void> => {
    if (chosen === null || at < 0) return;
    // Articles are numbered anew by the answer, and one that was dismissed is no longer among the findings.
    const now = await queryClient.fetchQuery({ ...editionQuery(edition.id), staleTime: 0 });
    const article = articleAt(now.contents, place)?.id ?? 0;
    const finding = findingBeside(now, { article, index: answer === 'dismissed' ? chosen - 1 : chosen }, 1);
    arrival = finding && { at: finding, when: Date.now() };
    goTo(now, finding, finding?.article === article ? replace : go);
  };
  const elsewhere = all.some(({ article }) => article === leading) ? 0 : all.length;
  return { count: all.length, at: at < 0 ? null : at + 1, elsewhere, goOn, openFinding: (finding) => goTo(edition, finding, go) };
}
