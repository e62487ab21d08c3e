/** The reader's own order: files moved between editions, pages set, editions thrown away and taken back. */
import type { EditionId, SourceId, SourceMove } from '../contract/model';
import { CONFIRMED_RULE } from '../contract/model';
import { Problem } from '../contract/problem';
import { articleIdsOfSource } from '../store/articles';
import type { Database } from '../store/database';
import { confirmFact, deleteEdition, insertEdition, readEdition, trashEdition } from '../store/editions';
import { confirmPage, moveSource, readSource, sourcesOfEdition } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { storyHeadsOfEdition } from '../store/stories';
import type { Desk } from './desk';
import { comparePages } from './page-order';
import { bestFact, refreshEdition } from './refresh-edition';
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
      const edition = wanted ?? (await splitOff(database, source));
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

/**
 * An edition for one file of another. What the reader has confirmed of that one holds for its files too, so that this one is found again by
 * its name and day; but not where the file says surely that it never was like the others.
 */
async function splitOff(database: Database, source: StoredSource): Promise<EditionId> {
  const left = await readEdition(database, source.edition);
  const others = (await sourcesOfEdition(database, source.edition)).filter(({ id }) => id !== source.id).sort(comparePages);
  const edition = await insertEdition(database, source.paper, source.date, new Date().toISOString());
  for (const name of ['paper', 'date'] as const) {
    if (left?.[name].judgement.rule !== CONFIRMED_RULE) continue;
    const said = source[name];
    const isSure = said.value !== null && said.judgement.confidence !== 'guess';
    if (!isSure || (others.length > 0 && said.value === bestFact(others, name).value))
      await confirmFact(database, edition, name, left[name].value);
  }
  return edition;
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
