/**
 * Which lines of a wrapped stretch stand alone (headings, bylines, credits), which open a paragraph and which go on with it; a line that
 * stands alone inside a paragraph (a running head, a stray caption) interrupts it. One best labelling of the whole stretch, by width, indent, punctuation, line grammar and language, rather than line by line.
 */
import type { Document, LanguageScores, Line } from '../document';
import { beginsHeadless, endsFinished, endsOpen, endsWithFullStop, widthOf } from '../line-ends';
import {
  SAYS_WHEN,
  isAuthorKicker,
  isAuthorNote,
  isByline,
  isCredit,
  isFurniture,
  isLocality,
  isMarkedColumn,
  mayBeCaption,
  readJump,
  trailingCreditAt,
} from '../line-grammar';
import { OPENS_TEXT, SPEAKS } from '../lone-title';
import { LOST_INDENT, hasIndents, hasLostIndents } from './measure-width';

export type LineLabel = 'alone' | 'opens' | 'goes-on' | 'interrupts';
/** A caption's interruption goes on in the credit below it. */
type Label = LineLabel | 'interrupts-on';
const LABELS: readonly Label[] = ['alone', 'opens', 'goes-on', 'interrupts', 'interrupts-on'];
const [ALONE, OPENS, GOES_ON, INTERRUPTS] = [0, 1, 2, 3] as const;

/** Costs in nats; what is expected costs nothing. */
const COST = {
  /** A paragraph goes on after a line with room left for the next character: for one, for two or three, for more. */
  roomForOne: 7.5,
  roomForThree: 11,
  roomForMore: 24,
  /** A paragraph's last line fills the column: one line in a column's width does. */
  fullLastLine: 2.5,
  /** It does and ends inside a sentence: it was cut where the column ended. */
  cutLastLine: 6.5,
  /** It ends inside a sentence with room left: it is none. */
  openLastLine: 12,
  /** And is short: a heading more likely. */
  shortLastLine: 4,
  /** Paragraphs of an indented text that begin without indent, and lines inside a paragraph that have one. */
  opensWithoutIndent: 7.5,
  goesOnWithIndent: 16,
  aloneWithIndent: 2.5,
  aloneFinished: 9,
  aloneAtAll: 2,
  aloneWide: 3.5,
  ownGrammar: 12,
  acrossBlank: 12,
  titleCue: -3.5,
  /** A paragraph is broken into and goes on; less where the line between says itself what it is. */
  interruption: 10,
} as const;

const CAPTION = /^图[为：:]/u;

interface Measured {
  readonly text: string;
  readonly line: Line;
  /** Full-width characters, indent included. */
  readonly width: number;
  readonly column: number;
  readonly indented: boolean;
  /** Farther from the line before than lines of the stretch are from each other. */
  readonly parted: boolean;
  /** Stands by its own grammar: a byline, a credit, a jump line. */
  readonly standsAlone: boolean;
  readonly finished: boolean;
}

/**
 * @param from first line of the stretch, and `to` the one after its last
 * @param column width in half characters of each line of the document
 */
export function labelLines(document: Document, from: number, to: number, column: Float32Array): readonly LineLabel[] {
  const lines = document.lines.slice(from, to);
  const usual = usualBlanks(lines);
  const measured = lines.map((line, index) =>
    measure(document.text, { line, before: lines[index - 1], next: lines[index + 1], column: (column[from + index] as number) / 2, usual }),
  );
  const indents = hasIndents(lines);
  const lost = !indents && hasLostIndents(document.text, lines, (index) => measured[index]!.column);
  const count = LABELS.length;
  /** By line and label: the best score so far, and the label of the line before that led to it. */
  const scores = new Float64Array(measured.length * count);
  const cameFrom = new Uint8Array(measured.length * count);
  for (const [index, current] of measured.entries()) {
    const before = measured[index - 1] ?? null;
    const own = labelCosts(current, measured[index + 1] ?? null, { indents, lost });
    own[ALONE]! -= titleMatter(document.language, measured, index, indents);
    if (!before) {
      for (let label = 0; label < count; label += 1) scores[label] = label === ALONE || label === OPENS ? -own[label]! : -Infinity;
      continue;
    }
    const earlier = scores.subarray((index - 1) * count, index * count);
    const follows = followsOf(document.language, measured, index, earlier, lost);
    for (let label = 0; label < count; label += 1) {
      let most = -Infinity;
      let chosen = 0;
      for (let place = 0; place < count; place += 1) {
        const score = earlier[place]! + stepScore(LABELS[place]!, LABELS[label]!, before, current, follows) - own[label]!;
        if (score <= most) continue;
        most = score;
        chosen = place;
      }
      scores[index * count + label] = most;
      cameFrom[index * count + label] = chosen;
    }
  }
  return trace(scores, cameFrom, measured);
}

/** @param earlier the best scores of the line before, by label */
function followsOf(
  language: LanguageScores | null,
  lines: readonly Measured[],
  index: number,
  earlier: Float64Array,
  lost: boolean,
): Follows {
  const current = lines[index]!;
  const before = lines[index - 1]!;
  const twoBefore = lines[index - 2];
  const continued = continuing(language, before, current);
  const opened = lost ? continuing(language, printedWith(before, LOST_INDENT), current) : continued;
  // Hardly a line resumes what an interruption broke off: the language is asked only where that could be the best reading.
  const otherwise = Math.max(earlier[OPENS]! + opened, earlier[GOES_ON]! + continued);
  const resumed = twoBefore && earlier[INTERRUPTS]! + MOST_SPOKEN > otherwise ? continuing(language, twoBefore, current) : -Infinity;
  const farther = before.standsAlone && twoBefore?.standsAlone ? lines[index - 3] : undefined;
  const resumedFar = farther ? continuing(language, farther, current) : -Infinity;
  return { continued, opened, resumed, resumedFar };
}

interface LineAmong {
  readonly line: Line;
  readonly before: Line | undefined;
  readonly next: Line | undefined;
  /** Width in full-width characters. */
  readonly column: number;
  readonly usual: number;
}

/** Blank lines between most lines of a stretch. */
function usualBlanks(lines: readonly Line[]): number {
  const blanks = lines.map(({ blankLinesBefore }) => blankLinesBefore).toSorted((one, other) => one - other);
  return blanks[Math.floor(blanks.length / 2)] ?? 0;
}

function measure(text: string, { line, before, next, column, usual }: LineAmong): Measured {
  const own = text.slice(line.start, line.end);
  const textOf = (other: Line | undefined): string => (other ? text.slice(other.start, other.end) : '');
  return {
    text: own,
    line,
    width: widthOf(own) + line.indent,
    column,
    indented: line.indent > 0,
    parted: line.blankLinesBefore > usual,
    standsAlone:
      own.length <= 44 &&
      (isByline(own) ||
        isCredit(own) ||
        isFurniture(own) ||
        isMarkedColumn(own) ||
        isAuthorNote(own) ||
        readJump(own) !== null ||
        isCaption(own, textOf(before), textOf(next))),
    finished: endsFinished(own),
  };
}

/** What a picture shows, with its credit behind or below; one sentence that says when it was taken, under a text that is over. */
function isCaption(line: string, before: string, next: string): boolean {
  const creditAt = trailingCreditAt(line);
  if (creditAt > 0) return mayBeCaption(line.slice(0, creditAt));
  return isCredit(next) && (mayBeCaption(line) || (SAYS_WHEN.test(line) && endsWithFullStop(line) && endsWithFullStop(before)));
}

/** Characters by which a full line may be wider than the column. */
const OVERFULL = 1;

function printedWith(line: Measured, indent: number): Measured {
  return { ...line, width: line.width + indent };
}

/** Characters that the line before still had room for, were the next line's beginning set on it. */
function roomLeft(before: Measured, current: Measured): number {
  let taken = 0;
  for (const character of current.text) {
    taken += widthOf(character);
    if (!/[“‘「『（《〈【(]/u.test(character)) break;
  }
  return before.column - before.width - taken;
}

/** Nats for current being the rest of before's sentence or paragraph, against a break between them. */
function continuing(language: LanguageScores | null, before: Measured, current: Measured): number {
  if (current.parted) return -COST.acrossBlank;
  const spoken = language ? spokenScore(language, before.text.slice(-8), current.text.slice(0, 8)) : guessWithoutLanguage(before, current);
  const room = roomLeft(before, current);
  return spoken - (room <= -0.25 ? 0 : room < 1 ? COST.roomForOne : room < 3 ? COST.roomForThree : COST.roomForMore);
}

/** Nats that language may say for a line's going on. */
const MOST_SPOKEN = 12;

/** A line cut inside a word can only go on, but not with just anything: a stray line is told by how ill it follows. */
function spokenScore(language: LanguageScores, tail: string, head: string): number {
  return Math.max(-8, Math.min(MOST_SPOKEN, language.joinScore(tail, head), language.affinity(tail, head) * 2 + 6));
}

function guessWithoutLanguage(before: Measured, current: Measured): number {
  if (beginsHeadless(current.text) || endsOpen(before.text)) return 8;
  return before.finished ? -1 : 5;
}

/** Lines above and below whose words are compared with a title's. */
const MATTER_LINES = 5;
const MOST_MATTER = 7;

/** Nats for a line that may be a title telling of what follows it rather than of what stands before. */
function titleMatter(language: LanguageScores | null, lines: readonly Measured[], index: number, indents: boolean): number {
  const line = lines[index] as Measured;
  const next = lines[index + 1];
  if (!language || !next || line.standsAlone || line.finished || /[，、；。]/u.test(line.text) || line.text.length < 4) return 0;
  if (indents ? line.indented || !next.indented : language.startScore(next.text.slice(0, 8)) < 1) return 0;
  const textOf = (from: number, to: number): string =>
    lines
      .slice(Math.max(0, from), to)
      .map(({ text }) => text)
      .join('');
  const below = language.topicSimilarity(line.text, textOf(index + 1, index + 1 + MATTER_LINES));
  const above = language.topicSimilarity(line.text, textOf(index - MATTER_LINES, index));
  return Math.max(0, Math.min(MOST_MATTER, below - above));
}

/** Nats for a line going on with the line before, with the same where that one opens its paragraph, and with the one before an interruption of one line or two. */
interface Follows {
  readonly continued: number;
  readonly opened: number;
  readonly resumed: number;
  readonly resumedFar: number;
}

function stepScore(
  earlier: Label,
  label: Label,
  before: Measured,
  current: Measured,
  { continued, opened, resumed, resumedFar }: Follows,
): number {
  if (label === 'interrupts-on') return earlier === 'interrupts' && before.standsAlone && current.standsAlone ? 0 : -Infinity;
  if (earlier === 'interrupts-on') return label === 'goes-on' ? resumedFar : -Infinity;
  if (earlier === 'interrupts') return label === 'goes-on' ? resumed : -Infinity;
  if (label === 'goes-on') return earlier === 'alone' ? -Infinity : earlier === 'opens' ? opened : continued;
  if (label === 'interrupts') return earlier === 'alone' ? -Infinity : 0;
  return earlier === 'alone' ? 0 : -lastLineCost(before);
}

/** Share of the column's width. */
const SHORT = 0.7;

function lastLineCost(line: Measured): number {
  const full = line.width >= line.column - 0.5;
  if (line.finished) return full ? COST.fullLastLine : 0;
  if (full) return COST.cutLastLine;
  return COST.openLastLine + (line.width < line.column * SHORT ? COST.shortLastLine : 0);
}

interface Indents {
  readonly indents: boolean;
  /** They were printed, and are lost. */
  readonly lost: boolean;
}

/** Nats against each label, in their order. */
function labelCosts(line: Measured, next: Measured | null, indents: Indents): number[] {
  const alone = aloneCost(line, next, indents);
  const interruption = line.standsAlone ? COST.interruption / 3 : alone + COST.interruption;
  return [alone, opensCost(line, indents), goesOnCost(line, indents), interruption, alone];
}

function goesOnCost(line: Measured, { indents }: Indents): number {
  const saysItBegins = line.standsAlone || CAPTION.test(line.text) || OPENS_TEXT.test(line.text) || SPEAKS.test(line.text);
  return (saysItBegins ? COST.ownGrammar : 0) + (indents && line.indented ? COST.goesOnWithIndent : 0);
}

function opensCost(line: Measured, { indents, lost }: Indents): number {
  const unindented =
    (indents && !line.indented) || (lost && line.width + LOST_INDENT > line.column + OVERFULL) ? COST.opensWithoutIndent : 0;
  return unindented + (line.standsAlone ? COST.ownGrammar : 0);
}

function aloneCost(line: Measured, next: Measured | null, { indents }: Indents): number {
  if (line.standsAlone) return 0;
  const authorKicker = isAuthorKicker(line.text);
  let cost: number = COST.aloneAtAll;
  if (CAPTION.test(line.text)) cost += COST.titleCue * 2;
  if (line.finished && !authorKicker && !line.text.endsWith('——')) cost += COST.aloneFinished;
  if (/[，、；,]$/u.test(line.text)) cost += COST.aloneFinished;
  if (indents && line.indented) cost += COST.aloneWithIndent;
  if (/[\s\u3000]/u.test(line.text) && !/[，。；]/u.test(line.text)) cost += COST.titleCue;
  if (isLocality(line.text)) cost += COST.titleCue;
  if (authorKicker) cost += COST.titleCue * 2;
  if (indents && next?.indented && !line.finished) cost += COST.titleCue / 2;
  if (line.width > line.column + 1.5) cost += COST.titleCue * 4;
  if (indents && next && !next.indented && !next.standsAlone && Math.abs(line.width - line.column) <= 1) cost += COST.aloneWide;
  return cost;
}

function isInterruption(label: Label): boolean {
  return label === 'interrupts' || label === 'interrupts-on';
}

function trace(scores: Float64Array, cameFrom: Uint8Array, lines: readonly Measured[]): readonly LineLabel[] {
  const labels: LineLabel[] = [];
  const last = lines.at(-1);
  if (!last) return labels;
  const count = LABELS.length;
  const final = (lines.length - 1) * count;
  let place = 0;
  let top = -Infinity;
  for (let label = 0; label < count; label += 1) {
    const ended = isInterruption(LABELS[label]!) ? -Infinity : scores[final + label]! - (label === ALONE ? 0 : lastLineCost(last));
    if (ended > top) {
      top = ended;
      place = label;
    }
  }
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const label = LABELS[place]!;
    labels.push(label === 'interrupts-on' ? 'interrupts' : label);
    place = cameFrom[index * count + place]!;
  }
  return labels.reverse();
}
