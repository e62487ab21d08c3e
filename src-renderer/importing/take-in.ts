/**
 * From files in hand to the page that shows them: starts the import, says so, and opens the edition where there is only one.
 * Files handed to the host itself are shown alike. Not for where the files come from: see use-intake.ts.
 */
import type { TFunction } from 'i18next';
import { joinedEditions, onlyEdition } from '../../src-main/contract/job-news';
import type { EditionId, JobSnapshot } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { currentView, go, movesMade } from '../app/navigation';
import type { GatheredFile } from './gathered-file';
import type { Import, ImportDesk } from './import-desk';

/** True where every file came in anew: then there is nothing to see to. */
function isClean(done: Import): boolean {
  return done.state === 'done' && (done.snapshot?.outcomes ?? []).every((outcome) => outcome.kind === 'imported');
}

/** True where what came in is a newspaper of its own: then that is news enough. */
function saysItself(done: Import): boolean {
  return isClean(done) && joinedEditions(done.snapshot?.outcomes ?? []).size === 0;
}

/**
 * `t` is the words of `importing`; `read` has an edition at hand by the time it is opened, and never rejects: what was in front stays until
 * the new page comes. Resolves when the import has ended and what it brought is in sight.
 */
export async function takeIn(
  desk: ImportDesk,
  files: readonly GatheredFile[],
  t: TFunction<'importing'>,
  read: (edition: EditionId) => Promise<void>,
): Promise<void> {
  if (files.length === 0) {
    announce(t('nothing'));
    return;
  }
  // Whoever hands in something new has seen what the last import had to say.
  for (const one of desk.list()) if (one.of === undefined && one.problem === null && isClean(one)) desk.dismiss(one.key);
  const before = currentView();
  announce(files.length === 1 ? t('started-one', { name: files[0]?.name }) : t('started', { count: files.length }));
  const done = await desk.hand(files);
  // What did not come in is told where the reader is: they may want to see to that first.
  if (done.snapshot?.outcomes.some((outcome) => outcome.kind === 'failed')) return;
  const edition = done.snapshot && onlyEdition(done.snapshot);
  if (edition !== null && currentView() === before) await read(edition);
  if (currentView() === before && open(done) && saysItself(done)) desk.dismiss(done.key);
}

/** Milliseconds from the window's being there within which an import begins that the app was started with. */
const STARTING = 5000;

/** Shows what was handed to the host once it is in, unless the reader has gone elsewhere meanwhile. Ends when the returned function is called. */
export function showAwaited(desk: ImportDesk): () => void {
  const began = { at: Date.now(), moves: movesMade() };
  /** Moves made when an import was first heard of; null once it has been seen to. */
  const movesAt = new Map<number, number | null>();
  // What the app was started with is heard of late, and the reader may have gone elsewhere by then.
  const movesBefore = ({ startedAt }: JobSnapshot) => (Date.parse(startedAt) < began.at + STARTING ? began.moves : movesMade());
  return desk.subscribe(() => {
    for (const one of desk.list()) {
      if (!one.snapshot?.awaited) continue;
      const moves = movesAt.get(one.key) ?? (movesAt.has(one.key) ? null : movesBefore(one.snapshot));
      const isOver = one.state !== 'running' && one.state !== 'cancelling';
      movesAt.set(one.key, isOver ? null : moves);
      // A page that begins with it shows it already: to who waited for it the newspaper is news enough.
      if (isOver && moves === movesMade() && (open(one) || isInFront(one)) && saysItself(one)) desk.dismiss(one.key);
    }
  });
}

function isInFront({ snapshot }: Import): boolean {
  const now = currentView();
  return now.kind === 'edition' && snapshot !== null && now.edition === onlyEdition(snapshot);
}

/** Whether there was something to open that is not open already. */
function open(done: Import): boolean {
  const edition = done.snapshot && onlyEdition(done.snapshot);
  if (edition === null || isInFront(done)) return false;
  go({ kind: 'edition', edition, place: null, marked: null, cameByItself: true });
  return true;
}
