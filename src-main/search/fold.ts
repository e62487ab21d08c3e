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

/** Folded unit of each unit of the basic plane, filled as units are met; a table at start would cost 30 ms of it. */
const folded = new Uint16Array(0x10000);
const known = new Uint8Array(0x10000);

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

function foldUnit(unit: number): number {
  if (known[unit] === 0) {
    const character = String.fromCharCode(unit);
    folded[unit] = (isIdeograph(unit) ? simplify(character) : foldCharacter(character)).charCodeAt(0);
    known[unit] = 1;
  }
  return folded[unit]!;
}

/**
 * `foldText(text).length === text.length`. A lone surrogate becomes U+FFFD, as it would on its way through the database.
 * Idempotent, and the fold of a part (cut between characters) is the part of the fold.
 */
export function foldText(text: string): string {
  const units = new Uint16Array(text.length);
  let changed = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let to: number;
    if (!isHigh(unit) && !isLow(unit)) to = foldUnit(unit);
    else if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) {
      const pair = text.slice(at, at + 2);
      const form = foldCharacter(pair);
      units[at] = form.charCodeAt(0);
      at += 1;
      units[at] = form.charCodeAt(1);
      if (form !== pair) changed = true;
      continue;
    } else to = REPLACEMENT;
    units[at] = to;
    if (to !== unit) changed = true;
  }
  return changed ? Buffer.from(units.buffer).toString('utf16le') : text;
}
