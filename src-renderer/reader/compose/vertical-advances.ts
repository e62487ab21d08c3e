/**
 * Widths along a vertical line: numbers of one or two digits stand across it in one square, longer ones go down it
 * digit by digit, Latin words lie on their side (CLREQ 2.3.2). Not for horizontal text.
 */
import type { Advances } from './advances';

/** Latin words and numbers as lines are broken by (atoms.ts), and what stands between them. */
const PIECES = /[!"%-')-Z\\-z|}~]+|[^!"%-')-Z\\-z|}~]+/gu;
const SHORT_NUMBER = /^\d{1,2}$/u;
const NUMBER = /^\d+$/u;
/** Marks that are as wide as Han where lines run down, whatever a Latin face gives them. */
const FULL_MARKS = /[“”‘’—…]/u;

export function verticalAdvances(advances: Advances): Advances {
  return {
    ...advances,
    advance(text, face) {
      let em = 0;
      for (const piece of verticalPieces(text)) {
        if (SHORT_NUMBER.test(piece)) em += 1;
        else if (NUMBER.test(piece)) em += piece.length;
        else if (FULL_MARKS.test(piece))
          for (const character of piece) em += FULL_MARKS.test(character) ? 1 : advances.advance(character, face);
        else em += advances.advance(piece, face);
      }
      return em;
    },
  };
}

/** A text cut where its orientation may change. */
export function verticalPieces(text: string): readonly string[] {
  return text.match(PIECES) ?? [];
}

/** How a piece of text stands in a vertical line. */
export function orientationOf(piece: string): 'combined' | 'upright' | 'mixed' {
  if (SHORT_NUMBER.test(piece)) return 'combined';
  return NUMBER.test(piece) ? 'upright' : 'mixed';
}

const VERTICAL_QUOTES: Readonly<Record<string, string>> = { '“': '『', '”': '』', '‘': '「', '’': '」' };
/** An apostrophe between Latin letters is no quote. */
const QUOTES = /[“”‘]|(?<![A-Za-z0-9])’|’(?![A-Za-z])/gu;

/** Quotes as vertical text has them; as many UTF-16 code units as before, so that offsets hold. */
export function verticalQuotes(text: string): string {
  return text.replace(QUOTES, (quote) => VERTICAL_QUOTES[quote] ?? quote);
}
