/**
 * Wrapped lines of Latin-script text -> paragraphs: ragged lines, words parted by hyphens, headings in capitals between them.
 * Not for Chinese, whose lines are of one width: see wrapping/label-lines.ts.
 */
import type { Judgement } from '../../contract/model';
import type { ParsedSpan } from '../../contract/parsed';
import { UNDECIDED } from '../document';
import type { Block, Document, Line } from '../document';
import { readJump } from '../line-grammar';
import { AUTHOR, ENDED_ON_PURPOSE, IN_HEADING, NO_HEADING, OPENS_HEADING, OPENS_TITLE, headingStacks } from './heading-stacks';
import { isLatinText } from '../../contract/latin-text';
import { endsSentence, endsWithPartedWord, isCapitalHeading, isNoise, isTitleLine, startsLowerCase } from './latin-lines';
import { isPictureCredit } from './picture-credits';
import { hasRoomFor, mayOpenSentence, opensQuotation } from './ragged-lines';
import { isEnglishPaperName, isEnglishRunningHead, isIndexLine, isPrice } from './running-head';

/** Lines on each side that tell script and width. */
const REACH = 12;
/** Longest line of a wrapped column, in characters; longer ones are whole paragraphs. */
const WIDEST = 120;
const LEAST_LINES = 4;
/** Of the local width: from here on a line is full, and from here on long enough to go on unfinished. */
const FULL = 0.88;
const LONG = 0.55;
/** Share of long lines that end inside a sentence where text is wrapped. */
const OPEN_SHARE = 0.4;

/** The local width in characters of each line that stands in wrapped Latin text, 0 elsewhere; null where no line is Latin. */
export function measureLatin(document: Document): Uint16Array | null {
  const { text, lines } = document;
  const latin = Uint8Array.from(lines, (line) => (isLatinText(text.slice(line.start, Math.min(line.end, line.start + 400))) ? 1 : 0));
  if (!latin.includes(1)) return null;
  const widths = new Uint16Array(lines.length);
  for (let at = 0; at < lines.length; at += 1) {
    const near: Line[] = [];
    let foreign = 0;
    for (let index = Math.max(0, at - REACH); index <= Math.min(lines.length - 1, at + REACH); index += 1) {
      const line = lines[index] as Line;
      if (latin[index] === 1) near.push(line);
      else if (!isNoise(text.slice(line.start, line.end))) foreign += 1;
    }
    widths[at] = foreign * 4 > near.length ? 0 : wrappedWidth(text, near);
  }
  return widths;
}

function wrappedWidth(text: string, near: readonly Line[]): number {
  const lengths = near.map((line) => line.end - line.start).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  if (width < 12 || width > WIDEST || (lengths[lengths.length - 1] ?? 0) > WIDEST * 2) return 0;
  const long = near.filter((line) => line.end - line.start >= width * LONG);
  const open = long.filter((line) => !endsSentence(text.slice(Math.max(line.start, line.end - 6), line.end)));
  return long.length >= LEAST_LINES && open.length >= long.length * OPEN_SHARE ? width : 0;
}

/** Blocks of the lines `from` to `to`: of wrapped Latin text, or of text whose paragraphs are one line each, where `widths` is null and only what stands over a story takes several. */
export function unwrapLatin(document: Document, from: number, to: number, widths: Uint16Array | null): readonly Block[] {
  const { text, lines } = document;
  const keptHyphens = hyphenatedWords(text, lines.slice(from, to));
  const shortParagraphs = widths !== null && hasShortParagraphs(text, lines, from, to, widths);
  const headings = headingStacks(text, lines, from, to, widths);
  const blocks: { spans: ParsedSpan[]; line: Line; judgement: Judgement }[] = [];
  for (let at = from; at < to; at += 1) {
    const line = lines[at] as Line;
    const before = lines[at - 1];
    const current = blocks[blocks.length - 1];
    const heading = headings[at - from]!;
    const isApart =
      heading === OPENS_HEADING ||
      heading === OPENS_TITLE ||
      heading === AUTHOR ||
      (heading === NO_HEADING && at > from && headings[at - from - 1] !== NO_HEADING);
    const follows =
      current !== undefined &&
      before !== undefined &&
      at > from &&
      !isApart &&
      (heading === IN_HEADING || (widths !== null && goesOn(text, before, line, widths[at - 1] as number, current.spans, shortParagraphs)));
    if (follows) addLine(text, current.spans, line, keptHyphens);
    else {
      const judgement = heading === OPENS_TITLE ? ENDED_ON_PURPOSE : UNDECIDED;
      blocks.push({ line, judgement, spans: [{ start: line.start, end: line.end, kind: 'text', glue: '' }] });
    }
  }
  return blocks.map(({ spans, line, judgement }) => ({
    spans,
    indent: line.indent,
    blankLinesBefore: line.blankLinesBefore,
    role: null,
    judgement,
  }));
}

/** Lines that the paragraphs of a modern paper have at most, on the average. */
const FEW_LINES = 7;

/** Whether the paragraphs whose ends their last lines tell are short. */
function hasShortParagraphs(text: string, lines: readonly Line[], from: number, to: number, widths: Uint16Array): boolean {
  let ends = 0;
  for (let at = from; at + 1 < to; at++) {
    const [tail, head] = [lines[at]!, lines[at + 1]!].map(({ start, end }) => text.slice(start, end)) as [string, string];
    if (endsSentence(tail) && mayOpenSentence(head) && hasRoomFor(tail, head, widths[at]!)) ends++;
  }
  return ends * FEW_LINES >= to - from;
}

/** Lines of a newspaper's paragraph, after which one that ends as its sentence does is over rather than full by chance. */
const LONG_PARAGRAPH = 4;

/** Lines that a title takes at most. */
const MOST_TITLE_LINES = 3;

/** Whether a paragraph in the making is nothing but a title's lines yet: each word with a capital. */
function isTitleSoFar(text: string, lines: readonly ParsedSpan[]): boolean {
  return lines.length <= MOST_TITLE_LINES && lines.every(({ start, end }) => isTitleLine(text.slice(start, end)));
}

function goesOn(text: string, before: Line, line: Line, width: number, spans: readonly ParsedSpan[], shortParagraphs: boolean): boolean {
  if (line.blankLinesBefore > 0) return false;
  const tail = text.slice(before.start, before.end);
  const head = text.slice(line.start, line.end);
  const lines = spans.filter(({ kind }) => kind === 'text');
  if (isNoise(tail) || isNoise(head) || standsByItself(tail, head) || standsByItself(head, tail)) return false;
  if (capitalsGoOn(tail, head, lines.length)) return true;
  if (isCapitalHeading(tail) || isCapitalHeading(head)) return false;
  if (endsWithPartedWord(tail) || startsLowerCase(head)) return true;
  if (line.indent > before.indent) return false;
  if (tail.length < width * FULL && isTitleSoFar(text, lines)) return isTitleLine(head);
  if (endsSentence(tail) && isTitleLine(head) && head.length < width * FULL) return false;
  if (endsSentence(tail))
    return !hasRoomFor(tail, head, width) && !opensQuotation(head) && (!shortParagraphs || lines.length < LONG_PARAGRAPH);
  return tail.length >= width * LONG;
}

/** A heading in capitals over several lines. */
function capitalsGoOn(tail: string, head: string, lines: number): boolean {
  if (!isCapitalHeading(tail) || !isCapitalHeading(head) || lines >= MOST_TITLE_LINES) return false;
  return !/[.,;:!?-]$/.test(tail) && !/[.,;:-]$/.test(head);
}

/** Where it goes on, what stands at the head of a page, the paper's name beside it: never part of a paragraph. */
function standsByItself(line: string, beside: string): boolean {
  return (
    readJump(line) !== null ||
    isPictureCredit(line) ||
    isPrice(line) ||
    isIndexLine(line) ||
    isEnglishRunningHead(line) ||
    (isEnglishPaperName(line) && isEnglishRunningHead(beside))
  );
}

/** Words written with a hyphen inside a line: parted at it, they keep it. */
function hyphenatedWords(text: string, lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of text.slice(line.start, line.end).matchAll(/[A-Za-z]+-[A-Za-z]+/g)) words.add(word.toLowerCase());
  return words;
}

/** First parts of words that are written with a hyphen: two-year, self-made; not fourteen, wellness. */
const COMPOUND =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|self|well)$/iu;
const NO_COMPOUND = /^(?:teen|ty|th|some|fold|score|ness|ish|ies)/iu;

function addLine(text: string, spans: ParsedSpan[], line: Line, keptHyphens: ReadonlySet<string>): void {
  const last = spans[spans.length - 1] as ParsedSpan;
  const tail = text.slice(last.start, last.end);
  const head = text.slice(line.start, line.end);
  const parted = endsWithPartedWord(tail);
  const first = /[A-Za-z]+(?=-$)/.exec(tail)?.[0] ?? '';
  const second = /^[A-Za-z]+/.exec(head)?.[0] ?? '';
  const isCompound = keptHyphens.has(`${first}-${second}`.toLowerCase()) || (COMPOUND.test(first) && !NO_COMPOUND.test(second));
  if (parted && startsLowerCase(head) && !isCompound) {
    spans.pop();
    if (last.end - 1 > last.start) spans.push({ ...last, end: last.end - 1 });
    spans.push({ start: last.end - 1, end: last.end, kind: 'hyphen', glue: '' });
  }
  spans.push({ start: line.start, end: line.end, kind: 'text', glue: parted ? '' : ' ' });
}
