/** Where the reader is led when an answer to a finding is taken back: to the finding, for the answer had led away from it. */
import type { QueryClient } from '@tanstack/react-query';
import type { Edition, EditionId, LineChange, Place } from '../../../src-main/contract/model';
import { currentView, go, replace } from '../../app/navigation';
import { editionQuery } from '../../app/queries';
import { articleAt } from '../beginning-of';
import { viewOfFinding } from '../finding-walk';

type Answer = LineChange & { readonly kind: 'notice' };

/** Only from one article to another: pages stay where they are. `place` is that of the answer. */
export async function showDoubt(queryClient: QueryClient, edition: EditionId, place: Place, { notice }: Answer): Promise<void> {
  // Articles are numbered anew by what was taken back.
  const now = await queryClient.fetchQuery({ ...editionQuery(edition), staleTime: 0 });
  const from = currentView();
  const finding = findingAt(now, place, notice);
  if (!finding || from.kind !== 'article' || from.edition !== edition) return;
  const isThere = from.place !== null && articleAt(now.contents, from.place)?.id === finding.article;
  (isThere ? replace : go)(viewOfFinding(now, finding));
}

function findingAt({ contents }: Edition, place: Place, kind: Answer['notice']) {
  for (const { id, notices } of contents) {
    const index = notices.findIndex(
      ({ kind: one, spans: [span] }) => one === kind && span?.source === place.source && span.start === place.offset,
    );
    if (index >= 0) return { article: id, index };
  }
  return null;
}
