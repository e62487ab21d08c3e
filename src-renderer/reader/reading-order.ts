/** Articles in the order the side panel lists them, which is the order j and k walk. Pure. */
import type { Article, ArticleId, Edition } from '../../src-main/contract/model';
import { contentsGroups } from '../sections/contents-groups';
import type { ContentsGroup } from '../sections/contents-groups';

export function readingOrder(edition: Edition): readonly Article[] {
  return orderOf(edition, contentsGroups(edition, 'section'));
}

function orderOf(edition: Edition, groups: readonly ContentsGroup[]): readonly Article[] {
  const seen = new Set(groups.flatMap(({ articles }) => articles));
  return [...seen, ...edition.contents.filter((article) => !seen.has(article) && article.kind !== 'furniture')];
}

export interface Neighbours {
  readonly previous: Article | null;
  readonly next: Article | null;
  /** The section it is listed under, and its place there from 1. */
  readonly section: ContentsGroup | null;
  readonly index: number;
}

export function neighboursOf(edition: Edition, article: ArticleId): Neighbours {
  const groups = contentsGroups(edition, 'section');
  const order = orderOf(edition, groups);
  const at = order.findIndex(({ id }) => id === article);
  const isIt = ({ id }: Article) => id === article;
  const section = groups.find(({ articles }) => articles.some(isIt)) ?? null;
  return {
    previous: order[at - 1] ?? null,
    next: at < 0 ? null : (order[at + 1] ?? null),
    section,
    index: section ? section.articles.findIndex(isIt) + 1 : 0,
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
