/**
 * How well one line of a column follows another, in nats against any line at all: by language where a sentence goes on,
 * by width, indent and line grammar where a paragraph ends and the next thing begins.
 */
import type { Document, LanguageScores, Line } from '../document';
import { endsFinished, endsOpen, beginsHeadless, widthOf } from '../line-ends';
import { LOST_INDENT, hasIndents, hasLostIndents } from './measure-width';
import { isAuthorKicker, isAuthorNote, isByline, isCredit, isFurniture, isLocality, isMarkedColumn, readJump } from '../line-grammar';

export type LineKind = 'text' | 'title' | 'kicker' | 'locality' | 'deck' | 'byline' | 'note' | 'jump' | 'column' | 'furniture';

export interface ColumnLine {
  readonly line: Line;
  readonly text: string;
  readonly kind: LineKind;
  /** Full-width characters, indent included. */
  readonly width: number;
  readonly indented: boolean;
  readonly finished: boolean;
  /** Nats for its beginning being a paragraph's. */
  readonly opens: number;
}

/** What the lines around share. */
interface ColumnShape {
  /** Full-width characters of a full line. */
  readonly width: number;
  /** Paragraphs begin with an indent. */
  readonly indents: boolean;
  /** They did when printed: any line may be a first one, and fuller than it looks. */
  readonly lostIndents: boolean;
}

/** Lines of a document as columns see them; each is read once. */
export interface ColumnReader {
  readonly lineAt: (index: number) => ColumnLine;
  /** Nats for line `after` following line `before` in one column, against any line. */
  readonly link: (before: number, after: number) => number;
}

/** Lines as far behind one as columns lie side by side: they are held against it again and again. */
const REMEMBERED = 3;

/** @param widths of the column around each line, in half characters */
export function readColumns(document: Document, widths: Float32Array): ColumnReader {
  const read = new Map<number, ColumnLine>();
  const indents = hasIndents(document.lines);
  const widthAt = (index: number): number => (widths[index] as number) / 2;
  const lostIndents = !indents && hasLostIndents(document.text, document.lines, widthAt);
  const lineAt = (index: number): ColumnLine => {
    const known = read.get(index);
    if (known) return known;
    const made = columnLine(document, document.lines[index] as Line, widthAt(index));
    read.set(index, made);
    return made;
  };
  const scored = new Float64Array(document.lines.length * REMEMBERED).fill(NaN);
  const score = (before: number, after: number): number =>
    linkScore(document.language, lineAt(before), lineAt(after), { width: widthAt(before), indents, lostIndents });
  return {
    lineAt,
    link(before, after) {
      const distance = after - before;
      if (distance < 1 || distance > REMEMBERED) return score(before, after);
      const slot = before * REMEMBERED + distance - 1;
      if (Number.isNaN(scored[slot])) scored[slot] = score(before, after);
      return scored[slot] as number;
    },
  };
}

function columnLine(document: Document, line: Line, width: number): ColumnLine {
  const text = document.text.slice(line.start, line.end);
  const own = widthOf(text) + line.indent;
  return {
    line,
    text,
    kind: kindOf(text, own, width),
    width: own,
    indented: line.indent > 0,
    finished: endsFinished(text),
    opens: opensScore(document.language, text),
  };
}

function opensScore(language: LanguageScores | null, text: string): number {
  return language ? Math.max(-3, Math.min(3, language.startScore(text.slice(0, 8)))) : 0;
}

function kindOf(text: string, own: number, width: number): LineKind {
  if (text.length > 48) return 'text';
  if (readJump(text)) return 'jump';
  if (isFurniture(text)) return 'furniture';
  if (isCredit(text) || isAuthorNote(text)) return 'note';
  if (isByline(text)) return 'byline';
  if (isMarkedColumn(text)) return 'column';
  if (isAuthorKicker(text)) return 'kicker';
  if (isLocality(text)) return 'locality';
  if (/^(?:——|──)/u.test(text)) return 'deck';
  if (/[，。；、！？…：,;]$/u.test(text) || beginsHeadless(text) || /[。；]/u.test(text)) return 'text';
  const spaced = /\S[ \u3000]\S/u.test(text) && !/[，]/u.test(text);
  return spaced || own > width + 1.5 || own < width - 1.25 ? 'title' : 'text';
}

/** Nats for what comes after what, where a line of the one kind is over and one of the other begins. Unlisted pairs are neither likely nor unlikely. */
const AFTER: Readonly<Partial<Record<LineKind, Readonly<Partial<Record<LineKind, number>>>>>> = {
  kicker: { title: 2.5, text: -1.5, kicker: -3, note: -4, byline: -2, locality: -3, jump: -4 },
  locality: { title: 2.5, kicker: -3, text: -2, note: -4, byline: -2, deck: -3, jump: -4 },
  column: { title: 1.5, locality: 1.5, kicker: 1.5, deck: 1.5, note: -4 },
  title: { text: 1, byline: 1.5, deck: 1.5, title: 0, locality: -1.5, kicker: -1, note: -2, jump: 0 },
  deck: { text: 1, byline: 1.5, kicker: 1, deck: -2, locality: -1.5, note: -3 },
  byline: { text: 2.5, title: -2.5, locality: -3, kicker: -3, deck: -3, byline: -2, note: -2 },
  note: { title: 1.5, kicker: 1.5, column: 1.5, locality: 1.5, text: -1.5, byline: -3, deck: -3 },
  jump: { text: 1.5, title: 1.5 },
  text: { byline: -2.5, deck: -2.5 },
};

const MAY_GO_ON = Math.log(0.88);
const MAY_END = Math.log(0.12);

function linkScore(language: LanguageScores | null, before: ColumnLine, after: ColumnLine, shape: ColumnShape): number {
  const on = MAY_GO_ON + goesOn(language, before, after, shape);
  const ends = MAY_END + endsAndBegins(before, after, shape);
  return Math.max(on, ends) + Math.log1p(Math.exp(-Math.abs(on - ends)));
}

function goesOn(language: LanguageScores | null, before: ColumnLine, after: ColumnLine, shape: ColumnShape): number {
  let score = language
    ? Math.max(-8, Math.min(12, language.affinity(before.text.slice(-8), after.text.slice(0, 8))))
    : endsOpen(before.text) || beginsHeadless(after.text)
      ? 3
      : 0;
  if (before.kind !== 'text' && before.kind !== 'title') score -= 10;
  if (after.kind !== 'text' && after.kind !== 'title') score -= 10;
  if (shape.indents && after.indented) score -= 8;
  const printed = before.width + (shape.lostIndents ? LOST_INDENT : 0);
  const room = shape.width - printed - firstWidth(after.text);
  if (room >= -0.25) score -= room < 1 ? 2.5 : room < 3 ? 5 : 8;
  return score;
}

/** Of what must stand together at a line's beginning: opening marks and the character after them. */
function firstWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (!/[“‘「『（《〈【(]/u.test(character)) break;
  }
  return width;
}

function endsAndBegins(before: ColumnLine, after: ColumnLine, shape: ColumnShape): number {
  return ending(before, shape) + beginning(after, shape) + (AFTER[before.kind]?.[after.kind] ?? 0);
}

/** A paragraph's last line is mostly short and nearly always a sentence's end. */
function ending(line: ColumnLine, shape: ColumnShape): number {
  if (line.kind !== 'text') return 1;
  const short = line.width < shape.width - 1;
  return (short ? 1.8 : -2) + (line.finished ? 0.7 : -4);
}

function beginning(line: ColumnLine, shape: ColumnShape): number {
  if (line.kind !== 'text') return 1;
  return shape.indents ? (line.indented ? 2 : -4) + line.opens / 2 : line.opens;
}
