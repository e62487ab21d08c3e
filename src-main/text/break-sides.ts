/**
 * What a running text says of where it begins and where it ends, whatever stands around it: whether a sentence may go on from it, or in it,
 * and all that every weighing of such a break asks. Not for weighing (match-breaks.ts).
 */
import type { Block, BreakHead, BreakTail, LanguageScores } from './document';
import { isLatinText } from '../contract/latin-text';
import { beginsHeadless, endsFinished, endsOpen, isClosedByBrackets } from './line-ends';
import { BRIEF_MARK, NUMBERED, OPENS_TEXT, SPEAKS } from './lone-title';
import { once } from './once';
import { marksAtEnd, marksAtStart } from './paired-marks';
import type { MarksAtEnd, MarksAtStart } from './paired-marks';
import { endsInSurname } from './person-names';
import { matterBefore, matterBehind } from './side-matter';
import type { SideMatter } from './side-matter';
import { isTableRow } from './title-cues';
import { isWholeLine } from './whole-lines';

export interface BreakSides {
  /** Latin script: of its words the language model knows nothing. */
  readonly latin: boolean;
  /** No sentence goes on in it, or from it. */
  readonly alone: boolean;
  /** Ends within a sentence, or with a quotation still open. */
  readonly mayGoOn: boolean;
  /** Opens a text, a brief, a speech or a numbered part. */
  readonly surelyOpens: boolean;
  readonly mayContinue: boolean;
  readonly tail: () => TailSide;
  readonly head: () => HeadSide;
}

export interface TailSide {
  /** Its last characters. */
  readonly before: string;
  /** Null without a language. */
  readonly side: BreakTail | null;
  readonly finished: boolean;
  readonly open: boolean;
  readonly semicolon: boolean;
  readonly surname: boolean;
  /** Nats taken off for being open towards all heads alike. */
  readonly discount: number;
  readonly marks: MarksAtEnd;
  readonly sideMatter: () => SideMatter | null;
}

export interface HeadSide {
  /** Its first characters. */
  readonly after: string;
  readonly side: BreakHead | null;
  readonly headless: boolean;
  readonly marks: MarksAtStart;
  readonly sideMatter: () => SideMatter | null;
}

/** Characters on either side of a break that the language model reads. */
export const CONTEXT = 12;
/** Most that a tail's being open may count for one particular head: it is open towards all of them alike. */
const OPEN_TAIL_CAP = 5;
/** Characters that tell a text's script. */
const SCRIPT_TOLD = 60;
/** Nats for opening a paragraph above which a line is not held to be a continuation from afar. */
const OPENS_SURELY = 4;

/**
 * Several passes ask about the same texts; of a file of thousands of pages all that is said of them would be a quarter of the memory it takes.
 * No weak map: seeing to one costs the collector a twentieth of a parse.
 */
const MOST_KNOWN = 4096;
const known = new Map<Block, BreakSides>();

/** Before another file is read. */
export function forgetBreakSides(): void {
  known.clear();
}

/** @param text what is printed of the block */
export function breakSidesOf(language: LanguageScores | null, block: Block, text: string): BreakSides {
  const met = known.get(block);
  if (met) return met;
  const opens = surelyOpens(text);
  const sides: BreakSides = {
    latin: isLatinText(text.slice(0, SCRIPT_TOLD)),
    alone: isWholeLine(block.judgement.rule) || isTableRow(text),
    mayGoOn: (!endsFinished(text) && !isClosedByBrackets(text)) || /[；;]$/u.test(text) || leavesQuotationOpen(text),
    surelyOpens: opens,
    mayContinue: !opens && (beginsHeadless(text) || language === null || language.startScore(text.slice(0, CONTEXT)) < OPENS_SURELY),
    tail: once(() => tailOf(language, text)),
    head: once(() => headOf(language, text)),
  };
  if (known.size === MOST_KNOWN) known.clear();
  known.set(block, sides);
  return sides;
}

/** Of whose breaks the language model knows anything. */
export function isTold({ latin, alone }: BreakSides): boolean {
  return !latin && !alone;
}

/** Opens a text, a brief, a speech or a numbered part. */
export function surelyOpens(text: string): boolean {
  return OPENS_TEXT.test(text) || BRIEF_MARK.test(text) || SPEAKS.test(text) || NUMBERED.test(text);
}

function leavesQuotationOpen(text: string): boolean {
  return text.lastIndexOf('“') > text.lastIndexOf('”') && !/[：:]“/u.test(text.slice(text.lastIndexOf('“') - 1));
}

function tailOf(language: LanguageScores | null, text: string): TailSide {
  const before = text.slice(-CONTEXT);
  return {
    before,
    side: language && language.breakTail(before),
    finished: endsFinished(text),
    open: endsOpen(before),
    semicolon: /[；;]$/u.test(before),
    surname: endsInSurname(text.slice(-6)),
    discount: language ? Math.max(0, -language.endScore(before) - OPEN_TAIL_CAP) : 0,
    marks: marksAtEnd(text),
    sideMatter: once(() => language && matterBefore(language, text)),
  };
}

function headOf(language: LanguageScores | null, text: string): HeadSide {
  const after = text.slice(0, CONTEXT);
  return {
    after,
    side: language && language.breakHead(after),
    headless: beginsHeadless(text),
    marks: marksAtStart(text),
    sideMatter: once(() => language && matterBehind(language, text)),
  };
}
