/** What the reader puts right in how a source is cut into articles, and takes back. It stays on its words whenever the source is read again. */
import type { ArticleId, Correction, EditionId, LineChange, Place, SourceId } from '../contract/model';
import { assertNever, Problem } from '../contract/problem';
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

/** The newest first; of what was said more than once of the same thing, the last. */
export async function corrections(database: Database, source: SourceId): Promise<readonly Correction[]> {
  const made = await correctionsOfSource(database, source);
  if (made.length === 0) return [];
  const text = await textOfSource(database, source);
  const last = new Map(made.map((correction) => [saidOf(correction, text), correction]));
  return made
    .filter((correction) => last.get(saidOf(correction, text)) === correction)
    .toReversed()
    .map(atPlace);
}

/** What a correction is about: of two that are about the same the later one holds. */
function saidOf({ offset, change }: StoredCorrection, text: string): string {
  const line = lineAt(text, offset).start;
  switch (change.kind) {
    case 'move':
      return `${line} move ${change.rest ? 'rest' : 'alone'}`;
    case 'merge':
      return `${line} merge ${change.to}`;
    case 'notice':
      return `${offset} notice ${change.notice}`;
    case 'role':
    case 'begin-article':
    case 'join':
    case 'split':
    case 'leave-out':
      return `${line} ${change.kind}`;
    default:
      return assertNever(change);
  }
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

/**
 * @param withEarlier also what was said of the same thing before it, which would hold again otherwise
 * @throws Problem not-found
 */
export async function removeCorrection(desk: Desk, id: number, withEarlier: boolean): Promise<Corrected> {
  const { database } = desk;
  const correction = await readCorrection(database, id);
  if (!correction) throw new Problem('not-found', { correction: id });
  const gone = withEarlier ? await earlierOnes(database, correction) : [];
  const edition = await rereadSource(desk, correction.source, null, async () => {
    for (const one of [...gone, id]) await deleteCorrection(database, one);
  });
  return { edition, article: await articleOfPlace(database, correction) };
}

async function earlierOnes(database: Database, correction: StoredCorrection): Promise<readonly number[]> {
  const text = await textOfSource(database, correction.source);
  const made = await correctionsOfSource(database, correction.source);
  return made.filter((one) => one.id < correction.id && saidOf(one, text) === saidOf(correction, text)).map(({ id }) => id);
}

async function articleOfPlace(database: Database, { source, offset }: Place): Promise<ArticleId | null> {
  const holder = articleAt(await articlesOfSource(database, source), offset);
  return holder && holder.parsed.kind !== 'furniture' ? storyHead(database, holder.id) : null;
}
