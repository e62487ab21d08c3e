/** Which match holds a place, and which one comes next; a match that goes on in further pieces is told by its first. Pure. */
import type { Article, MatchSpan, Place, SourceSpan } from '../../src-main/contract/model';

/** Each match once: what is counted and walked, while all pieces are marked. */
export function firstPieces(hits: readonly MatchSpan[]): readonly MatchSpan[] {
  return hits.filter(({ goesOn }) => !goesOn);
}

/** The match that holds a place, if one does. */
export function hitAt(hits: readonly MatchSpan[], place: Place | null): MatchSpan | null {
  if (place === null) return null;
  const at = hits.findIndex((hit) => hit.source === place.source && hit.start <= place.offset && place.offset < hit.end);
  return hits.slice(0, at + 1).findLast(({ goesOn }) => !goesOn) ?? null;
}

/** All pieces of a match that is told by its first. */
export function piecesOf(hits: readonly MatchSpan[], first: MatchSpan | null): readonly MatchSpan[] {
  if (first === null) return [];
  const after = hits.slice(hits.indexOf(first) + 1);
  const next = after.findIndex(({ goesOn }) => !goesOn);
  return [first, ...(next < 0 ? after : after.slice(0, next))];
}

/** Only the matches that lie in this article. */
export function hitsWithin(article: Article, hits: readonly MatchSpan[]): readonly MatchSpan[] {
  const spans = [...article.heading, ...article.paragraphs.flatMap((paragraph) => paragraph.spans)];
  return hits.filter((hit) => spans.some((span) => span.source === hit.source && span.start <= hit.start && hit.start < span.end));
}

/** The match `step` away from the current one, around the ends. */
export function hitBeside(hits: readonly SourceSpan[], current: SourceSpan | null, step: 1 | -1): SourceSpan | null {
  return hitShortOfEnd(hits, current, step) ?? hits.at(step === 1 ? 0 : -1) ?? null;
}

/** The same, but null beyond the ends. */
export function hitShortOfEnd(hits: readonly SourceSpan[], current: SourceSpan | null, step: 1 | -1): SourceSpan | null {
  const at = current ? hits.indexOf(current) : -1;
  const next = at < 0 ? (step === 1 ? 0 : hits.length - 1) : at + step;
  return hits[next] ?? null;
}
