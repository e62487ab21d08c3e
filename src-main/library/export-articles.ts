/** Chosen articles to take along, each whole and saying where it was printed. Not for a whole library: see export-library.ts. */
import type { Article, ArticleId, SourceId } from '../contract/model';
import type { Input } from '../contract/operations';
import type { Database } from '../store/database';
import { readSources } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { storyContexts, storyHead } from '../store/stories';
import type { StoryContext } from '../store/stories';
import { articleMarkdown } from './article-markdown';
import { assembleArticle } from './assemble-article';
import { readStories } from './read-stories';

/** As `article.export` promises. */
export function exportArticles(database: Database, { articles, form, language }: Input<'article.export'>): Promise<readonly string[]> {
  return database.snapshot(async () => {
    const heads = new Set<ArticleId>();
    for (const article of articles) heads.add(await storyHead(database, article));
    const contexts = new Map((await storyContexts(database, [...heads])).map((context) => [context.id, context]));
    const stories = await readStories(
      database,
      [...heads].filter((head) => contexts.has(head)),
    );
    const sources = await readSources(database, [...new Set([...stories.values()].flat().map(({ source }) => source))]);
    return [...stories].flatMap(([head, parts]) => {
      const context = contexts.get(head);
      if (!context) return [];
      const article = withPaths(assembleArticle(parts, sources, []), sources);
      return form === 'json' ? asJson(article, context) : articleMarkdown(article, context.paper, context.date, language);
    });
  });
}

/** Each file as it was imported: of a folder of days each has its own 第02版.txt. */
function withPaths(article: Article, sources: ReadonlyMap<SourceId, StoredSource>): Article {
  return { ...article, parts: article.parts.map((part) => ({ ...part, file: sources.get(part.source)?.path ?? part.file })) };
}

/** See forms/README.md; `parts` is for whoever needs every page and file of a story. */
function asJson(article: Article, { paper, date }: Pick<StoryContext, 'paper' | 'date'>): string {
  const { kind, column, kicker, locality, headline, deck, byline, credit, paragraphs, parts } = article;
  const page = parts[0]?.page ?? null;
  const origin = { paper, date, page, parts: parts.map((part) => ({ page: part.page, file: part.file })) };
  const words = paragraphs.map(({ role, text }) => ({ role, text }));
  return JSON.stringify({ ...origin, kind, column, kicker, locality, headline, deck, byline, credit, paragraphs: words }, null, 1);
}
