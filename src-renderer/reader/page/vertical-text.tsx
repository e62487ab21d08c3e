/** Text as it stands in a vertical line: vertical quotes, numbers upright, short ones in one square. Not for breaking lines. */
import type { ReactNode } from 'react';
import { orientationOf, uprightNumber, verticalPieces, verticalQuotes } from '../compose/vertical-advances';

/**
 * Numbers are pieces of their own, for they stand differently. How one stands is decided by the whole of it, though `from` and `to` take a
 * part: of two that share a square the first brings both, and the other stays away.
 */
export function verticalText(text: string, from = 0, to = text.length): readonly ReactNode[] {
  let at = 0;
  return verticalPieces(verticalQuotes(text)).flatMap((piece): readonly ReactNode[] => {
    const begins = at;
    at += piece.length;
    const orientation = orientationOf(piece);
    const start = Math.max(begins, from);
    const end = orientation === 'combined' ? at : Math.min(at, to);
    if (start >= Math.min(at, to) || (orientation === 'combined' && begins < from)) return [];
    const printed = text.slice(start, end);
    const set = piece.slice(start - begins, end - begins);
    if (orientation === 'mixed') return [setAs(set, printed, start)];
    const shown = orientation === 'upright' ? uprightNumber(set) : set;
    return [
      <span key={start} className={`text-${orientation}`} data-printed={shown === printed ? undefined : printed}>
        {shown}
      </span>,
    ];
  });
}

/** What is set with other signs than were printed, and is copied as printed (copied-text.ts). One sign for one. */
export function setAs(set: string, printed: string, key: number | string): ReactNode {
  if (set === printed) return set;
  return (
    <span key={key} data-printed={printed}>
      {set}
    </span>
  );
}

const LATIN_ALONE = /^(?=.*\p{Script=Latin})\P{Script=Han}*$/u;

/** The interface's own words on a page: Latin ones lie on their side, their numbers with them. */
export function wordsOnPage(text: string, vertical: boolean): ReactNode {
  return vertical && !LATIN_ALONE.test(text) ? verticalText(text) : text;
}
