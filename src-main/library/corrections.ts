/** What the reader puts right in how a source is cut into articles, and takes back. It stays on its words whenever the source is read again. */
import type { ArticleId, Correction, EditionId, LineChange, Place, SourceId } from '../contract/model';
import { Problem } from '../contract/problem';
import { articlesOfSource } from '../store/articles';
import { correctionsOfSource, deleteCorrection, insertCorrection, latestCorrection, readCorrection } from '../store/corrections';
import type { StoredCorrection } from '../store/corrections';
import type { Database } from '../store/database';
import { storyHead } from '../store/stories';
import { lineAt } from './article-lines';
import type { Desk } from './desk';
import { articleAt, QUOTE_LENGTH } from './printed-place';
import { textOfSource } from './read-source';
import { rereadSource } from './reread-source';

export async function corrections(database: Database, source: SourceId): Promise<readonly Correction[]> {
  return (await correctionsOfSource(database, source)).map(atPlace);
}

/** Null where nothing was put right in the edition. */
export async function lastCorrection(database: Database, edition: EditionId): Promise<Correction | null> {
  const last = await latestCorrection(database, edition);
  return last ? atPlace(last) : null;
}

function atPlace({ source, offset, ...rest }: StoredCorrection): Correction {
  return { ...rest, place: { source, offset } };
}

export interface Corrected {
  readonly edition: EditionId;
  /** The one that holds the place afterwards; the story's first where it is part of one. */
  readonly article: ArticleId | null;
}

/** @throws Problem not-found where there is no such source, or no text at the place or in its line */
export async function addCorrection(desk: Desk, place: Place, change: LineChange): Promise<Corrected & { readonly correction: number }> {
  const { database } = desk;
  const text = await textOfSource(database, place.source);
  const line = lineAt(text, place.offset);
  const quote = text.slice(place.offset, Math.min(line.end, place.offset + QUOTE_LENGTH));
  if (place.offset >= text.length || text.slice(line.start, line.end).trim() === '')
    throw new Problem('not-found', { source: place.source, offset: place.offset });
  let correction = 0;
  const edition = await rereadSource(desk, place.source, null, async () => {
    correction = await insertCorrection(database, { ...place, quote, change, createdAt: new Date().toISOString() });
  });
  return { correction, edition, article: await articleOfPlace(database, place) };
}

/** @throws Problem not-found */
export async function removeCorrection(desk: Desk, id: number): Promise<Corrected> {
  const { database } = desk;
  const correction = await readCorrection(database, id);
  if (!correction) throw new Problem('not-found', { correction: id });
  const edition = await rereadSource(desk, correction.source, null, () => deleteCorrection(database, id));
  return { edition, article: await articleOfPlace(database, correction) };
}

async function articleOfPlace(database: Database, { source, offset }: Place): Promise<ArticleId | null> {
  const holder = articleAt(await articlesOfSource(database, source), offset);
  return holder && holder.parsed.kind !== 'furniture' ? storyHead(database, holder.id) : null;
}
