/** The reader's own order: files moved between editions, pages set, editions thrown away and taken back. */
import type { EditionId, SourceId, SourceMove } from '../contract/model';
import { Problem } from '../contract/problem';
import { articleIdsOfSource } from '../store/articles';
import type { Database } from '../store/database';
import { deleteEdition, insertEdition, readEdition, trashEdition } from '../store/editions';
import { confirmPage, moveSource, readSource, sourcesOfEdition } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { storyHeadsOfEdition } from '../store/stories';
import type { Desk } from './desk';
import { refreshEdition } from './refresh-edition';
import { readSearchable } from './searchable-articles';

export interface Moved {
  /** Given to `moveSources`, takes the move back. */
  readonly undo: readonly SourceMove[];
  readonly editions: readonly EditionId[];
}

/** All moves or none. @throws Problem not-found {source} or {edition} */
export function moveSources(desk: Desk, moves: readonly SourceMove[]): Promise<Moved> {
  const { database } = desk;
  return database.transaction(async () => {
    const undo: SourceMove[] = [];
    const editions = new Set<EditionId>();
    const moved: SourceId[] = [];
    for (const { source: id, edition: wanted } of moves) {
      const source = await existingSource(database, id);
      const edition = wanted ?? (await insertEdition(database, source.paper, source.date, new Date().toISOString()));
      if (!(await readEdition(database, edition))) throw new Problem('not-found', { edition });
      if (edition === source.edition) continue;
      await moveSource(database, id, edition);
      undo.unshift({ source: id, edition: source.edition });
      editions.add(source.edition).add(edition);
      moved.push(id);
    }
    // A story of articles now in different editions is told apart again; every article of either edition may be in another story.
    for (const edition of editions) await indexAnew(desk, edition);
    return { undo, editions: [...editions] };
  });
}

async function indexAnew(desk: Desk, edition: EditionId): Promise<void> {
  const touched: number[] = [];
  for (const source of await sourcesOfEdition(desk.database, edition))
    touched.push(...(await articleIdsOfSource(desk.database, source.id)));
  await refreshEdition(desk, edition, { added: [], touched });
}

/** @throws Problem not-found */
export function correctPage(desk: Desk, id: SourceId, page: string | null): Promise<EditionId> {
  const { database } = desk;
  return database.transaction(async () => {
    const { edition } = await existingSource(database, id);
    await confirmPage(database, id, page);
    await indexAnew(desk, edition);
    return edition;
  });
}

async function existingSource(database: Database, id: SourceId): Promise<StoredSource> {
  const source = await readSource(database, id);
  if (!source) throw new Problem('not-found', { source: id });
  return source;
}

/** @throws Problem not-found */
export function throwAway({ database, search }: Desk, id: EditionId): Promise<null> {
  return database.transaction(async () => {
    await existingEdition(database, id);
    await search.remove(await storyHeadsOfEdition(database, id));
    await trashEdition(database, id, new Date().toISOString());
    return null;
  });
}

/** @throws Problem not-found */
export function takeBack({ database, search }: Desk, id: EditionId): Promise<null> {
  return database.transaction(async () => {
    await existingEdition(database, id);
    await trashEdition(database, id, null);
    await search.add(await readSearchable(database, await storyHeadsOfEdition(database, id)));
    return null;
  });
}

/** Only what is in the trash. @throws Problem not-found */
export function emptyTrash({ database }: Desk, ids: readonly EditionId[]): Promise<null> {
  return database.transaction(async () => {
    for (const id of ids) {
      const { trashedAt } = await existingEdition(database, id);
      if (trashedAt === null) throw new Problem('not-found', { edition: id });
      await deleteEdition(database, id);
    }
    return null;
  });
}

async function existingEdition(database: Database, id: EditionId) {
  const edition = await readEdition(database, id);
  if (!edition) throw new Problem('not-found', { edition: id });
  return edition;
}
