/**
 * Writes folded text as the tokens of the full-text index, so that "contains" becomes "has this phrase of tokens".
 * Every character is a token of its own, save that letters of spaced scripts (Latin, Cyrillic, Arabic …) make words. Punctuation is
 * a token too, so a phrase with "5+n" in it is exact. Not a language's word segmentation: that misses what it cuts differently.
 */
import { createHash } from 'node:crypto';

const UNKNOWN = 0;
const SINGLE = 1;
const LETTER = 2;
const SPACE = 3;
type CharacterClass = typeof SINGLE | typeof LETTER | typeof SPACE;

/** Scripts written without spaces between words, or whose words take endings without a space: character by character. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;

const classes = new Uint8Array(0x10000);
/** In blocks of 256 units, made as they are met: one list of them all would cost every start some milliseconds. */
const singleTokens: (string[] | undefined)[] = [];

/** Characters outside the basic plane (rare names, emoji) are always single. */
function classOf(unit: number): CharacterClass {
  let found = classes[unit]!;
  if (found === UNKNOWN) {
    const character = String.fromCharCode(unit);
    if (/\s/u.test(character)) found = SPACE;
    else found = LETTER_OR_MARK.test(character) && !UNSPACED.test(character) ? LETTER : SINGLE;
    classes[unit] = found;
  }
  return found as CharacterClass;
}

/** The ascii tokenizer of FTS5 separates at everything below 128 but letters and digits, so those are spelt with a leading 0. */
function singleToken(unit: number): string {
  const block = (singleTokens[unit >> 8] ??= []);
  const known = block[unit & 0xff];
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  const token = unit >= 128 || /[0-9a-z]/.test(character) ? character : `0${unit.toString(36)}`;
  block[unit & 0xff] = token;
  return token;
}

const SPACE_TOKEN = singleToken(0x20);
/** Between two paragraphs of one column; no query can hold it (a query's digits are tokens of one digit each). */
export const BORDER_TOKEN = '22';
/** FTS5 cuts tokens off at 32 KB; a word beyond this length stands in the index under its digest. */
export const LONGEST_WORD = 64;

export interface Token {
  readonly kind: 'word' | 'single';
  readonly text: string;
}

/** The token a word is indexed under. */
export function wordToken(word: string): string {
  return word.length <= LONGEST_WORD ? word : `3${createHash('md5').update(word).digest('hex')}`;
}

export const isLongWord = (word: string): boolean => word.length > LONGEST_WORD;

/** Grams stand beside a text's words in a column of their own, with a leading 1, to answer for one to three letters inside a word. */
export const GRAM_LENGTH = 3;
export const gramToken = (letters: string): string => `1${letters}`;

/**
 * Calls back for each token of a folded text, in order. One space between two words is what sets them apart and is no token;
 * any other white space is one a character.
 */
function eachToken(text: string, onSingle: (token: string) => void, onWord: (word: string) => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < length) {
      onSingle(text.slice(at, at + 2));
      at += 2;
      continue;
    }
    const kind = classOf(unit);
    if (kind === LETTER) {
      let end = at + 1;
      while (end < length && classOf(text.charCodeAt(end)) === LETTER) end += 1;
      onWord(text.slice(at, end));
      at = end;
      continue;
    }
    if (kind === SPACE) {
      const between =
        at > 0 && at + 1 < length && classOf(text.charCodeAt(at - 1)) === LETTER && classOf(text.charCodeAt(at + 1)) === LETTER;
      if (!between) onSingle(SPACE_TOKEN);
    } else onSingle(singleToken(unit));
    at += 1;
  }
}

export function tokensOf(folded: string): readonly Token[] {
  const found: Token[] = [];
  eachToken(
    folded,
    (text) => found.push({ kind: 'single', text }),
    (text) => found.push({ kind: 'word', text }),
  );
  return found;
}

/**
 * Token texts for FTS5's ascii tokenizer, one after another in UTF-8. A batch's texts cross to the database as one run of bytes, for quoted in
 * JSON, encoded and parsed again they would cost more than making them.
 */
export interface TokenText {
  /** Appends a folded text; the words met are added to `words`. */
  add(folded: string, words: Set<string>): void;
  addBorder(): void;
  /** Appends every run of one to three letters inside these words. */
  addGrams(words: Iterable<string>): void;
  /** Bytes so far. */
  length(): number;
  bytes(): Uint8Array;
}

export function createTokenText(): TokenText {
  let bytes = new Uint8Array(0x4000);
  let length = 0;

  function makeRoom(more: number): void {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  }

  function put(byte: number): void {
    bytes[length] = byte;
    length += 1;
  }

  /** There must be room for four bytes a unit. */
  function write(token: string): void {
    for (let at = 0; at < token.length; at += 1) {
      const point = token.codePointAt(at)!;
      if (point < 0x80) put(point);
      else if (point < 0x800) {
        put(0xc0 | (point >> 6));
        put(0x80 | (point & 0x3f));
      } else if (point < 0x10000) {
        put(0xe0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3f));
        put(0x80 | (point & 0x3f));
      } else {
        put(0xf0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3f));
        put(0x80 | ((point >> 6) & 0x3f));
        put(0x80 | (point & 0x3f));
        at += 1;
      }
    }
    put(0x20);
  }

  return {
    add(folded, words) {
      // No token takes more than four bytes for each unit of its text, the space after it included (a word's digest stands for more).
      makeRoom(folded.length * 4);
      eachToken(folded, write, (word) => {
        words.add(word);
        write(wordToken(word));
      });
    },
    addBorder() {
      makeRoom(4 * BORDER_TOKEN.length);
      write(BORDER_TOKEN);
    },
    addGrams(words) {
      const grams = new Set<string>();
      for (const word of words)
        for (let size = 1; size <= GRAM_LENGTH; size += 1)
          for (let at = 0; at + size <= word.length; at += 1) grams.add(word.slice(at, at + size));
      makeRoom(grams.size * 4 * (GRAM_LENGTH + 1));
      for (const gram of grams) write(gramToken(gram));
    },
    length: () => length,
    bytes: () => bytes.subarray(0, length),
  };
}
