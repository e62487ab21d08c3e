/** Articles in the order the side panel lists them, which is the order j and k walk. Pure. */
import type { Article, ArticleId, Edition, Section } from '../../src-main/contract/model';

export function readingOrder(edition: Edition): readonly Article[] {
  const byId = new Map<ArticleId, Article>(edition.contents.map((article) => [article.id, article]));
  const listed = edition.sections.flatMap((section) => section.articles.flatMap((id) => byId.get(id) ?? []));
  const seen = new Set(listed);
  return [...seen, ...edition.contents.filter((article) => !seen.has(article) && article.kind !== 'furniture')];
}

export interface Neighbours {
  readonly previous: Article | null;
  readonly next: Article | null;
  /** The section it stands in, and its place there from 1. */
  readonly section: Section | null;
  readonly index: number;
}

export function neighboursOf(edition: Edition, article: ArticleId): Neighbours {
  const order = readingOrder(edition);
  const at = order.findIndex(({ id }) => id === article);
  const section = edition.sections.find(({ articles }) => articles.includes(article)) ?? null;
  return {
    previous: order[at - 1] ?? null,
    next: at < 0 ? null : (order[at + 1] ?? null),
    section,
    index: section ? section.articles.indexOf(article) + 1 : 0,
  };
}

/** The article an id opens: one joined across a jump answers to the id of each of its parts. */
export function articleWithId(edition: Edition, id: ArticleId): Article | null {
  return (
    edition.contents.find((article) => article.id === id) ??
    edition.contents.find((article) => article.parts.some((part) => part.article === id)) ??
    null
  );
}
