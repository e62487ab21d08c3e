/** Text as it stands in a vertical line: vertical quotes, numbers upright, short ones in one square. Not for breaking lines. */
import type { ReactNode } from 'react';
import { orientationOf, verticalPieces, verticalQuotes } from '../compose/vertical-advances';

/** Numbers are pieces of their own, for they stand differently. */
export function verticalText(text: string, key: number | string = ''): readonly ReactNode[] {
  let at = 0;
  return verticalPieces(verticalQuotes(text)).map((piece, index) => {
    const printed = text.slice(at, at + piece.length);
    at += piece.length;
    const orientation = orientationOf(piece);
    if (orientation === 'mixed') return setAs(piece, printed, `${key}.${index}`);
    return (
      <span key={`${key}.${index}`} className={`text-${orientation}`}>
        {piece}
      </span>
    );
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
