/**
 * The lines that stand over a story in wrapped English text: found from below, as what follows says so itself — who wrote it, the place it
 * was written at, the page it comes from. Titles that nothing signs are found in unsigned-titles.ts.
 */
import type { Judgement } from '../../contract/model';
import { isLatinText } from '../../contract/latin-text';
import type { Line } from '../document';
import { readJump } from '../line-grammar';
import { isAuthorAt } from './author-lines';
import { opensWithDateline } from './authors';
import { endsLikeText, isInCapitals, isNoise, isSectionName, isTitleLine, leadsOn, startsLowerCase } from './latin-lines';
import { smallWordsOf } from './ragged-lines';
import { isNoText, titleAbove } from './unsigned-titles';

/** What a line is to the headings around it. */
export const NO_HEADING = 0;
export const OPENS_HEADING = 1;
export const IN_HEADING = 2;
export const AUTHOR = 3;
/** Opens a heading that nothing signs, known by where its lines end. */
export const OPENS_TITLE = 4;

/** What is thought of such a heading until a pass has decided. */
export const ENDED_ON_PURPOSE: Judgement = { rule: 'ends-before-column', confidence: 'guess' };

/** More lines are no heading. */
const MOST_LINES = 7;
const LONGEST_LINE = 90;
/** Characters that tell a line's script. */
const SCRIPT_TOLD = 400;
/** Over an indented paragraph, where nothing else says that they are one. */
const MOST_INDENTED_UNDER = 4;

/**
 * By line of the stretch from `from` to `to`: whether it opens a heading, goes on with one, or says who wrote the story. `widths` is the
 * width of each line's column, null where no line is broken to one.
 */
export function headingStacks(text: string, lines: readonly Line[], from: number, to: number, widths: Uint16Array | null): Uint8Array {
  const printed = lines.slice(from, to).map((line) => text.slice(line.start, line.end));
  const found = new Uint8Array(to - from);
  const column = widths && { printed, lines, from, widths, smallWords: smallWordsOf(printed) };
  for (const [at, line] of printed.entries()) {
    if (!isLatinText(line.slice(0, SCRIPT_TOLD))) continue;
    if (isAuthorAt(printed, at)) found[at] = AUTHOR;
    const isBelow =
      found[at] === AUTHOR || readJump(line)?.from != null || opensWithDateline(line) || isIndentedUnder(lines, from + at, from);
    if (at === 0 || found[at - 1] !== NO_HEADING) continue;
    const start = isBelow ? stackAbove(printed, lines, from, at) : column ? titleAbove(column, at) : at;
    let opened = start;
    for (let own = start; own < at; own++) {
      const opens = own === start || lines[from + own]!.blankLinesBefore > 0 || changesStyle(printed, opened, own);
      if (opens) opened = own;
      found[own] = !opens ? IN_HEADING : isBelow ? OPENS_HEADING : OPENS_TITLE;
    }
  }
  return found;
}

/** Opens a paragraph by its indent under lines that have none and stand clear of what is above them. */
function isIndentedUnder(lines: readonly Line[], at: number, from: number): boolean {
  if (at === from || lines[at]!.blankLinesBefore > 0 || lines[at]!.indent <= lines[at - 1]!.indent) return false;
  let top = at - 1;
  while (top > from && lines[top]!.blankLinesBefore === 0 && at - top < MOST_INDENTED_UNDER) top -= 1;
  return lines[top]!.blankLinesBefore > 0 || top === 0;
}

/** The first of the lines right above `at` that belong to no text; `at` where there is none. */
function stackAbove(printed: readonly string[], lines: readonly Line[], from: number, at: number): number {
  let start = at;
  while (start > 0 && at - start < MOST_LINES) {
    const line = printed[start - 1]!;
    if (start < at && lines[from + start]!.blankLinesBefore > 0) break;
    if (line.length > LONGEST_LINE || !isLatinText(line) || isNoise(line)) break;
    const runsOn =
      /[-\u2010;]$/.test(line) ||
      (/[:,]$/.test(line) && isInCapitals(line)) ||
      (line.endsWith(',') && start < at && startsLowerCase(printed[start]!));
    if (endsLikeText(line) && !runsOn) break;
    if (isNoText(printed, start - 1)) break;
    start -= 1;
  }
  // A broken-off paragraph ends without a mark just so: then its last line would open in mid-sentence.
  return at - start >= MOST_LINES || (start < at && startsLowerCase(printed[start]!)) ? at : start;
}

/** A deck under a title: in the letters of a sentence under capitals, or with a capital where the title above it ran on without. */
function changesStyle(printed: readonly string[], start: number, at: number): boolean {
  const [line, above] = [printed[at]!, printed[at - 1]!];
  if (isInCapitals(above) !== isInCapitals(line) || (at === start + 1 && isSectionName(above))) return true;
  if (isInCapitals(line)) return false;
  if (leadsOn(above) || startsLowerCase(line) || /[-\u2010]$/.test(above)) return false;
  const heading = printed.slice(start, at);
  const isTitleCase = heading.every((one) => isTitleLine(one) || leadsOn(one));
  return isTitleCase ? !isTitleLine(line) && /\s\p{Ll}{4,}/u.test(line) : true;
}
