/** A headline in the narrow side panel: in two lines broken at sense, as printed contents do it. */
import { plainAdvances, HEADLINE_FACE } from '../reader/compose/advances';
import { breakHeadline } from '../reader/compose/break-headline';

/** Characters that fit a line of the side panel. */
const measure = 13.5;
const mostLines = 3;

/** The whole title, trimmed, in one to three lines; what no break can fit stays on one line for the style sheet to wrap. */
export function breakTitle(title: string): readonly string[] {
  const lines = breakHeadline(title, measure, mostLines, HEADLINE_FACE, plainAdvances);
  return lines ? lines.map(({ start, end }) => title.slice(start, end).trim()) : [title];
}
