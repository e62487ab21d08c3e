/** Putting right how a source is cut into articles, with the way back; and what has been put right so far. Not for how it is offered. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Correction, EditionId, LineChange, Place, SourceId } from '../../../src-main/contract/model';
import { offerUndo } from '../../app/undo';
import type { Said } from '../../app/undo';
import { client } from '../../link';

export const useCorrections = (source: SourceId | null) =>
  useQuery({
    queryKey: ['corrections', source ?? 0],
    queryFn: () => client.call('correction.list', { source: source ?? 0 }),
    enabled: source !== null,
  });

export const latestCorrectionQuery = (edition: EditionId) =>
  queryOptions({ queryKey: ['corrections', 'latest', edition], queryFn: () => client.call('correction.latest', { edition }) });

/**
 * @param said what, for the note that offers to undo it
 * @param undone what comes of taking it back, where there is more to it
 */
export async function putRight(
  place: Place,
  change: LineChange,
  said: Said,
  undone?: (edition: EditionId) => Promise<void>,
): Promise<void> {
  const { correction, edition } = await client.call('correction.add', { place, change });
  offerUndo({
    said,
    edition,
    undo: async () => {
      await client.call('correction.remove', { correction });
      await undone?.(edition);
    },
    redo: () => putRight(place, change, said, undone),
  });
}

/**
 * Of its line it is not said any more, however often it was.
 * @param said as above
 */
export async function withdraw(correction: Correction, said: Said): Promise<void> {
  const { edition } = await client.call('correction.remove', { correction: correction.id, withEarlier: true });
  const { place, change } = correction;
  // Made anew it has a number of its own.
  let again: Correction = correction;
  offerUndo({
    said,
    edition,
    undo: async () => {
      again = { ...correction, id: (await client.call('correction.add', { place, change })).correction };
    },
    redo: () => withdraw(again, said),
  });
}
