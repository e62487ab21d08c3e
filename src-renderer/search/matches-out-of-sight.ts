/** How many of a hit's matches its block does not show before it is unfolded: those neither in its headline nor in its snippet, which is never of the headline. Pure. */
import type { SearchHit } from '../../src-main/contract/model';

export function matchesOutOfSight({ matchCount, matches, headlineMatches }: SearchHit): number {
  return Math.max(0, matchCount - matches.length - headlineMatches.length);
}
