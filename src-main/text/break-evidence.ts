/**
 * What is asked of a break within an article: of the text that ends at it, of the one that begins behind it, and of the two together. Numbers
 * that stand in no measure to each other; break-weights.ts says what each is worth. Not for choosing among breaks (mend-breaks.ts).
 */
import type { HeadSide, TailSide } from './break-sides';
import type { LanguageScores } from './document';
import { once } from './once';
import { beginsInGivenName } from './person-names';

/** Of a text that breaks off. */
export const TAIL_EVIDENCE = [
  'far from an end',
  'at an end',
  'finished',
  'at a semicolon',
  'at a comma or a mark that opens',
  'length',
] as const;
/** Of a text that may go on another one. */
export const HEAD_EVIDENCE = ['opens a paragraph', 'length'] as const;
/** Of two that are no neighbours: what stands right before the head, and right behind the tail. */
export const ELSEWHERE_EVIDENCE = ['behind a text that breaks off', 'behind no text', 'next text opens a paragraph'] as const;
/** Of the two together. */
export const PAIR_EVIDENCE = [
  'any',
  'neighbours',
  'backwards',
  'two apart',
  'said on the page',
  'marks agree',
  'items of a list',
  'words of one clause in the other',
  'the same word on both sides',
  'figures on both sides',
  'goes on',
  'surely goes on',
  'goes on but for a lost character',
  'alike in matter',
] as const;
/** Of what else goes on where in the article, once all has been weighed without it. */
export const AROUND_EVIDENCE = ['head left behind', 'tail left behind', 'both left behind', 'far, disorder', 'near, disorder'] as const;

/** Nats between which an answer of the language model tells anything. */
const ENDS = { least: -8, most: -1 };
const CLOSES = { least: -1, most: 1 };
export const OPENS = { least: -4, most: 8 };
export const GOES_ON = { least: -11, most: 1 };
export const SURELY_GOES_ON = { least: 1, most: 5 };
export const MOST_FOR_LOST = 12;
const MOST_REPEATED = 3;

export function within(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.max(least, Math.min(most, value));
}

export function tailEvidence(language: LanguageScores, tail: TailSide, length: number): readonly number[] {
  const end = language.endScore(tail.before);
  return [within(end, ENDS), within(end, CLOSES), Number(tail.finished), Number(tail.semicolon), Number(tail.open), Math.log(length)];
}

export function headEvidence(startScore: number, length: number): readonly number[] {
  return [within(startScore, OPENS), Math.log(length)];
}

/** The clause that a text breaks off in, or begins in. */
export interface Clause {
  readonly isList: boolean;
  readonly pairs: ReadonlySet<string>;
}

const CLAUSE_REACH = 60;
const CLAUSE_BEFORE = /[^，。；：！？,;:!?]*$/u;
const CLAUSE_BEHIND = /^[^，。；：！？,;:!?]*/u;

export function clauseBefore(text: string): () => Clause {
  return once(() => clauseOf(CLAUSE_BEFORE.exec(text.slice(-CLAUSE_REACH))![0]));
}

export function clauseBehind(text: string): () => Clause {
  return once(() => clauseOf(CLAUSE_BEHIND.exec(text.slice(0, CLAUSE_REACH))![0]));
}

function clauseOf(text: string): Clause {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++)
    if (isHan(text.charCodeAt(at)) && isHan(text.charCodeAt(at + 1))) pairs.add(text.slice(at, at + 2));
  return { isList: text.includes('、'), pairs };
}

/** Of the common Han characters, by UTF-16 unit. */
function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

/** Nobody says a word twice in a clause: 1 for each pair of characters that stands on both sides, up to `MOST_REPEATED`. */
export function repeatedWords(before: Clause, behind: Clause): number {
  let count = 0;
  for (const pair of before.pairs) if (behind.pairs.has(pair) && ++count === MOST_REPEATED) break;
  return count;
}

export function repeatsWord(tail: TailSide, head: HeadSide): boolean {
  return tail.before.slice(-2) === head.after.slice(0, 2);
}

export function partsFigure(tail: TailSide, head: HeadSide): boolean {
  return /[0-9０-９]$/u.test(tail.before) && /^[0-9０-９]/u.test(head.after);
}

/** Nats for `partsName`. */
export const PARTED_NAME = 4;

/** 副主任医师郭 | 军在…: 1 for a given name behind a surname, -1 for none, 0 where no surname stands behind an office. */
export function partsName(tail: TailSide, head: HeadSide): number {
  return tail.surname ? (beginsInGivenName(head.after.slice(0, 4)) ? 1 : -1) : 0;
}
