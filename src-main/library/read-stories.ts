/** Stories by the articles that open them, with all their parts. Not for what search reads of them: see searchable-articles.ts. */
import type { ArticleId } from '../contract/model';
import { readArticles } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { storyChains } from '../store/stories';

/** Parts in reading order; none where there is no such article. */
export async function readStories(
  database: Database,
  heads: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, readonly StoredArticle[]>> {
  const chains = await storyChains(database, heads);
  const articles = new Map(
    (await readArticles(database, [...heads, ...[...chains.values()].flat()])).map((article) => [article.id, article]),
  );
  return new Map(heads.map((head) => [head, [head, ...(chains.get(head) ?? [])].flatMap((id) => articles.get(id) ?? [])]));
}
