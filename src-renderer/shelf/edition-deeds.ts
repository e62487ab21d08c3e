/** What the reader does with whole editions and their files, each with its way back. Knows nothing of React. Not for asking first: see the dialogs. */
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { EditionId, EditionSummary, EncodingName, ReadingPosition, Source } from '../../src-main/contract/model';
import { encodingNames } from '../app/encoding-field';
import { offerUndo } from '../app/undo';
import { client } from '../link';
import { sayRead } from '../reader/read-text';
import { forgetPlaceLeft } from '../reader/use-reading-position';
import { editionName } from './edition-name';

export async function throwAway(edition: EditionSummary): Promise<void> {
  await client.call('edition.trash', { edition: edition.id });
  offerUndo({
    said: ({ t, language }) => t('shelf:did-trash', { name: editionName(t, edition, language) }),
    trashed: edition.id,
    undo: () => client.call('edition.restore', { edition: edition.id }),
    redo: () => throwAway(edition),
  });
}

export async function takeBack(edition: EditionSummary): Promise<void> {
  await client.call('edition.restore', { edition: edition.id });
  offerUndo({
    said: ({ t, language }) => t('shelf:did-restore', { name: editionName(t, edition, language) }),
    undo: () => client.call('edition.trash', { edition: edition.id }),
    redo: () => takeBack(edition),
  });
}

export async function markRead(edition: EditionSummary, as: 'read' | 'unread'): Promise<void> {
  const before = await keepRead(edition.id, as === 'read' ? { progress: 1 } : null);
  offerUndo({
    said: ({ t, language }) => t(`shelf:did-mark-${as}`, { name: editionName(t, edition, language) }),
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
    said: ({ t, language }) => t('shelf:did-merge', { name: editionName(t, edition, language), into: editionName(t, into, language) }),
    undo,
    redo: () => merge(edition, into),
  });
}

/** @param into null for an edition of its own */
export async function moveFile(from: EditionSummary, file: Source, into: EditionSummary | null): Promise<void> {
  const undo = await moveInto(from, [file], into);
  offerUndo({
    said: ({ t, language }) =>
      into ? t('shelf:did-move', { file: file.name, into: editionName(t, into, language) }) : t('shelf:did-move-out', { file: file.name }),
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

/** @param page null goes back to what the text or its name says */
export async function setPage(file: Source, page: string | null): Promise<void> {
  const before = file.page.judgement.rule === CONFIRMED_RULE ? file.page.value : null;
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
