/**
 * From files in hand to the page that shows them: starts the import, says so, and opens the edition where there is only one.
 * Not for where the files come from: see use-intake.ts.
 */
import type { TFunction } from 'i18next';
import type { EditionId } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { currentView, go } from '../app/navigation';
import type { GatheredFile } from './gathered-file';
import type { Import, ImportDesk } from './import-desk';

/** The one edition that everything taken in belongs to; null where there are several, or none. */
export function onlyEdition(done: Import): EditionId | null {
  const editions = new Set((done.snapshot?.outcomes ?? []).flatMap((outcome) => (outcome.kind === 'failed' ? [] : [outcome.edition])));
  const [edition] = editions;
  return editions.size === 1 && edition !== undefined ? edition : null;
}

/** True where every file came in anew: then the newspaper itself is news enough. */
export function isClean(done: Import): boolean {
  return done.state === 'done' && (done.snapshot?.outcomes ?? []).every((outcome) => outcome.kind === 'imported');
}

/** `t` is the words of `importing`. Resolves when the import has ended and what it brought is in sight. */
export async function takeIn(desk: ImportDesk, files: readonly GatheredFile[], t: TFunction<'importing'>): Promise<void> {
  if (files.length === 0) {
    announce(t('nothing'));
    return;
  }
  // Whoever hands in something new has seen what the last import had to say.
  for (const one of desk.list()) if (one.problem === null && isClean(one)) desk.dismiss(one.key);
  const before = currentView();
  announce(files.length === 1 ? t('started-one', { name: files[0]?.name }) : t('started', { count: files.length }));
  const done = await desk.hand(files);
  const edition = onlyEdition(done);
  const now = currentView();
  const alreadyThere = now.kind === 'edition' && now.edition === edition;
  if (edition === null || now !== before || alreadyThere) return;
  go({ kind: 'edition', edition, place: null, marked: null });
  if (isClean(done)) desk.dismiss(done.key);
}
