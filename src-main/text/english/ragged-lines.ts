/**
 * What the ends of ragged lines say: a line is filled as far as the next word has room, so one that ends before was ended on purpose.
 * Pure recognisers over lines of one column; not for what a line that was ended is (heading-stacks.ts, unwrap-latin.ts).
 */
import { startsLowerCase } from './latin-lines';

/** Of the column's width: letters are not of one width, so a line in mid-sentence counts as ended only where there was room to spare. */
const ROOM_TO_SPARE = 0.95;
/** A line this much wider than the column is set in other letters, one this much narrower may have been ended. */
const WIDER = 1.15;
const NARROWER = 0.92;

/** The next line's first word would have had room behind this one. */
export function hasRoomFor(line: string, next: string, width: number): boolean {
  return line.length + 1 + firstWord(next).length <= width;
}

/** A line that ends no sentence though the column goes on, or is wider than it: one of a title, of a table, of a verse. */
export function isSetByItself(line: string, next: string, width: number): boolean {
  return hasRoomFor(line, next, width * ROOM_TO_SPARE) || line.length >= width * WIDER;
}

/** Not as wide as the lines of the column are, be it for want of room for the next word: so the lines of a title stand over its last. */
export function isNotFull(line: string, width: number): boolean {
  return line.length <= width * NARROWER || line.length >= width * WIDER;
}

/** A word that has a capital for no other reason than that a sentence begins with it: other lines have it without. */
export function opensAnew(next: string, smallWords: ReadonlySet<string>): boolean {
  return /^\p{Lu}/u.test(next) && smallWords.has(firstWord(next).toLowerCase());
}

/** The words that lines have without a capital more often than with one in mid-sentence: such a one has it where a sentence begins. */
export function smallWordsOf(lines: readonly string[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const line of lines)
    for (const [word] of line.matchAll(/(?<=[\p{Ll},]\s)\p{L}\p{Ll}*(?!\p{L})/gu)) {
      const small = word.toLowerCase();
      times.set(small, (times.get(small) ?? 0) + (word === small ? 1 : -1));
    }
  return new Set([...times].filter(([, more]) => more > 0).map(([word]) => word));
}

/** May open a sentence: a capital, a figure, a quotation. */
export function mayOpenSentence(line: string): boolean {
  return /^["“'‘(]?[\p{Lu}\p{N}$£€₹]/u.test(line) && !startsLowerCase(line);
}

/** Who is quoted begins a paragraph of his own. */
export function opensQuotation(line: string): boolean {
  return /^["“'‘]\p{Lu}/u.test(line);
}

function firstWord(line: string): string {
  return /^\S*/.exec(line)![0];
}
