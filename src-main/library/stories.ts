/** Stories that go on across a jump: chains of articles, each opened by its first. */
import type { ArticleId } from '../contract/model';

export interface Stories {
  /** The article that opens the story `id` belongs to: itself where nothing is linked. */
  headOf(id: ArticleId): ArticleId;
  /** All of the story's articles in reading order. */
  partsOf(head: ArticleId): readonly ArticleId[];
}

/** At most one link leaves and one reaches an article, and no chain comes back to itself: `withoutCycles` sees to it before they are stored. */
export function tellStories(links: readonly { readonly from: ArticleId; readonly to: ArticleId }[]): Stories {
  const next = new Map(links.map(({ from, to }) => [from, to]));
  const previous = new Map(links.map(({ from, to }) => [to, from]));
  return {
    headOf(id) {
      let head = id;
      for (let before = previous.get(head); before !== undefined; before = previous.get(head)) head = before;
      return head;
    },
    partsOf(head) {
      const parts = [head];
      for (let after = next.get(head); after !== undefined; after = next.get(after)) parts.push(after);
      return parts;
    },
  };
}

/** Keeps links in the order given, leaving out those that would share an end with, or close a circle of, those kept before. */
export function withoutCycles<L extends { readonly from: ArticleId; readonly to: ArticleId }>(links: readonly L[]): readonly L[] {
  const kept: L[] = [];
  const starts = new Set<ArticleId>();
  const ends = new Set<ArticleId>();
  for (const link of links) {
    if (starts.has(link.from) || ends.has(link.to)) continue;
    if (tellStories(kept).headOf(link.from) === link.to || link.from === link.to) continue;
    kept.push(link);
    starts.add(link.from);
    ends.add(link.to);
  }
  return kept;
}
