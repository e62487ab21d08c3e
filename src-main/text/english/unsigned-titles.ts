/**
 * Titles in wrapped English text that nothing signs and no capitals tell: known by where their lines end, and by the new sentence below.
 * Not for titles over a byline, a dateline or an indent: heading-stacks.ts.
 */
import type { Line } from '../document';
import { readJump } from '../line-grammar';
import { isLatinText } from '../../contract/latin-text';
import { isAuthorAt } from './author-lines';
import { isSalutation, isSignedWithPlace } from './authors';
import { endsSentence, endsWithPartedWord, isInCapitals, isNoise, isSectionName, leadsOn, ratherLeadsOn } from './latin-lines';
import { endsInPictureCredit, isPictureCredit } from './picture-credits';
import { isNotFull, isSetByItself, mayOpenSentence, opensAnew } from './ragged-lines';
import { isEnglishPaperName, isEnglishRunningHead } from './running-head';
import { wordsIn } from './word-stems';

/** A stretch of wrapped lines from the file's line `from` on. */
export interface Column {
  readonly printed: readonly string[];
  readonly lines: readonly Line[];
  readonly from: number;
  readonly widths: Uint16Array;
  /** Words that the stretch has without a capital. */
  readonly smallWords: ReadonlySet<string>;
}

/** Lines of a title that nothing signs, with what stands over it. */
const MOST_UNSIGNED = 5;
/** Of the column's width, what a line of text below a title fills at least. */
const LEAST_TEXT = 0.6;

/**
 * The first line of a title that is known for one only by where its lines end, over a text whose first line is at `at`; `at` where there is
 * none. What stands above the title is over: else its lines might go on from there.
 */
export function titleAbove(column: Column, at: number): number {
  const { printed, lines, from, widths } = column;
  const width = widths[from + at]!;
  const opening = printed[at]!;
  if (width === 0 || !(isSalutation(opening) || opensText(column, at))) return at;
  let start = at;
  while (start > 0 && at - start <= MOST_UNSIGNED) {
    const line = printed[start - 1]!;
    const below = printed[start]!;
    if (isOver(printed, start - 1) || (start < at && lines[from + start]!.blankLinesBefore > 0)) break;
    if (isNoise(line) || /[;:,]$|,["”’]\s/.test(line) || endsWithPartedWord(line) || !isLatinText(line)) return at;
    if (start === at ? leadsOn(line) || ratherLeadsOn(line) : leadsOn(line) && isInCapitals(line)) return at;
    const isApart =
      isSetByItself(line, below, width) ||
      isInCapitals(line) ||
      isSectionName(line) ||
      (isNotFull(line, width) && (start < at || isTold(column, at)));
    if (!isApart) return at;
    start -= 1;
  }
  return at - start > MOST_UNSIGNED || start === at || !mayOpenSentence(printed[start]!) ? at : start;
}

/** Lines of a text in which its title's words come again. */
const ECHO_LINES = 6;

/** A new sentence is under the title, though the title ends none: its first word would be small else, or it says again what the title says. */
function isTold({ printed, smallWords }: Column, at: number): boolean {
  if (opensAnew(printed[at]!, smallWords)) return true;
  if (!/^\p{Lu}\p{L}*\s\p{Ll}/u.test(printed[at]!)) return false;
  const text = new Set(printed.slice(at, at + ECHO_LINES).flatMap((line) => wordsIn(line)));
  return wordsIn(printed[at - 1]!).some((word) => text.has(word));
}

/** A line of text below a title goes on in the next, or is over at its own end. */
function opensText({ printed, lines, from, widths }: Column, at: number): boolean {
  const line = printed[at]!;
  if (line.length < widths[from + at]! * LEAST_TEXT || !mayOpenSentence(line)) return false;
  if (endsSentence(line) || endsWithPartedWord(line)) return true;
  const below = printed[at + 1];
  return below !== undefined && lines[from + at + 1]!.blankLinesBefore === 0 && !isInCapitals(line) && !isInCapitals(below);
}

/** Nothing goes on from this line: a sentence ends in it, a page is named, a row of figures is over, or it says itself that it is no text. */
function isOver(printed: readonly string[], at: number): boolean {
  const line = printed[at]!;
  return endsSentence(line) || /[,.]\s(?:Page\s)?[A-Z]?\d{1,2}$|(?:\s\d{1,3}){3,}$/u.test(line) || isNoText(printed, at);
}

/** Says itself that it is neither text nor title. */
export function isNoText(printed: readonly string[], at: number): boolean {
  const line = printed[at]!;
  const above = printed[at - 1] ?? '';
  return (
    endsInPictureCredit(line) ||
    isAuthorAt(printed, at) ||
    readJump(line) !== null ||
    isEnglishRunningHead(line) ||
    (isEnglishPaperName(line) && isEnglishRunningHead(above)) ||
    ((isPictureCredit(line) || isSignedWithPlace(line)) && endsSentence(above))
  );
}
