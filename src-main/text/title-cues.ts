/** What a short line must not have to be a title. Whether it is one is weighed in title-evidence.ts. */
import { beginsHeadless, endsOpen, widthOf } from './line-ends';

/** Widest title set on one line, in full-width characters. */
const WIDEST_TITLE = 50;

/** Where the news came from, before the first sentence: 本报临江讯（记者 …. */
const OPENS_WITH_DATELINE = /^(?:本报|据?新华社|据?中新社|据)[^。，]{0,16}[讯电]\s*[（(]/u;

/** Short, without the punctuation of a sentence, and not visibly a piece of one. */
export function isTitleLike(text: string): boolean {
  if (text.length > WIDEST_TITLE * 2 || widthOf(text) > WIDEST_TITLE) return false;
  if (/[。；;…]/u.test(text) || /\p{Script=Han}[”’」』）]?\.$/u.test(text) || /[.](?:\s|$)/.test(text)) return false;
  if (OPENS_WITH_DATELINE.test(text)) return false;
  if (/^(?:——|──)/u.test(text)) return true;
  if (/(?:——|──|—|：)$/u.test(text)) return false;
  return !endsOpen(text) && !beginsHeadless(text);
}

/** Cells set apart by wide gaps, three or more: a row of a table. */
export function isTableRow(text: string): boolean {
  return /\S(?:[ \u3000]{2,}|\t)\s*\S+(?:\s\S+)*?(?:[ \u3000]{2,}|\t)\s*\S/u.test(text);
}
