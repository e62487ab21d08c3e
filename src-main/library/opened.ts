/** What the reader has open, so that the next start begins there. Not for where in it they are: see bookmarks.ts. */
import type { EditionId } from '../contract/model';
import { latestEdition, markOpened } from '../store/editions';
import type { Database } from '../store/database';
import { readFact, writeFact } from '../store/settings';

/** The edition of which an article was open alone when anything was opened last; empty where it was its pages. */
const IN_ARTICLE_FACT = 'article-open-of';

export async function keepOpened(database: Database, edition: EditionId, inArticle: boolean): Promise<null> {
  await database.transaction(async () => {
    await markOpened(database, edition, new Date().toISOString());
    await writeFact(database, IN_ARTICLE_FACT, inArticle ? String(edition) : '');
  });
  return null;
}

export async function lastOpened(database: Database): Promise<{ readonly edition: EditionId | null; readonly inArticle: boolean }> {
  const edition = await latestEdition(database);
  return { edition, inArticle: edition !== null && (await readFact(database, IN_ARTICLE_FACT)) === String(edition) };
}
