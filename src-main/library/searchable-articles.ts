/** What the search index is given of the library: whole stories, as they are printed. */
import type { ArticleId } from '../contract/model';
import type { ArticleReader, SearchableArticle } from '../search/search';
import { readArticles } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { countStories, storyChains, storyContexts, storyHeadsAfter } from '../store/stories';
import type { StoryContext } from '../store/stories';
import { joinedFields } from './assemble-article';
import { storyParagraphs } from './story-paragraphs';

/** Search hands back the articles it was given; what they were made from need not be read again. */
const storyOf = new WeakMap<SearchableArticle, readonly StoredArticle[]>();

/** The stored articles of a story that was read for search, in reading order, at least one. */
export function partsRead(article: SearchableArticle): readonly StoredArticle[] {
  return storyOf.get(article) ?? [];
}

export function createArticleReader(database: Database): ArticleReader {
  return {
    read: (ids) => readSearchable(database, ids),
    count: () => countStories(database),
    after: async (after, limit) => readSearchable(database, await storyHeadsAfter(database, after, limit)),
  };
}

/**
 * Ids of furniture, and of articles that go on from another one, are left out.
 * @param atHand articles that have just been written, and need not be read
 */
export async function readSearchable(
  database: Database,
  ids: readonly ArticleId[],
  atHand: readonly StoredArticle[] = [],
): Promise<readonly SearchableArticle[]> {
  const contexts = await storyContexts(database, ids);
  const heads = contexts.map((context) => context.id);
  const chains = await storyChains(database, heads);
  const articles = new Map(atHand.map((article) => [article.id, article]));
  const others = [...heads, ...[...chains.values()].flat()].filter((id) => !articles.has(id));
  if (others.length > 0) for (const article of await readArticles(database, others)) articles.set(article.id, article);
  return contexts.map((context) =>
    searchableOf(
      [context.id, ...(chains.get(context.id) ?? [])].flatMap((id) => articles.get(id) ?? []),
      context,
    ),
  );
}

export function searchableOf(parts: readonly StoredArticle[], context: StoryContext): SearchableArticle {
  const article = {
    paragraphs: storyParagraphs(parts).paragraphs.map(({ text }) => text),
    ...joinedFields(parts),
    ...context,
  };
  storyOf.set(article, parts);
  return article;
}
