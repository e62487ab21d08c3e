/** What the reader does with whole editions and their files, each with its way back. Knows nothing of React. Not for asking first: see the dialogs. */
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { EditionId, EditionSummary, EncodingName, Fact, ReadingPosition, Source } from '../../src-main/contract/model';
import { encodingNames } from '../app/encoding-field';
import { offerUndo } from '../app/undo';
import { client } from '../link';
import { sayRead } from '../reader/read-text';
import { forgetPlaceLeft } from '../reader/use-reading-position';
import { editionName, nameInSentence } from './edition-name';

export async function throwAway(edition: EditionSummary): Promise<void> {
  await client.call('edition.trash', { edition: edition.id });
  offerUndo({
    said: ({ t, language }) => t('shelf:did-trash', { name: nameInSentence(t, edition, language) }),
    trashed: edition.id,
    undo: () => client.call('edition.restore', { edition: edition.id }),
    redo: () => throwAway(edition),
  });
}

export async function takeBack(edition: EditionSummary): Promise<void> {
  await client.call('edition.restore', { edition: edition.id });
  offerUndo({
    said: ({ t, language }) => t('shelf:did-restore', { name: nameInSentence(t, edition, language) }),
    undo: () => client.call('edition.trash', { edition: edition.id }),
    redo: () => takeBack(edition),
  });
}

export async function markRead(edition: EditionSummary, as: 'read' | 'unread'): Promise<void> {
  const before = await keepRead(edition.id, as === 'read' ? { progress: 1 } : null);
  offerUndo({
    said: ({ t, language }) => t(`shelf:did-mark-${as}`, { name: nameInSentence(t, edition, language) }),
    undo: () => keepRead(edition.id, before),
    redo: () => markRead(edition, as),
  });
}

async function keepRead(
  edition: EditionId,
  position: (Pick<ReadingPosition, 'progress'> & Partial<ReadingPosition>) | null,
): Promise<ReadingPosition | null> {
  forgetPlaceLeft(edition);
  const { position: before } = await client.call('position.mark', { edition, position });
  sayRead(edition, position?.progress ?? 0);
  return before;
}

/** All files of one edition into another; what is left empty is on no shelf, and back as it was when this is undone. */
export async function merge(edition: EditionSummary, into: EditionSummary): Promise<void> {
  const { files } = await client.call('edition.read', { edition: edition.id });
  const undo = await moveInto(edition, files, into);
  offerUndo({
    said: ({ t, language }) =>
      t('shelf:did-merge', { name: nameInSentence(t, edition, language), into: nameInSentence(t, into, language) }),
    undo,
    redo: () => merge(edition, into),
  });
}

/** @param into null for an edition of its own */
export async function moveFile(from: EditionSummary, file: Source, into: EditionSummary | null): Promise<void> {
  const undo = await moveInto(from, [file], into);
  offerUndo({
    said: ({ t, language }) =>
      into
        ? t('shelf:did-move', { file: file.name, into: nameInSentence(t, into, language) })
        : t('shelf:did-move-out', { file: file.name }),
    undo,
    redo: () => moveFile(from, file, into),
  });
}

/** Whoever chooses an edition by its name and day means them to stay, whatever files of other papers that join it say. Resolves with the way back. */
async function moveInto(from: EditionSummary, files: readonly Source[], into: EditionSummary | null): Promise<() => Promise<unknown>> {
  const back = await client.call('source.move', { moves: files.map((file) => ({ source: file.id, edition: into?.id ?? null })) });
  const moveBack = () => client.call('source.move', { moves: [...back] });
  if (!into) return moveBack;
  const held = (['paper', 'date'] as const).filter(
    (name) => into[name].value !== null && into[name].judgement.rule !== CONFIRMED_RULE && from[name].value !== into[name].value,
  );
  if (held.length === 0) return moveBack;
  const correct = (value: (name: 'paper' | 'date') => string | null) =>
    client.call('edition.correct', { edition: into.id, ...Object.fromEntries(held.map((name) => [name, value(name)])) });
  await correct((name) => into[name].value);
  return async () => {
    await moveBack();
    await correct(() => null);
  };
}

/** What the reader says of an edition: what is left out stays, and null goes back to what the text says. */
type SaidOfEdition = Partial<Readonly<Record<'paper' | 'date', string | null>>>;

/** What goes back to a fact as it is: its value where the reader has said it, else null, for then it was inferred. */
function saidBefore({ value, judgement }: Fact<string>): string | null {
  return judgement.rule === CONFIRMED_RULE ? value : null;
}

/**
 * Taken back, each is what it was before: confirmed with its former value, or inferred again.
 * @param supposed files whose page was worked out, and is confirmed together with it
 */
export async function correctEdition(edition: EditionSummary, change: SaidOfEdition, supposed: readonly Source[] = []): Promise<void> {
  const sayPages = async (pageOf: (file: Source) => string | null): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- the library does one at a time
    for (const file of supposed) await client.call('source.correct', { source: file.id, page: pageOf(file) });
  };
  await sayPages(({ page }) => page.value);
  const after = await client.call('edition.correct', { edition: edition.id, ...change });
  const before: SaidOfEdition = {
    ...(change.paper === undefined ? {} : { paper: saidBefore(edition.paper) }),
    ...(change.date === undefined ? {} : { date: saidBefore(edition.date) }),
  };
  const isSame = after.paper.value === edition.paper.value && after.date.value === edition.date.value;
  offerUndo({
    said: ({ t, language }) => {
      const name = nameInSentence(t, edition, language);
      if (!isSame) return t('shelf:did-correct', { name, to: editionName(t, after, language) });
      return t(change.paper === null && change.date === null ? 'shelf:did-correct-back' : 'shelf:did-confirm', { name });
    },
    undo: async () => {
      await sayPages(() => null);
      await client.call('edition.correct', { edition: edition.id, ...before });
    },
    redo: () => correctEdition(edition, change, supposed),
  });
}

/** @param page null goes back to what the text or its name says */
export async function setPage(file: Source, page: string | null): Promise<void> {
  const before = saidBefore(file.page);
  await client.call('source.correct', { source: file.id, page });
  offerUndo({
    said: ({ t }) => (page === null ? t('shelf:did-page-back', { file: file.name }) : t('shelf:did-page', { file: file.name, page })),
    undo: () => client.call('source.correct', { source: file.id, page: before }),
    redo: () => setPage(file, page),
  });
}

export async function setEncoding(file: Source, encoding: EncodingName): Promise<EditionId> {
  const { edition } = await client.call('source.reread', { source: file.id, encoding });
  offerUndo({
    said: ({ t }) => t('shelf:did-encoding', { file: file.name, encoding: encodingNames[encoding] }),
    undo: () => client.call('source.reread', { source: file.id, encoding: file.encoding }),
    redo: () => setEncoding(file, encoding),
  });
  return edition;
}
