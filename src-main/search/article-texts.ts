/**
 * Articles with their folded passages, read through the library in batches.
 * The text itself is never kept by search: what a hit shows is what the library holds now.
 */
import type { ArticleId } from '../contract/model';
import { squeezeText } from '../contract/squeeze';
import { foldPassages, passagesOf } from './article-text';
import type { Passage } from './article-text';
import type { ArticleReader, SearchableArticle } from './search';

export interface FoldedArticle {
  readonly article: SearchableArticle;
  readonly passages: readonly Passage[];
  /** Folded text of each passage. */
  readonly folded: readonly string[];
  /** The same with words set wide drawn together: what is looked through. */
  readonly squeezed: readonly string[];
}

export function foldArticle(article: SearchableArticle): FoldedArticle {
  const passages = passagesOf(article);
  const folded = foldPassages(passages);
  return { article, passages, folded, squeezed: folded.map(squeezeText) };
}

/** In the order of `ids`; those that are no longer there are left out. */
export async function readFolded(reader: ArticleReader, ids: readonly ArticleId[]): Promise<readonly FoldedArticle[]> {
  if (ids.length === 0) return [];
  const byId = new Map((await reader.read(ids)).map((article) => [article.id, article]));
  return ids.flatMap((id) => {
    const article = byId.get(id);
    return article ? [foldArticle(article)] : [];
  });
}
