/** A paragraph as lines, on a page and in an article alike: its face, its indent, and whether its lines are made even. */
import { isLatinText } from '../../../src-main/contract/latin-text';
import type { Paragraph } from '../../../src-main/contract/model';
import { BODY_FACE, STRONG_LABEL_FACE } from './advances';
import type { Advances, Face } from './advances';
import { breakLines } from './break-lines';
import type { MeasuredLine } from './break-lines';

/** Lines of fewer characters are narrow (CLREQ 3.3.1). */
const narrow = 14;

export interface BrokenParagraph {
  readonly face: Face;
  readonly lines: readonly MeasuredLine[];
}

/** @param measure characters in a line */
export function breakParagraph({ role, text }: Paragraph, measure: number, justify: boolean, advances: Advances): BrokenParagraph {
  const subhead = role === 'subhead';
  const face = subhead ? STRONG_LABEL_FACE : BODY_FACE;
  const isLatin = isLatinText(text);
  const rules = {
    face,
    measure,
    indent: measure < narrow || isLatin ? 1 : 2,
    // Without hyphens a narrow column of Latin words has lines that no space can fill: they all stay ragged.
    justify: justify && !subhead && !isLatin,
  };
  return { face, lines: breakLines(text, rules, advances) };
}
