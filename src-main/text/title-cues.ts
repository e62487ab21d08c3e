/** What makes a short line a title, and what makes it a piece broken off a sentence. */
import type { LanguageScores } from './document';
import { beginsHeadless, endsFinished, endsOpen, widthOf } from './line-ends';

/** Widest title set on one line, in full-width characters. */
const WIDEST_TITLE = 36;

/** Short, without the punctuation of a sentence, and not visibly a piece of one. A byline under it outweighs a lost closing quote. */
export function isTitleLike(text: string, signedBelow = false): boolean {
  if (text.length > WIDEST_TITLE * 2 || widthOf(text) > WIDEST_TITLE) return false;
  if (/[。；;…]/u.test(text) || /\p{Script=Han}[”’」』）]?\.$/u.test(text) || /[.](?:\s|$)/.test(text)) return false;
  if (/^(?:——|──)/u.test(text)) return true;
  if (/(?:——|──|—|：)$/u.test(text)) return false;
  if (!signedBelow && leavesQuotationOpen(text)) return false;
  return !endsOpen(text) && !beginsHeadless(text);
}

function leavesQuotationOpen(text: string): boolean {
  return (
    text.lastIndexOf('“') > text.lastIndexOf('”') ||
    text.lastIndexOf('「') > text.lastIndexOf('」') ||
    text.lastIndexOf('《') > text.lastIndexOf('》')
  );
}

/** Nats by which a line must go on in the next, rather than stand alone, before it counts as broken off; a comma makes it far likelier. */
const BROKEN_OFF = 5.5;
const WITH_COMMA = -5.5;
const FOR_BREVITY = 1.5;
/** Nats for opening a paragraph above which a line with a comma is the beginning of one. */
const OPENS_SENTENCE = 4.5;

/** `next` is the running text after the line, null where a heading or nothing follows. */
export function looksBrokenOff(language: LanguageScores | null, text: string, next: string | null): boolean {
  const commas = text.match(/[，,]/gu)?.length ?? 0;
  if (commas === 0 && /[\s\u3000]/u.test(text)) return false;
  if (commas > 1 || (commas > 0 && endsFinished(text))) return true;
  if (!language) return commas > 0 && next !== null;
  if (commas > 0 && !/[：:]/u.test(text) && language.startScore(text.slice(0, 12)) > OPENS_SENTENCE) return true;
  if (next === null) return false;
  let need = BROKEN_OFF;
  if (commas > 0) need += WITH_COMMA;
  if (endsFinished(text)) need += FOR_BREVITY;
  if (widthOf(text) <= 13) need += FOR_BREVITY;
  return language.joinScore(text.slice(-12), next.slice(0, 12)) > need;
}

/** Nats by which a short line must go on in a text that does not follow at once. */
const GOES_ON_FAR = 9;

export function goesOnFar(language: LanguageScores | null, text: string, next: string): boolean {
  return language !== null && !/[\s\u3000]/u.test(text) && language.joinScore(text.slice(-12), next.slice(0, 12)) > GOES_ON_FAR;
}
