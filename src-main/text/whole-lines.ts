/** Lines that begin and end where they are printed, by the rule that each was labelled by. */

/** The rule by which who signs a notice, and the day, are known: no sentence goes on in them. */
export const SIGNATURE = 'signature';
/** Who gives a notice and the day, where they are told: text until its titles are known, then a byline under it. */
export const GIVEN_BY = 'given-by';
/** The number of a notice or a case. */
export const NUMBER = 'number-of-document';
/** A line of a poem is a paragraph. */
export const VERSE = 'verse';
/** And so is a row of a table. */
export const ROW = 'row';

export function isWholeLine(rule: string): boolean {
  return rule === SIGNATURE || rule === GIVEN_BY || rule === NUMBER || rule === VERSE || rule === ROW;
}
