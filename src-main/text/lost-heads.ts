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

/** Nats by which the best of the heads goes on in mid-sentence from the line, more than strangers do; 0 where none does. */
export function goesOnInLostHead(language: LanguageScores, line: string, heads: readonly LostHead[]): number {
  if (heads.length === 0 || line.length < LEAST_HALF || SET_IN_PARTS.test(line)) return 0;
  const before = line.slice(-CONTEXT);
  let most = 0;
  for (const { after, opens, held } of heads) {
    const fit = language.affinity(before, after) - held;
    most = Math.max(most, Math.min(fit, fit - opens - STRANGERS) - STRANGERS);
  }
  return most;
}
