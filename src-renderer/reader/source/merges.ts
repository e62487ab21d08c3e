/** Which articles an article could be one with: those before and after it in its file. Pure. Not for doing it: see use-merges.ts. */
import type { Article, Place, SourceId, Span } from '../../../src-main/contract/model';

export interface Merge {
  /** The other one. */
  readonly article: Article;
  /** Of the article that goes into the other, and of the one it goes to: as the correction wants them. */
  readonly place: Place;
  readonly to: number;
}

/** The article goes into the one before it; the one after it comes into the article. Null where there is none. */
export interface Merges {
  readonly previous: Merge | null;
  readonly next: Merge | null;
}

export function mergesOf(contents: readonly Article[], article: Article, source: SourceId): Merges {
  const own = startsIn(article, source);
  const begins = own[0];
  if (begins === undefined) return { previous: null, next: null };
  const others = contents
    .filter(({ id }) => id !== article.id)
    .flatMap((one) => {
      const starts = startsIn(one, source);
      return starts[0] === undefined ? [] : [{ article: one, starts, begins: starts[0] }];
    })
    .sort((one, other) => one.begins - other.begins);
  const before = others.findLast((one) => one.begins < begins);
  const after = others.find((one) => one.begins > begins);
  return {
    previous: before ? { article: before.article, place: { source, offset: begins }, to: nearestBefore(before.starts, begins) } : null,
    next: after ? { article: after.article, place: { source, offset: after.begins }, to: nearestBefore(own, after.begins) } : null,
  };
}

/** What a line offers: those down to where the article's text begins in the file, its last one, and any of the articles it could be one with. */
export function mergesAt(merges: Merges, article: Article, source: SourceId, line: Span): readonly (readonly [keyof Merges, Merge])[] {
  const isHere = (start: number | undefined): boolean => start !== undefined && line.start <= start && start < line.end;
  const own = startsIn(article, source);
  const textFrom = Math.min(...startsIn({ ...article, heading: [] }, source));
  const opens = own.some((start) => isHere(start) && start <= textFrom);
  const isOf = (one: Article): boolean => !own.some(isHere) && startsIn(one, source).some(isHere);
  const { previous, next } = merges;
  return [
    ...(previous && (opens || isOf(previous.article)) ? [['previous', previous] as const] : []),
    ...(next && (isHere(own.at(-1)) || isOf(next.article)) ? [['next', next] as const] : []),
  ];
}

/** Where its runs of the file begin, in the file's order. */
function startsIn({ heading, paragraphs }: Article, source: SourceId): readonly number[] {
  const runs = [...heading.filter(({ role }) => role !== 'furniture'), ...paragraphs.flatMap(({ spans }) => spans)];
  return runs.flatMap((run) => (run.source === source ? [run.start] : [])).sort((one, other) => one - other);
}

/** Of a story with several parts in one file the part that the other lies behind. */
function nearestBefore(starts: readonly number[], offset: number): number {
  return starts.findLast((start) => start < offset) ?? offset;
}
