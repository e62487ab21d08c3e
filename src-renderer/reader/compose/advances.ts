/**
 * How wide a piece of text is: the one thing composition has to be told from outside.
 * The browser measures with a canvas, tests with fixed widths. Not for line breaking.
 */
import { isLatinText } from '../../../src-main/contract/latin-text';

export interface Face {
  readonly family: 'serif' | 'sans';
  readonly weight: 400 | 700;
}

/** Spacing a reader has imposed on all text (WCAG 1.4.12), in em: type set with it can be neither squeezed nor spread. */
export interface ImposedSpacing {
  /** After every character. */
  readonly letters: number;
  /** At every space, besides. */
  readonly words: number;
}

export interface Advances {
  /** Width of `text` in em, set without letter-spacing. Han and full-width forms are never asked for: they are 1em. */
  advance(text: string, face: Face): number;
  /** The same of a word in Latin text, whose quotation marks are narrow there; missing where they are as wide as in Chinese. */
  latin?(text: string, face: Face): number;
  readonly imposed?: ImposedSpacing;
}

/** How wide the words of this text are, in em. */
export function wordMeasure(text: string, face: Face, advances: Advances): (word: string) => number {
  const isLatin = isLatinText(text);
  return (word) => (isLatin && advances.latin ? advances.latin(word, face) : advances.advance(word, face));
}

export const BODY_FACE: Face = { family: 'serif', weight: 400 };
export const HEADLINE_FACE: Face = { family: 'serif', weight: 700 };
export const LABEL_FACE: Face = { family: 'sans', weight: 400 };
export const STRONG_LABEL_FACE: Face = { family: 'sans', weight: 700 };

const FULL_WIDTH_PUNCTUATION = /[\u2018-\u201f\u2014\u2026\u00b7]/u;

/** Widths a newspaper face roughly has: quotes, dashes and ellipses 1em, Latin about half. For tests and for the first paint. */
export const plainAdvances: Advances = {
  advance(text) {
    let em = 0;
    for (const character of text) {
      if (FULL_WIDTH_PUNCTUATION.test(character)) em += 1;
      else if (character === ' ') em += 0.25;
      else em += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
    }
    return em;
  },
};
