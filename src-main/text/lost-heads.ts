/**
 * Texts of a page that begin in mid-sentence and go on from no text above, and by how much a short line is what one of them goes on from.
 * A half sentence left alone where a column ended reads like a title; its other half tells it from one, however far away it lies.
 * Not for putting the two together (match-breaks.ts).
 */
import { CONTEXT, surelyOpens } from './break-sides';
import type { LanguageScores } from './document';
import { beginsHeadless, endsFinished } from './line-ends';

/** Nats for opening a paragraph below which a text may begin in the middle of one. */
const MAY_BE_HEADLESS = 0;
/** Nats from which a text has found what it goes on from. */
const FOUND = 4;
/** Nats that even the best of many strangers may have for being one sentence, before and after what the head says of itself. */
const STRANGERS = 3;
/** Texts looked at on a page; bounds the work. */
const MOST_HEADS = 40;

/** Characters below which a line says too little of what it goes on in: 短评 goes on in anything. */
const LEAST_HALF = 5;
/** 外防输入 内防反弹: no sentence. */
const SET_IN_PARTS = /[\s\u3000]/u;

export interface LostHead {
  readonly after: string;
  /** Nats for opening a paragraph. */
  readonly opens: number;
  /** Nats by which it goes on in the text above rather than anywhere else. */
  readonly held: number;
}

/** @param texts running texts in the order of the file */
export function lostHeads(language: LanguageScores, texts: readonly string[]): readonly LostHead[] {
  const heads: LostHead[] = [];
  for (const [place, text] of texts.entries()) {
    const after = text.slice(0, CONTEXT);
    const opens = language.startScore(after);
    if (opens >= MAY_BE_HEADLESS && !beginsHeadless(text)) continue;
    if (surelyOpens(text)) continue;
    const before = texts[place - 1];
    const held = before === undefined || endsFinished(before) ? 0 : Math.max(0, language.affinity(before.slice(-CONTEXT), after));
    if (held >= FOUND) continue;
    if (heads.length === MOST_HEADS) return [];
    heads.push({ after, opens, held });
  }
  return heads;
}

/** What a head elsewhere says of a line, against all that the line says itself. */
const ELSEWHERE_SHARE = 1.5;

/**
 * Nats for a line being half a sentence, whose other half is one of the heads or stands right below.
 * @param below null where no running text stands right below
 */
export function halfOfSentence(language: LanguageScores, line: string, heads: readonly LostHead[], below: string | null): number {
  return ELSEWHERE_SHARE * goesOnInLostHead(language, line, heads) + (below === null ? 0 : goesOnBelow(language, line, below));
}

/** Nats by which the best of the heads goes on in mid-sentence from the line, more than strangers do; 0 where none does. */
function goesOnInLostHead(language: LanguageScores, line: string, heads: readonly LostHead[]): number {
  if (heads.length === 0 || line.length < LEAST_HALF || SET_IN_PARTS.test(line)) return 0;
  const before = line.slice(-CONTEXT);
  let most = 0;
  for (const { after, opens, held } of heads) {
    const fit = language.affinity(before, after) - held;
    most = Math.max(most, Math.min(fit, fit - opens - STRANGERS) - STRANGERS);
  }
  return most;
}

/** Nats for each kind of evidence that a line goes on in the text right below it, and what any line may have of it. */
const BELOW = { headless: 3, opening: 0.2, going: 0.3, lost: 0.5, usual: 1 };
/** Most of each that counts. */
const MOST_OPENING = 8;
const MOST_GOING = 12;

/** Nats by which the text right below begins in mid-sentence and goes on from the line, be it behind a character that was lost; 0 where it opens. */
function goesOnBelow(language: LanguageScores, line: string, below: string): number {
  if (SET_IN_PARTS.test(line) || surelyOpens(below)) return 0;
  const [before, after] = [line.slice(-CONTEXT), below.slice(0, CONTEXT)];
  const opens = language.startScore(after);
  const headless = beginsHeadless(below);
  if (opens >= MAY_BE_HEADLESS && !headless) return 0;
  const going = Math.max(0, Math.min(MOST_GOING, language.affinity(before, after)));
  const lost = Math.max(0, Math.min(MOST_GOING, language.joinScoreWithGap(before, after).score - language.joinScore(before, after)));
  const nats =
    (headless ? BELOW.headless : 0) + BELOW.opening * Math.max(0, Math.min(MOST_OPENING, -opens)) + BELOW.going * going + BELOW.lost * lost;
  return Math.max(0, nats - BELOW.usual);
}
