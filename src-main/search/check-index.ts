/** Compares the index with the library's articles: every article's checksum, and for some of each batch that the index truly finds them. */
import type { ArticleId } from '../contract/model';
import { hashArticle } from './article-text';
import { foldArticle } from './article-texts';
import type { DocumentNumber } from './document-number';
import { IndexDamage } from './index-damage';
import { matchText } from './match-expression';
import { isListed } from './pair-index';
import type { ArticleReader, CheckReport, IndexDatabase, SearchableArticle } from './search';

const BATCH = 100;
/** Articles of each batch that are looked up by a piece of their text. */
const PROBED = 2;
const PROBE_LENGTH = 6;
/** Between batches, so that a check in the background leaves the machine to the reader. */
const PAUSE_MILLISECONDS = 4;

interface Row {
  readonly document: DocumentNumber;
  readonly article: ArticleId;
  readonly hash: number;
  readonly paired: number;
}

export async function checkIndex(database: IndexDatabase, articles: ArticleReader, signal: AbortSignal | undefined): Promise<CheckReport> {
  const missing: ArticleId[] = [];
  const surplus: ArticleId[] = [];
  let count = 0;
  let after = 0;
  for (;;) {
    const from = after;
    const last = await database.snapshot(async () => {
      const batch = await articles.after(from, BATCH);
      const end = batch.at(-1)?.id ?? Number.MAX_SAFE_INTEGER;
      const rows = await database.all<Row>(
        'SELECT document, article, hash, paired FROM search_article WHERE article > ? AND article <= ?',
        [from, end],
      );
      const unseen = new Map(rows.map((row) => [row.article, row]));
      for (const [at, article] of batch.entries()) {
        const row = unseen.get(article.id);
        unseen.delete(article.id);
        const sound = row?.hash === hashArticle(article) && (at >= PROBED || (await isFound(database, article, row)));
        if (!sound) missing.push(article.id);
      }
      surplus.push(...unseen.keys());
      count += batch.length;
      return batch.length === 0 ? null : end;
    });
    if (last === null || signal?.aborted) break;
    after = last;
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MILLISECONDS);
    });
  }
  return { sound: missing.length === 0 && surplus.length === 0, articles: count, missing, surplus };
}

/** A piece from the middle of the longest passage must lead to the article. */
async function isFound(database: IndexDatabase, article: SearchableArticle, { document, paired }: Row): Promise<boolean> {
  const longest = foldArticle(article).squeezed.reduce((a, b) => (b.length > a.length ? b : a), '');
  const middle = Math.floor(longest.length / 2);
  const piece = Array.from(longest.slice(Math.max(0, middle - PROBE_LENGTH), middle + PROBE_LENGTH))
    .filter((character) => /\P{Surrogate}/u.test(character))
    .join('')
    .trim();
  if (piece === '') return true;
  const { expression } = await matchText(database, piece, null);
  try {
    if (paired && !(await isListed(database, article.id, piece))) return false;
    return (await database.get('SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = ?', [expression, document])) !== undefined;
  } catch (error) {
    if (error instanceof IndexDamage) return false;
    throw error;
  }
}
