/** What makes a short line a title, and what makes it a piece broken off a sentence. */
import type { LanguageScores } from './document';
import { beginsHeadless, endsFinished, endsOpen, widthOf } from './line-ends';

/** Widest title set on one line, in full-width characters. */
const WIDEST_TITLE = 36;

/** Short, without the punctuation of a sentence, and not visibly a piece of one. */
export function isTitleLike(text: string): boolean {
  if (widthOf(text) > WIDEST_TITLE) return false;
  if (/[。；;…]/u.test(text) || /\p{Script=Han}[”’」』）]?\.$/u.test(text) || /[.](?:\s|$)/.test(text)) return false;
  if (/^(?:——|──)/u.test(text)) return true;
  if (/(?:——|──|—|：)$/u.test(text)) return false;
  return !endsOpen(text) && !beginsHeadless(text);
}

/** Nats: how much likelier a line goes on in the next than stands alone, before it counts as broken off. */
const BROKEN_OFF = 10;

export function looksBrokenOff(language: LanguageScores | null, text: string, next: string | null): boolean {
  if (/[\s\u3000]/u.test(text.trim()) && !/[，,]/u.test(text)) return false;
  const evidence = language && next ? language.joinScore(text.slice(-12), next.slice(0, 12)) : 0;
  let need = BROKEN_OFF;
  if (/[，,]/u.test(text)) need -= 6;
  if (/[，,].*[，,]/u.test(text)) need -= 3;
  if (endsFinished(text)) need += 8;
  if (/[：]/u.test(text)) need += 3;
  if (widthOf(text) <= 12) need += 2;
  return evidence > need;
}
