/**
 * The first words of a text, to stand for it where it has no headline: to the pause nearest to the length wished for, else to the end of a
 * word, never inside one. Not for real headlines, which are never shortened.
 */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const PAUSE = /[，。、；：？！,;:?!…—]/u;
const OPENING = '“‘（《「『【(';
const CLOSING = '”’）》」』】)';
/** What leans on the word before it, or on the one after it. */
const LEANS_BACK = /^[的了着过地得之者们等吗呢吧”’）》」』】%％]/u;
const LEANS_ON = /[的和与及在向从为把被让将以对于是由第“‘（《「『【]$/u;
/** Shorter than this share of what was wished for is too little to know a text by; longer than this, too much for its place. */
const LEAST = 0.4;
const MOST = 1.3;

/** `length` in characters; Latin words take their room in thirds. The text itself where it is not longer, else cut and with `ellipsis`. */
export function openingWords(text: string, length: number, ellipsis: '…' | '……'): string {
  const whole = text.trim();
  const wished = /^\p{Script=Latin}/u.test(whole) ? length * 3 : length;
  if (Array.from(whole).length <= wished) return whole;
  const cuts = cutsOf(whole, wished * MOST);
  const far = (cut: Cut): number => Math.abs(cut.length - wished);
  const enough = cuts.filter((cut) => cut.length >= wished * LEAST);
  const pause = enough.filter((cut) => cut.pause).sort((one, other) => far(one) - far(other))[0];
  const word = enough.findLast((cut) => cut.length <= wished && !cut.leans) ?? enough.find((cut) => !cut.leans) ?? enough[0];
  const at = (pause ?? word)?.at;
  // A single word as long as this has no better place to be cut.
  const kept = at === undefined ? Array.from(whole).slice(0, wished).join('') : whole.slice(0, at);
  return `${kept.replace(/[\s，。、；：,;:.…—]+$/u, '')}${ellipsis}`;
}

interface Cut {
  /** UTF-16 offset. */
  readonly at: number;
  /** Characters before it. */
  readonly length: number;
  readonly pause: boolean;
  /** It parts words that belong together. */
  readonly leans: boolean;
}

/** Where words end within so many characters, but not inside quotation marks or brackets. */
function cutsOf(text: string, most: number): readonly Cut[] {
  const cuts: Cut[] = [];
  let length = 0;
  let open = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    if (length > most) break;
    const before = text.slice(0, index);
    if (index > 0 && open === 0)
      cuts.push({ at: index, length, pause: PAUSE.test(segment[0] ?? ''), leans: LEANS_BACK.test(segment) || LEANS_ON.test(before) });
    for (const character of segment) {
      length += 1;
      if (OPENING.includes(character)) open += 1;
      else if (CLOSING.includes(character)) open = Math.max(0, open - 1);
    }
  }
  return cuts.filter((cut) => cut.length <= most);
}
