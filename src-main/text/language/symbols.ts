/**
 * Text as the language model sees it: a row of small numbers, one for each character that counts.
 * Folds what does not change the reading: full and half width, traditional and simplified, digits to one, Latin letters to one, white space to nothing.
 * Not for display and not for search: nothing folded here ever reaches a reader.
 */

/** Paragraph edge: stands before a paragraph's first character and after its last. */
export const EDGE = 0;
/** Any character outside the vocabulary. */
export const UNKNOWN = 1;
export const SKIPPED = 0xffff;

/** Half-width marks and variants -> the form that Chinese newspapers print. */
const MARK_FORMS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '%': '％',
  '─': '—',
  '－': '—',
  '―': '—',
  '–': '—',
  '-': '—',
  '⋯': '…',
  '•': '·',
  '‧': '·',
  '・': '·',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '〈': '《',
  '〉': '》',
  '＂': '"',
};

/**
 * One character's folded form, before traditional and simplified are folded; empty for white space.
 * Digits become `0`, Latin letters `a`, as a number or a foreign name breaks alike at every digit or letter.
 */
export function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f)) return '';
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  if (narrow >= '0' && narrow <= '9') return '0';
  if ((narrow >= 'a' && narrow <= 'z') || (narrow >= 'A' && narrow <= 'Z')) return 'a';
  return MARK_FORMS[narrow] ?? narrow;
}

/** Where all characters lie that folding changes or drops. */
const FOLDED_RANGES: readonly (readonly [number, number])[] = [
  [0, 0x24f],
  [0x2000, 0x25ff],
  [0x3000, 0x30ff],
  [0xfeff, 0xffff],
];

export interface SymbolTable {
  /** Number of symbols, EDGE and UNKNOWN among them. */
  readonly size: number;
  /** Symbol of every UTF-16 unit; SKIPPED for white space, UNKNOWN for what the vocabulary lacks. */
  readonly ofUnit: Uint16Array;
  /** Folded character of each symbol. */
  readonly characters: readonly string[];
}

/**
 * @param characters folded characters in symbol order, from symbol 2 on
 * @param simplified traditional character -> its simplified form
 */
export function symbolTable(characters: readonly string[], simplified: ReadonlyMap<string, string>): SymbolTable {
  const numbers = new Map<string, number>(characters.map((character, index) => [character, index + 2]));
  const ofUnit = new Uint16Array(0x10000).fill(UNKNOWN);
  for (const [character, number] of numbers) ofUnit[character.charCodeAt(0)] = number;
  for (const [first, last] of FOLDED_RANGES)
    for (let unit = first; unit <= last; unit += 1) {
      const folded = foldCharacter(String.fromCharCode(unit));
      ofUnit[unit] = folded === '' ? SKIPPED : (numbers.get(folded) ?? UNKNOWN);
    }
  for (const [traditional, plain] of simplified) {
    const number = numbers.get(plain);
    const unit = traditional.charCodeAt(0);
    if (number !== undefined && ofUnit[unit] === UNKNOWN) ofUnit[unit] = number;
  }
  return { size: characters.length + 2, ofUnit, characters: ['', '', ...characters] };
}

/** Writes the last `limit` symbols of `text` to `into`, in order, from `at` on; returns how many. */
export function lastSymbols(table: SymbolTable, text: string, limit: number, into: Uint16Array, at: number): number {
  let count = 0;
  for (let index = text.length - 1; index >= 0 && count < limit; index -= 1) {
    const symbol = table.ofUnit[text.charCodeAt(index)] as number;
    if (symbol === SKIPPED) continue;
    count += 1;
    into[at + limit - count] = symbol;
  }
  if (count < limit) into.copyWithin(at, at + limit - count, at + limit);
  return count;
}

/** Writes the first `limit` symbols of `text` to `into` from `at` on; returns how many. */
export function firstSymbols(table: SymbolTable, text: string, limit: number, into: Uint16Array, at: number): number {
  let count = 0;
  for (let index = 0; index < text.length && count < limit; index += 1) {
    const symbol = table.ofUnit[text.charCodeAt(index)] as number;
    if (symbol === SKIPPED) continue;
    into[at + count] = symbol;
    count += 1;
  }
  return count;
}
