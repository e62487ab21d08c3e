/**
 * Makes two texts equal that a reader takes for the same: width, case, traditional and simplified, look-alike punctuation.
 * The result has the same length, unit for unit, so a match in it is a match in the original at the same offsets.
 * Not a normaliser of what is stored or shown.
 */
import { simplifiedOf } from '../contract/simplified';

/**
 * Variant punctuation, first the form that stands for the others. Quotation marks of both styles (GB/T 15834 4.8, and the corner
 * brackets that set the same marks in vertical text), dashes, the middle dot in its many encodings, ellipses, the zero of written numbers.
 */
const VARIANTS = ['"“”„‟「」﹁﹂〝〞〟', "'‘’‚‛『』﹃﹄", '-‐‑‒–—―−─﹘﹣', '·•‧∙⋅・', '…⋯', '~〜∼∿', '〇○◯', ':∶', '/∕⁄'];

const variants = new Map<string, string>();
for (const [first, ...others] of VARIANTS.map((row) => Array.from(row))) for (const other of others) variants.set(other, first!);

const REPLACEMENT = 0xfffd;
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/**
 * Folded unit of each unit of the basic plane, filled as units are met; a table at start would cost 30 ms of it. 0: not met yet, or half of a
 * pair, which only its neighbour can tell.
 */
const folded = new Uint16Array(0x10000);

/** Where a text is folded, save for the longest: an array made for each paragraph would be a good part of what a search leaves behind. */
const desk = new Uint16Array(0x4000);

/** Twice, for 薴 becomes 苧, which is itself the traditional form of 苎. The length stays. */
function simplify(character: string): string {
  let form = character;
  for (let times = 0; times < 2; times += 1) {
    const next = simplifiedOf(form);
    if (next !== undefined && next.length === form.length) form = next;
  }
  return form;
}

/** Any step that would change the length (ﬁ, ㎡, ß, an astral form of a basic letter) is left out for that character. */
function foldCharacter(character: string): string {
  let form = character;
  const step = (next: string | undefined): void => {
    if (next !== undefined && next.length === form.length) form = next;
  };
  step(form.normalize('NFKC'));
  step(simplify(form));
  step(form.toUpperCase());
  step(form.toLowerCase());
  if (/^\s$/u.test(form)) step(' ');
  step(variants.get(form));
  return form;
}

/** The unified ideographs, which only simplification changes: looked up by themselves, a first search is quicker by some milliseconds. */
const isIdeograph = (unit: number): boolean => unit >= 0x4e00 && unit < 0xa000;

/** @param unit not the first half of a pair */
function foldUnit(unit: number): number {
  if (isHigh(unit) || isLow(unit)) return REPLACEMENT;
  const character = String.fromCharCode(unit);
  const to = (isIdeograph(unit) ? simplify(character) : foldCharacter(character)).charCodeAt(0);
  folded[unit] = to;
  return to;
}

/**
 * `foldText(text).length === text.length`. A lone surrogate becomes U+FFFD, as it would on its way through the database.
 * Idempotent, and the fold of a part (cut between characters) is the part of the fold.
 */
export function foldText(text: string): string {
  const { length } = text;
  const units = length <= desk.length ? desk : new Uint16Array(length);
  let changes = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    let to = folded[unit]!;
    if (to === 0) {
      if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) {
        const pair = text.slice(at, at + 2);
        const form = foldCharacter(pair);
        units[at] = form.charCodeAt(0);
        at += 1;
        units[at] = form.charCodeAt(1);
        if (form !== pair) changes = 1;
        continue;
      }
      to = foldUnit(unit);
    }
    units[at] = to;
    changes |= to ^ unit;
  }
  return changes === 0 ? text : Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
}
