/** Undo for what was put right before this run: the app has forgotten doing it, and the library has not. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId } from '../../../src-main/contract/model';
import { editionQuery, sourceQuery } from '../../app/queries';
import type { Said } from '../../app/undo';
import { isOf, tellDone, tellProblem, tellTakenBack, useUndo } from '../../app/undo';
import { useCommand } from '../../app/use-command';
import { client } from '../../link';
import { correctionWords, destinationOf, offsetBefore, ruleOf } from './correction-words';
import { latestCorrectionQuery, putRight } from './corrections';
import { showDoubt } from './restored-doubt';
import { lineIn } from './source-rows';

/** The last correction of the edition first, then the one before. What was done in this run is taken back before it. */
export function useEarlierUndo(edition: EditionId): void {
  const { t: app } = useTranslation('app');
  const queryClient = useQueryClient();
  const none = !useUndo().deeds.some((deed) => isOf(deed, edition));
  const query = latestCorrectionQuery(edition);
  const { data, isFetching } = useQuery({ ...query, enabled: none });
  const taken = useRef<number | null>(null);
  const undo = async () => {
    try {
      // The library is asked anew: right after something was taken or brought back the key is quicker than what is known here.
      const last = await queryClient.fetchQuery({ ...query, staleTime: 0 });
      if (!last) {
        tellDone(app('none-to-undo'));
        return;
      }
      // Pressed again before the library has answered, it would mean one that is gone.
      if (taken.current === last.id) return;
      taken.current = last.id;
      const source = await queryClient.fetchQuery(sourceQuery(last.place.source));
      const line = lineIn(source, last.place.offset);
      const { contents } = await queryClient.fetchQuery(editionQuery(edition));
      const into = destinationOf(contents, last.place.source, last.change);
      const before = offsetBefore(last.change);
      const after = before === null ? null : lineIn(source, before);
      const rule = ruleOf(contents, last.place, last.change);
      const what: Said = ({ t }) => correctionWords(t, last.change, { line, into, after, rule });
      await client.call('correction.remove', { correction: last.id });
      if (last.change.kind === 'notice') await showDoubt(queryClient, edition, last.place, last.change);
      tellTakenBack({
        said: what,
        edition,
        undo: () => client.call('correction.remove', { correction: last.id }),
        redo: () => putRight(last.place, last.change, what),
      });
    } catch (problem) {
      taken.current = null;
      tellProblem(problem);
    }
  };
  useCommand('edit.undo', () => void undo(), none && (isFetching || data != null));
}
