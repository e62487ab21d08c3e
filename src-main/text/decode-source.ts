/**
 * Bytes of a file -> its text, with the encoding found or given.
 * Decides by evidence: byte-order marks, what is valid, and how well the decoded characters fit written Chinese or English.
 * Not for cleaning: line breaks, form feeds and odd characters stay as they are, and every offset elsewhere counts in this text.
 */
import iconv from 'iconv-lite';
import type { EncodingName, Judgement } from '../contract/model';
import { CONFIRMED_RULE } from '../contract/model';
import { Problem } from '../contract/problem';
import { COMMON_CHARACTERS } from './language/common-characters';

export interface DecodedSource {
  /** Without byte-order mark. */
  readonly text: string;
  readonly encoding: EncodingName;
  readonly judgement: Judgement;
  /** How many U+FFFD stand where bytes could not be read; those written in the file do not count. */
  readonly replaced: number;
}

interface Detection {
  readonly encoding: EncodingName;
  readonly judgement: Judgement;
}

const CANDIDATES: readonly EncodingName[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

const BYTE_ORDER_MARKS: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** First bytes of formats that people drop by mistake: PDF, ZIP and Office, PNG, JPEG, GIF, RAR, 7z, gzip, old Office, ELF, SQLite. */
const BINARY_SIGNATURES: readonly string[] = [
  '%PDF-',
  'PK\x03\x04',
  'PK\x05\x06',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!\x1a',
  '7z\xbc\xaf\x27\x1c',
  '\x1f\x8b\x08',
  '\xd0\xcf\x11\xe0',
  '\x7fELF',
  'SQLite format 3\0',
];

/**
 * @param override the reader's own choice: taken as it is, wherever the bytes are text at all
 * @throws Problem file-empty (no bytes, or a byte-order mark alone), file-binary
 */
export function decodeSource(bytes: Uint8Array, override?: EncodingName): DecodedSource {
  if (bytes.length === 0) throw new Problem('file-empty');
  const marked = byteOrderMarkOf(bytes);
  // With a signature it is surely no text; what only looks like none may be text in an encoding nobody guessed.
  if (hasBinarySignature(bytes)) throw new Problem('file-binary', { signature: 1 });
  const decode = decoderOf(bytes);
  const detection = override ? { encoding: override, judgement: judgement(CONFIRMED_RULE, 'certain') } : detect(bytes, marked, decode);
  const body = marked?.encoding === detection.encoding ? bytes.subarray(marked.length) : bytes;
  if (body.length === 0) throw new Problem('file-empty');
  const decoded = decode(body, detection.encoding);
  if (!override && isMostlyControls(decoded.text)) throw new Problem('file-binary');
  const share = decoded.replaced / decoded.text.length;
  const doubtful = !override && decoded.replaced > 1 && share > 0.001;
  return {
    ...decoded,
    encoding: detection.encoding,
    judgement: doubtful ? { ...detection.judgement, confidence: share > 0.02 ? 'guess' : 'likely' } : detection.judgement,
  };
}

/** Nothing in it would be seen: only white space, and characters that steer how others are set. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}]/u.test(text);
}

function judgement(rule: string, confidence: Judgement['confidence']): Judgement {
  return { rule, confidence };
}

function byteOrderMarkOf(bytes: Uint8Array): { readonly encoding: EncodingName; readonly length: number } | null {
  for (const [encoding, mark] of BYTE_ORDER_MARKS)
    if (mark.every((byte, index) => bytes[index] === byte)) return { encoding, length: mark.length };
  return null;
}

function hasBinarySignature(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, 16));
  return BINARY_SIGNATURES.some((signature) => start.startsWith(signature));
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

// --- decoding ---------------------------------------------------------------------------------------------------------

interface Decoded {
  readonly text: string;
  readonly replaced: number;
}

type Decode = (bytes: Uint8Array, encoding: EncodingName) => Decoded;

/** What the whole file reads like in an encoding is worked out once: of a small file it is asked to find the encoding, and asked again. */
function decoderOf(whole: Uint8Array): Decode {
  const known = new Map<EncodingName, Decoded>();
  return (bytes, encoding) => {
    if (bytes !== whole) return decodeAs(bytes, encoding);
    const made = known.get(encoding) ?? decodeAs(bytes, encoding);
    known.set(encoding, made);
    return made;
  };
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });
const UTF_16LE = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Unicode forms by the platform's decoder, whose treatment of bad bytes is fixed by the WHATWG Encoding standard.
 * The others by iconv-lite: platforms disagree about bad bytes there, and offsets must be the same in every host.
 */
function decodeAs(bytes: Uint8Array, encoding: EncodingName): Decoded {
  switch (encoding) {
    case 'utf-8': {
      const text = UTF_8.decode(bytes);
      const marks = countReplaced(text);
      return { text, replaced: marks === 0 ? 0 : marks - countWrittenReplacement(bytes) };
    }
    case 'utf-16le':
      return decodeUtf16(bytes);
    case 'utf-16be':
      return decodeUtf16(swapPairs(bytes));
    case 'gb18030':
    case 'big5': {
      const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding, { stripBOM: false });
      return { text, replaced: countReplaced(text) };
    }
  }
}

function decodeUtf16(littleEndian: Uint8Array): Decoded {
  const text = UTF_16LE.decode(littleEndian);
  const marks = countReplaced(text);
  if (marks === 0) return { text, replaced: 0 };
  let written = 0;
  for (let at = 0; at + 1 < littleEndian.length; at += 2) if (littleEndian[at] === 0xfd && littleEndian[at + 1] === 0xff) written += 1;
  return { text, replaced: marks - written };
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes);
  for (let at = 0; at + 1 < swapped.length; at += 2) {
    const first = swapped[at] as number;
    swapped[at] = swapped[at + 1] as number;
    swapped[at + 1] = first;
  }
  return swapped;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

/** U+FFFD that the file itself holds, as EF BF BD. */
function countWrittenReplacement(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1;
  return count;
}

// --- detection --------------------------------------------------------------------------------------------------------

/** Nats a byte by which the best reading must lead to be called likely, and certain. */
const LIKELY_LEAD = 0.1;
const CERTAIN_LEAD = 0.5;
/** Bytes at a time: looked through for what is no UTF-8, and read in every encoding. */
const WINDOW = 8192;
const READ_WINDOW = 1024;
/** Valid sequences of two bytes or more after which nothing but UTF-8 is possible: other encodings pass for it only by a few characters' chance. */
const ENOUGH_SEQUENCES = 24;
/** Any bytes make characters of UTF-16, so that of a shorter file without a mark it is believed only where these are characters people write. */
const FEW_BYTES = 60;
const FEWEST_WRITTEN = 4;

function detect(bytes: Uint8Array, marked: ReturnType<typeof byteOrderMarkOf>, decode: Decode): Detection {
  if (marked) return { encoding: marked.encoding, judgement: judgement('byte-order-mark', 'certain') };
  const windows = sampleWindows(bytes, WINDOW);
  if (windows.every((window) => window.every((byte) => byte < 0x80 && byte !== 0)))
    return { encoding: 'utf-8', judgement: judgement('ascii', 'certain') };
  if (isPlainlyUtf8(windows, decode)) return { encoding: 'utf-8', judgement: judgement('valid-utf-8', 'certain') };
  const read = sampleWindows(bytes, READ_WINDOW);
  const length = read.reduce((sum, window) => sum + window.length, 0);
  const scored = CANDIDATES.filter((encoding) => !isUtf16(encoding) || length >= FEW_BYTES || isWrittenText(decode(bytes, encoding).text))
    .map((encoding) => ({
      encoding,
      score: read.reduce((sum, window) => sum + logLikelihood(decode(window, encoding).text), 0) / length,
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored as [(typeof scored)[number], (typeof scored)[number]];
  const lead = best.score - second.score;
  const confidence = lead >= CERTAIN_LEAD ? 'certain' : lead >= LIKELY_LEAD ? 'likely' : 'guess';
  return { encoding: best.encoding, judgement: judgement('character-statistics', confidence) };
}

function isUtf16(encoding: EncodingName): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** Common characters and ASCII; the half unit at the end of an odd number of bytes is none. */
function isWrittenText(text: string): boolean {
  let written = 0;
  for (let at = 0; at < text.length; at += 1) if (unitCost(text.charCodeAt(at)) < COST.otherLetter) written += 1;
  return written >= Math.max(FEWEST_WRITTEN, (text.length * 2) / 3);
}

/** Of text in another encoding so few bytes show it; to put a mark in the place of every other character takes longer than to read them. */
const SHOWS_OTHER = 512;

/** Valid throughout but for the cut edges of each window, with enough characters outside ASCII to tell. */
function isPlainlyUtf8(windows: readonly Uint8Array[], decode: Decode): boolean {
  const most = windows.length > 1 ? 2 : 1;
  if (decode(windows[0]!.subarray(0, SHOWS_OTHER), 'utf-8').replaced > most + 1) return false;
  let sequences = 0;
  for (const window of windows) {
    if (window.includes(0) || decode(window, 'utf-8').replaced > most) return false;
    for (let at = 0; at < window.length && sequences < ENOUGH_SEQUENCES; at += 1) if ((window[at] as number) >= 0xc0) sequences += 1;
  }
  return sequences >= ENOUGH_SEQUENCES;
}

/**
 * The whole of a small file; beginning, middle and end of a large one. Windows begin on an even offset after a line feed where there is
 * one, so that neither half of a UTF-16 unit nor the second byte of a character comes first.
 */
function sampleWindows(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  if (bytes.length <= 4 * size) return [bytes];
  const middle = Math.floor(bytes.length / 2);
  return [0, middle, bytes.length - size].map((wanted) => {
    if (wanted === 0) return bytes.subarray(0, size);
    const feed = bytes.indexOf(0x0a, wanted);
    const start = feed >= 0 && feed < wanted + size / 2 ? feed + 1 : wanted;
    return bytes.subarray(start + (start % 2), start + size);
  });
}

const COST = { plain: 3.6, rareHan: 11.5, otherLetter: 11, unlikely: 14, control: 16, unreadable: 18 } as const;

/** By UTF-16 unit; 0 for those not met yet, which are most: to work out all of them would hold every start up. */
const UNIT_COSTS = new Float32Array(0x10000);
for (const [rank, character] of [...COMMON_CHARACTERS].entries()) UNIT_COSTS[character.charCodeAt(0)] = Math.log((rank + 40) * 4.5);

/** Nats: -log of the unit's share in news text, by rank where it is a common character, by kind where it is not. */
function unitCost(unit: number): number {
  const known = UNIT_COSTS[unit] as number;
  if (known > 0) return known;
  UNIT_COSTS[unit] = kindCost(unit);
  return UNIT_COSTS[unit];
}

function kindCost(unit: number): number {
  if (unit >= 0x20 && unit < 0x7f) return COST.plain;
  if (unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0x3000) return COST.plain;
  if (unit === 0xfffd) return COST.unreadable;
  if (unit >= 0xd800 && unit < 0xe000) return COST.unlikely;
  if ((unit < 0x20 && unit !== 0x0c) || (unit >= 0x7f && unit < 0xa0)) return COST.control;
  if (unit >= 0x4e00 && unit < 0xa000) return COST.rareHan;
  const isLatinOrSign = unit < 0x250 || (unit >= 0x2000 && unit < 0x2700);
  const isWideForm = (unit >= 0xff00 && unit < 0xfff0) || (unit >= 0x3000 && unit < 0x3040);
  return isLatinOrSign || isWideForm ? COST.otherLetter : COST.unlikely;
}

/** Log-likelihood, in nats, of the text as news in Chinese or in Latin script: comparable between readings of the same bytes. */
function logLikelihood(text: string): number {
  let cost = 0;
  for (let at = 0; at < text.length; at += 1) cost += unitCost(text.charCodeAt(at));
  return -cost;
}

/** Controls but white space and the end of a DOS file, unreadable bytes, private-use characters. */
// oxlint-disable-next-line no-control-regex -- they are what is counted
const FOREIGN = /[\0-\x08\x0e-\x19\x1b-\x1f\ufffd\ue000-\uf8ff]/g;
const LOOKED_AT = 65_536;

/** More than one foreign character in twenty, or one in four of a few, are no text in any encoding. */
function isMostlyControls(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const foreign = start.match(FOREIGN)?.length ?? 0;
  return foreign > Math.max(2, start.length / 20) || foreign >= start.length / 4;
}
