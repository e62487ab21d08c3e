/**
 * Cuts a text into the smallest pieces a line may be made of, with their widths and the rules at their edges.
 * Rules from W3C CLREQ: 3.1.2 prohibition at line start and end (basic), 3.1.6 squeezing of adjacent punctuation,
 * 3.1.4 inseparable marks, 3.2.1 Han beside Latin. Not for choosing breaks.
 */
import { wordMeasure } from './advances';
import type { Advances, Face } from './advances';
import { isLatinText } from '../../../src-main/contract/latin-text';

export const enum Kind {
  Han,
  /** Opening bracket or quote: blank in its first half; never ends a line. */
  Open,
  /** Closing bracket, quote, stop or pause: blank in its second half; never starts a line. */
  Close,
  /** Interpunct, connector, per-cent: full or Latin width; never starts a line. */
  Hold,
  /** Half of a dash or an ellipsis; a dash by itself connects (甲—乙), and never starts a line. */
  Stroke,
  /** Latin word or number, kept whole. */
  Word,
  Space,
}

export interface Atoms {
  readonly count: number;
  /** UTF-16 offset where each atom begins, and the text's length at the end. */
  readonly starts: Int32Array;
  readonly kinds: Uint8Array;
  /** Natural width in em. */
  readonly widths: Float32Array;
  /** What follows the atom inside a line, in em: −.5 between adjacent marks, a little between Han and Latin. */
  readonly gaps: Float32Array;
  /** Not 0 where a line may end after the atom: how willingly, as a `Joint`. */
  readonly breaks: Uint8Array;
}

export const enum Joint {
  /** No line ends here. */
  None,
  Free,
  /** Inside an address, after one of its marks: better than the hole that it would leave. */
  Address,
}

/** Only such words may be parted, and at their marks; `and/or` and a number never are. */
const ADDRESS = /@|:\/\/|^www\.|[a-z\d]\.[a-z]{2,}/iu;
const ADDRESS_MARK = /(?<=[^.@/_-][.@/_-]+)(?=[^.@/_-])/u;
/** Characters of an address that is parted, at least. */
const SHORTEST_PARTED = 8;

const OPEN = new Set('“‘（《〈「『【〔［｛〖〘〚¥￥＄£＃№');
const CLOSE = new Set('。，、；：？！”’）》〉」』】〕］｝〗〙〛．');
const HOLD = new Set('·‧・～〜–％‰℃°％／');
/** Marks of Latin text are part of its words; beside Han they open and close as their wide forms do. */
const LATIN_OPEN = new Set('([{');
const LATIN_CLOSE = new Set(')]}!?,.;:%');
const STROKE = new Set('—…⋯―');
/** A number of full-width digits is one word too. */
const WIDE_DIGIT = /[\uff10-\uff19]/u;
const SPACES = /[\s\u3000]/u;
const WIDE_FROM = 0x2e80;
const COMBINING = /^(?:\p{M}|\u200d)$/u;

/** Natural space between Han and Latin, in em; CLREQ 3.2.1 allows a quarter at most. */
export const HAN_LATIN_GAP = 0.1;

/** Part of the words they stand at, in Latin text. */
const LATIN_QUOTES = new Set('‘’“”');

function isWide(code: number): boolean {
  return (code >= WIDE_FROM && code < 0xa4d0) || (code >= 0xac00 && code < 0xd7b0) || (code >= 0xf900 && code < 0xfb00) || code >= 0xfe30;
}

const UNKNOWN = 255;
const kindsByCode = new Uint8Array(0x10000).fill(UNKNOWN);

function kindOf(character: string, code: number): Kind {
  if (code > 0xffff) return kindAfresh(character, code);
  const known = kindsByCode[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  return (kindsByCode[code] = kindAfresh(character, code));
}

function kindAfresh(character: string, code: number): Kind {
  if (OPEN.has(character)) return Kind.Open;
  if (CLOSE.has(character)) return Kind.Close;
  if (STROKE.has(character)) return Kind.Stroke;
  if (SPACES.test(character)) return Kind.Space;
  if (code < 0x80) return Kind.Word;
  if (HOLD.has(character)) return Kind.Hold;
  return isWide(code) ? Kind.Han : Kind.Word;
}

/** Han, kana and the commonest marks never combine with what stands before them. */
function mayCombine(code: number): boolean {
  return code >= 0x300 && !(code >= 0x3000 && code < 0xd800 && !(code >= 0x302a && code < 0x3030) && code !== 0x3099 && code !== 0x309a);
}

/** `beforeText` is the last character before the place, `afterText` the first after it. */
function mayBreak(before: Kind, after: Kind, beforeText: string, afterText: string): boolean {
  if (after === Kind.Space) return false;
  if (before === Kind.Open || after === Kind.Close || after === Kind.Hold) return false;
  if (before === Kind.Han && after === Kind.Han && WIDE_DIGIT.test(beforeText) && WIDE_DIGIT.test(afterText)) return false;
  if (before === Kind.Stroke && after === Kind.Stroke) return beforeText !== afterText;
  if (after === Kind.Word && before !== Kind.Word && before !== Kind.Space) return !LATIN_CLOSE.has(afterText);
  if (before === Kind.Word && after !== Kind.Word) return !LATIN_OPEN.has(beforeText);
  return true;
}

/** Numbers stand close to Han, as newspapers set them; Latin letters stand a little apart. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || code === 0x25;
}

function gapBetween(before: Kind, after: Kind, text: string, at: number): number {
  if (before === Kind.Close && (after === Kind.Close || after === Kind.Open)) return -0.5;
  if (before === Kind.Open && after === Kind.Open) return -0.5;
  if (before === Kind.Han && after === Kind.Word) return isDigit(text, at) ? 0 : HAN_LATIN_GAP;
  if (before === Kind.Word && after === Kind.Han) return isDigit(text, at - 1) ? 0 : HAN_LATIN_GAP;
  return 0;
}

/** `longest` is the widest a word may be, in em; longer ones (addresses, rules of dashes) are cut into pieces. */
export function atomsOf(text: string, face: Face, advances: Advances, longest: number): Atoms {
  const starts: number[] = [];
  const kinds: number[] = [];
  const widths: number[] = [];
  let at = 0;
  const { imposed } = advances;
  const latin = isLatinText(text);
  const measure = wordMeasure(text, face, advances);
  const isInWord = (character: string, code: number): boolean =>
    kindOf(character, code) === Kind.Word || (latin && LATIN_QUOTES.has(character));
  const push = (start: number, kind: Kind, width: number, end = at): void => {
    starts.push(start);
    kinds.push(kind);
    widths.push(imposed ? width + imposed.letters * (end - start) + (kind === Kind.Space ? imposed.words : 0) : width);
  };
  while (at < text.length) {
    const start = at;
    const code = text.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(code);
    at += character.length;
    const kind = isInWord(character, code) ? Kind.Word : kindOf(character, code);
    if (kind === Kind.Word) {
      while (at < text.length) {
        const next = text.codePointAt(at) ?? 0;
        const follower = String.fromCodePoint(next);
        const joins =
          isInWord(follower, next) || (mayCombine(next) && COMBINING.test(follower)) || (follower === '’' && isLatinAt(text, at + 1));
        if (!joins) break;
        at += follower.length;
      }
      let from = start;
      for (const part of partsOf(text.slice(start, at))) {
        pushWord(text, from, from + part.length, measure, advances.imposed?.letters ?? 0, longest, push);
        from += part.length;
      }
      continue;
    }
    // A mark behind a space stands for itself: spaces go at a line's end.
    while (kind !== Kind.Space && at < text.length && mayCombine(text.charCodeAt(at)) && COMBINING.test(text[at] ?? '')) at += 1;
    if (kind === Kind.Space) push(start, kind, code === 0x3000 ? 1 : code === 9 ? 1 : 0.3);
    else push(start, kind, isWide(code) ? 1 : advances.advance(character, face));
  }
  const count = starts.length;
  const gaps = new Float32Array(count);
  const breaks = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const kind = kinds[index] as Kind;
    if (index + 1 === count) {
      breaks[index] = 1;
      continue;
    }
    const next = kinds[index + 1] as Kind;
    const ends = starts[index + 1] ?? 0;
    const connects = next === Kind.Stroke && kind !== Kind.Stroke && kinds[index + 2] !== Kind.Stroke && text[ends] !== '…';
    breaks[index] =
      !connects && mayBreak(kind, next, text[ends - 1] ?? '', text[ends] ?? '') ? jointAt(kind, next, text, ends) : Joint.None;
    const gap = imposed ? 0 : gapBetween(kind, next, text, ends);
    const narrow = gap === -0.5 && (widths[gap === -0.5 && kind === Kind.Open ? index + 1 : index] ?? 0) < 0.9;
    gaps[index] = narrow ? 0 : gap;
  }
  starts.push(text.length);
  return { count, starts: Int32Array.from(starts), kinds: Uint8Array.from(kinds), widths: Float32Array.from(widths), gaps, breaks };
}

function jointAt(kind: Kind, next: Kind, text: string, at: number): Joint {
  if (kind !== Kind.Word || next !== Kind.Word) return Joint.Free;
  return /[.@/_-]/u.test(text[at - 1] ?? '') ? Joint.Address : Joint.Free;
}

/** An address in the parts that lines may end after; any other word whole. */
function partsOf(word: string): readonly string[] {
  return word.length >= SHORTEST_PARTED && ADDRESS.test(word) ? word.split(ADDRESS_MARK) : [word];
}

function isLatinAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function pushWord(
  text: string,
  start: number,
  end: number,
  measure: (word: string) => number,
  letters: number,
  longest: number,
  push: (start: number, kind: Kind, width: number, end?: number) => void,
): void {
  const word = text.slice(start, end);
  const width = measure(word);
  if (width + letters * word.length <= longest) {
    push(start, Kind.Word, width, end);
    return;
  }
  let from = start;
  let sum = 0;
  for (let at = start; at < end;) {
    const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const own = measure(text.slice(at, at + length));
    if (sum + own + letters * (at + length - from) > longest / 2 && at > from) {
      push(from, Kind.Word, sum, at);
      from = at;
      sum = 0;
    }
    sum += own;
    at += length;
  }
  push(from, Kind.Word, sum, end);
}
