/**
 * Widths along a vertical line: numbers of one or two digits stand across it in one square, longer ones go down it
 * digit by digit, Latin words lie on their side (CLREQ 2.3.2). Not for horizontal text.
 */
import type { Advances } from '../compose/advances';

const SHORT_NUMBER = /^\d{1,2}$/u;
const NUMBER = /^\d+$/u;

export function verticalAdvances(advances: Advances): Advances {
  return {
    advance(text, face) {
      if (SHORT_NUMBER.test(text)) return 1;
      return NUMBER.test(text) ? text.length : advances.advance(text, face);
    },
  };
}

/** How a run of text stands in a vertical line. */
export function orientationOf(text: string): 'combined' | 'upright' | 'mixed' {
  if (SHORT_NUMBER.test(text)) return 'combined';
  return NUMBER.test(text) ? 'upright' : 'mixed';
}

const VERTICAL_QUOTES: Readonly<Record<string, string>> = { '“': '『', '”': '』', '‘': '「', '’': '」' };

/** Quotes as vertical text has them; as many UTF-16 code units as before, so that offsets hold. */
export function verticalQuotes(text: string): string {
  return text.replace(/[“”‘’]/gu, (quote) => VERTICAL_QUOTES[quote] ?? quote);
}
