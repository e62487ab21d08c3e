/** Builds the index anew from the library's articles: small transactions, each leaving a state from which the next start goes on. */
import type { IndexWriter } from './index-writer';
import { readState, writeState } from './index-tables';
import type { ArticleReader, IndexDatabase, RebuildProgress } from './search';

/** Articles in one transaction: an import in between waits no longer than that takes (about 0.1 s). */
const BATCH = 200;

/** Goes on from where a rebuild cut short had stopped. Resolves early, with the index still marked as being built, if aborted. */
export async function rebuildIndex(
  database: IndexDatabase,
  articles: ArticleReader,
  writer: IndexWriter,
  onProgress: ((progress: RebuildProgress) => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const total = await articles.count();
  let done = (await database.get<{ count: number }>('SELECT count(*) AS count FROM search_article'))?.count ?? 0;
  for (;;) {
    onProgress?.({ done: Math.min(done, total), total });
    if (signal?.aborted) return;
    // Read and written in one transaction, so that nothing deleted meanwhile comes back.
    const added = await database.transaction(async () => {
      const cursor = (await readState(database, 'cursor')) ?? 0;
      const batch = await articles.after(cursor, BATCH);
      const last = batch.at(-1);
      if (last === undefined) {
        await writeState(database, 'building', 0);
        return null;
      }
      await writer.add(batch);
      await writeState(database, 'cursor', last.id);
      return batch.length;
    });
    if (added === null) break;
    done += added;
  }
  onProgress?.({ done: total, total });
}
