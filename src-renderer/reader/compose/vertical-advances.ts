/**
 * Widths along a vertical line: numbers of one or two digits stand across it in one square, longer ones, decimals among them, go down it
 * sign by sign, a per-cent below its number; Latin words lie on their side (CLREQ 2.3.2). Not for horizontal text.
 */
import type { Advances, Face } from './advances';

/** Latin words and numbers as lines are broken by (atoms.ts), and what stands between them. */
const PIECES = /[!"%-')-Z\\-z|}~]+|[^!"%-')-Z\\-z|}~]+/gu;
/** A number by itself: what it is per cent of, and with its point. */
const NUMBER = /^(\d+(?:[.,]\d+)*)(%?)$/u;
const SHORT_NUMBER = /^\d{1,2}$/u;
/** Marks that are as wide as Han where lines run down, whatever a Latin face gives them. */
const FULL_MARKS = /[“”‘’—…]/u;

export function verticalAdvances(advances: Advances): Advances {
  const along =
    (wordAdvance: (text: string, face: Face) => number) =>
    (text: string, face: Face): number => {
      let em = 0;
      for (const piece of verticalPieces(text)) {
        const orientation = orientationOf(piece);
        if (orientation === 'combined') em += 1;
        else if (orientation === 'upright') em += piece.length;
        else if (FULL_MARKS.test(piece))
          for (const character of piece) em += FULL_MARKS.test(character) ? 1 : advances.advance(character, face);
        else em += wordAdvance(piece, face);
      }
      return em;
    };
  return {
    ...advances,
    advance: along((text, face) => advances.advance(text, face)),
    ...(advances.latin ? { latin: along((text, face) => advances.latin?.(text, face) ?? 0) } : {}),
  };
}

/** A text cut where its orientation may change. */
export function verticalPieces(text: string): readonly string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => {
    const [, number = '', perCent = ''] = NUMBER.exec(piece) ?? [];
    return perCent === '' ? [piece] : [number, perCent];
  });
}

/** How a piece of text stands in a vertical line. */
export function orientationOf(piece: string): 'combined' | 'upright' | 'mixed' {
  if (SHORT_NUMBER.test(piece)) return 'combined';
  return piece === '%' || NUMBER.test(piece) ? 'upright' : 'mixed';
}

/** The point of a number that stands upright is in the middle of its square, as newspapers set it; sign for sign. */
export function uprightNumber(number: string): string {
  return number.replaceAll('.', '·');
}

/** Numbers that share one square, where they lie in the text: nothing may part them. */
export function combinedNumbers(text: string): readonly { readonly start: number; readonly end: number }[] {
  let at = 0;
  return verticalPieces(text).flatMap((piece) => {
    const start = at;
    at += piece.length;
    return orientationOf(piece) === 'combined' ? [{ start, end: at }] : [];
  });
}

const VERTICAL_QUOTES: Readonly<Record<string, string>> = { '“': '『', '”': '』', '‘': '「', '’': '」' };
/** An apostrophe between Latin letters is no quote. */
const QUOTES = /[“”‘]|(?<![A-Za-z0-9])’|’(?![A-Za-z])/gu;

/** Quotes as vertical text has them; as many UTF-16 code units as before, so that offsets hold. */
export function verticalQuotes(text: string): string {
  return text.replace(QUOTES, (quote) => VERTICAL_QUOTES[quote] ?? quote);
}
