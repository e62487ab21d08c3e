/**
 * Is a short line a title, or a piece of running text that stands alone? Evidence of the line itself, of how it goes with the lines
 * around it, and of how the page is set, weighed together. Not for what office a title has (label-headings.ts).
 */
import type { LanguageScores } from './document';
import { clamp } from './clamp';
import { NOTICE, markOf } from './heading-evidence';
import { hasWideGap, isRow, isVerseLong } from './lines-beside';
import type { LinesBeside } from './lines-beside';
import { endsFinished, widthOf } from './line-ends';
import { hanOf } from './lone-title';
import { signsOff } from './person-lines';
import { ENDS_OPEN } from './title-cues';
import { TITLE_WEIGHTS } from './title-weights';

/** A line as it stands among others. */
export interface LinePlace {
  readonly text: string;
  /** Running text right before it, null where something else or nothing stands there. */
  readonly textBefore: string | null;
  /** Running texts below, the nearest first, past other titles and captions. */
  readonly textsBelow: readonly string[];
  /** The nearest of them stands right below. */
  readonly textBelowAtOnce: boolean;
  readonly signedBelow: boolean;
  readonly datelineBelow: boolean;
  /** A picture's credit, a jump line or the like is over right before it. */
  readonly endBefore: boolean;
  readonly titleBelow: boolean;
  readonly jumpBelow: boolean;
  /** Paragraphs of the page are indented and this line is not: 1; this line is too: -1; the page has no indents: 0. */
  readonly outdent: -1 | 0 | 1;
  /** Set off by blank lines on a page that has few. */
  readonly setOff: boolean;
  /** Printed on several physical lines. */
  readonly folded: boolean;
  readonly beside: LinesBeside;
  /** Nats for its being half a sentence, whose other half lies elsewhere on the page or right below. */
  readonly goesOnElsewhere: () => number;
}

const TITLE_REACH = 300;

/** Whether a line reads and stands like a title. */
export function isTitle(language: LanguageScores, place: LinePlace): boolean {
  const evidence = titleEvidence(language, place);
  const nats = weigh(evidence);
  if (nats > SURELY_A_TITLE || nats < -MOST_MATTER_SAYS) return nats > 0;
  if (nats > MOST_MATTER_SAYS) return nats > place.goesOnElsewhere();
  addMatter(language, place, evidence);
  const whole = weigh(evidence);
  return whole > 0 && whole > place.goesOnElsewhere();
}

/** All evidence of a line, in the order of the weights. */
export function wholeTitleEvidence(language: LanguageScores, place: LinePlace): readonly number[] {
  const evidence = titleEvidence(language, place);
  addMatter(language, place, evidence);
  return evidence;
}

/** What the texts around are about takes longest to find out, and seldom decides. */
function addMatter(language: LanguageScores, { text, textBefore, textsBelow }: LinePlace, evidence: number[]): void {
  const below = textsBelow[0]?.slice(0, TITLE_REACH) ?? null;
  const before = textBefore?.slice(-TITLE_REACH) ?? null;
  evidence[MATTER_BELOW] = below === null ? 0 : clamp(language.topicSimilarity(below, text), -3, 15);
  evidence[MATTER_BEFORE] = before === null ? 0 : clamp(language.topicSimilarity(before, text), -3, 15);
}

/** In the order of `TITLE_WEIGHTS`, without `addMatter`. */
function titleEvidence(language: LanguageScores, place: LinePlace): number[] {
  const { text, textBefore, textsBelow } = place;
  const width = widthOf(text);
  const head = text.slice(0, 12);
  const tail = text.slice(-12);
  const [below, ...further] = textsBelow;
  const goesOn = below === undefined ? 0 : clamp(language.joinScore(tail, below.slice(0, 12)), -6, 10);
  const { commas, digits } = countsOf(text);
  const spaced = /\S[\s\u3000]\S/u.test(text);
  return [
    1,
    clamp(language.titleScore(text.replace(PARTS_OF_TITLE, ' ')), -5, 5),
    width <= 6 ? 1 : 0,
    width > 6 && width <= 10 ? 1 : 0,
    width > 16 && width <= 26 ? 1 : 0,
    width > 26 ? 1 : 0,
    width > 36 ? 1 : 0,
    Math.min(commas, 2),
    spaced ? 1 : 0,
    endsFinished(text) ? 1 : 0,
    /[：:]/u.test(text) ? 1 : 0,
    leavesQuotationOpen(text) ? 1 : 0,
    spaced ? 0 : Math.max(0, goesOn),
    spaced ? 0 : Math.min(0, goesOn),
    below === undefined ? 1 : 0,
    spaced ? 0 : Math.max(0, ...further.map((one) => clamp(language.joinScore(tail, one.slice(0, 12)) - 4, 0, 8))),
    textBefore === null ? 0 : clamp(language.joinScore(textBefore.slice(-12), head), -6, 10),
    textBefore !== null && !endsFinished(textBefore) && !isRow(textBefore) ? 1 : 0,
    textBefore === null ? 1 : 0,
    place.signedBelow ? 1 : 0,
    place.datelineBelow ? 1 : 0,
    place.jumpBelow ? 1 : 0,
    place.titleBelow ? 1 : 0,
    place.textBelowAtOnce ? 1 : 0,
    clamp(language.startScore(head), -5, 5),
    clamp(language.endScore(tail), -6, 4),
    below === undefined ? 0 : clamp(language.startScore(below.slice(0, 12)), -4, 4),
    0,
    0,
    place.folded ? 1 : 0,
    place.outdent,
    place.setOff ? 1 : 0,
    place.endBefore ? 1 : 0,
    /[？！?!]$/u.test(text) ? 1 : 0,
    ENDS_OPEN.test(text) ? 1 : 0,
    NOTICE.test(hanOf(text)) ? 1 : 0,
    signsOff(text) ? 1 : 0,
    markOf(text) === '' ? 0 : 1,
    isVerseLong(text) ? Math.max(0, place.beside.shortLines - HEADING_LINES) : 0,
    Math.min(3, place.beside.shortTextsAbove),
    isRow(text) ? 1 : 0,
    hasWideGap(text) ? 1 : 0,
    digits / Math.max(1, text.length),
  ];
}

/** Commas and figures, of either width. */
function countsOf(text: string): { readonly commas: number; readonly digits: number } {
  let commas = 0;
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x2c || code === 0xff0c) commas++;
    else if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits++;
  }
  return { commas, digits };
}

/** What parts the halves of a title is the paper's habit: 找工作，三问自己 and 找工作 三问自己 read alike. */
const PARTS_OF_TITLE = /[，,：:？?！!、]/gu;
/** Short lines beside a line of most headings. */
const HEADING_LINES = 2;

function leavesQuotationOpen(text: string): boolean {
  return (
    text.lastIndexOf('“') > text.lastIndexOf('”') ||
    text.lastIndexOf('「') > text.lastIndexOf('」') ||
    text.lastIndexOf('《') > text.lastIndexOf('》')
  );
}

/** Places in the evidence of the matter shared with the text below and with the text before. */
const MATTER_BELOW = 27;
const MATTER_BEFORE = 28;
/** Nats that these two can add or take at most, by their bounds and weights, and a little more for rounding. */
const MOST_MATTER_SAYS = 15 * (Math.abs(TITLE_WEIGHTS[MATTER_BELOW]!) + Math.abs(TITLE_WEIGHTS[MATTER_BEFORE]!)) + 0.01;

/** Nats from which nothing elsewhere on the page makes a title half a sentence. */
const SURELY_A_TITLE = 8;

/** Nats for a title. */
function weigh(evidence: readonly number[]): number {
  return evidence.reduce((sum, value, index) => sum + value * TITLE_WEIGHTS[index]!, 0);
}
