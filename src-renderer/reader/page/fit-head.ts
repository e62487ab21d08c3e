/** How large the nameplate is and how much of the date stands beside it, so that nothing in a page's head meets anything else. Pure. */

export interface HeadWords {
  readonly paper: string;
  readonly day: string;
  readonly weekday: string;
}

export interface HeadRoom {
  /** Of the text on the page, in CSS pixels along its lines. */
  readonly width: number;
  readonly typeSize: number;
  /** Digits then stand one below the other. */
  readonly vertical: boolean;
}

/** `beside`: day and weekday in one line; `below`: in two. */
export type DateForm = 'beside' | 'below' | 'day' | 'none';

export interface FittedHead {
  /** Of the paper's name, as a multiple of the body's type size. */
  readonly plate: number;
  readonly date: DateForm;
}

/** Of everything in the head but the paper's name and the folio, by the body's. */
export const SMALL = 0.8;
/** Letters of the name stand apart. */
const SPACED = { nameplate: 1.18, running: 1.1 } as const;
const GAP = 1;
const FOLIO = 1.6;
const LONG_NAME = 8;

/** Nameplates from the largest; a long name begins smaller. */
const PLATES = [2.7, 1.8, 1.4];

/** The largest nameplate that leaves room for the date, in the middle where it can; else the smallest, and as much of the date as fits. */
export function fitNameplate(words: HeadWords, room: HeadRoom): FittedHead {
  const plates = Array.from(words.paper).length > LONG_NAME ? PLATES.slice(1) : PLATES;
  for (const plate of plates) {
    const name = lengthOf(words.paper, room) * plate * SPACED.nameplate;
    const date = (['beside', 'below'] as const).find((form) => name + 2 * (dateLength(words, form, room) + GAP) <= emsOf(room));
    if (date) return { plate, date };
  }
  const plate = plates.at(-1) ?? 1;
  return { plate, date: largestBeside(words, ['below', 'day'], plate * SPACED.nameplate, room) };
}

/** Its one line has room for one line of date. */
export function fitRunningHead(words: HeadWords, room: HeadRoom): DateForm {
  return largestBeside(words, ['beside', 'day'], SMALL * SPACED.running, room);
}

/** The first form that stands beside name and folio, wherever the name then is. */
function largestBeside(words: HeadWords, forms: readonly DateForm[], plate: number, room: HeadRoom): DateForm {
  const taken = lengthOf(words.paper, room) * plate + FOLIO + 2 * GAP;
  return forms.find((form) => taken + dateLength(words, form, room) <= emsOf(room)) ?? 'none';
}

const emsOf = ({ width, typeSize }: HeadRoom): number => width / typeSize;

function dateLength({ day, weekday }: HeadWords, form: DateForm, room: HeadRoom): number {
  if (form === 'none') return 0;
  const [first, second] = [lengthOf(day, room), lengthOf(weekday, room)];
  return SMALL * (form === 'beside' ? first + 1 + second : form === 'below' ? Math.max(first, second) : first);
}

/** In em, a little more rather than less. Upright in a vertical line, one or two digits share a square and more stand one below the other. */
function lengthOf(text: string, { vertical }: HeadRoom): number {
  let ems = 0;
  for (const piece of text.match(/\d+|\D/gu) ?? []) {
    if (/\d/u.test(piece)) ems += vertical ? (piece.length <= 2 ? 1 : piece.length) : piece.length * 0.62;
    else ems += /[\p{Script=Latin}\p{P}\s]/u.test(piece) ? 0.62 : 1;
  }
  return ems;
}
