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

/** A result between two sides, 南屿飞鱼 1∶1 松北林海, or a place in a list and its figures, 2 南屿飞鱼 8 4 2 28. */
const SCORE = /^\S{2,10}[\s\u3000]+[0-9]{1,3}\s?[∶:：比-]\s?[0-9]{1,3}[\s\u3000]+\S{2,10}$/u;
const FIGURES_IN_ROW = /^(?:[0-9]{1,3}[\s\u3000]+)?\S{1,10}(?:[\s\u3000]+[0-9.+%-]{1,7}){3,}$/u;
/** What heads such a list: 名次 球队 胜 平 负 积分. */
const HEADS_OF_ROW = /^\S{1,4}(?:[\s\u3000]\S{1,3}){4,}$/u;

/** Cells set apart by wide gaps, three or more, or by what they hold: a row of a table. */
export function isTableRow(text: string): boolean {
  if (text.length <= 48 && (SCORE.test(text) || FIGURES_IN_ROW.test(text) || HEADS_OF_ROW.test(text))) return true;
  return /\S(?:[ \u3000]{2,}|\t)\s*\S+(?:\s\S+)*?(?:[ \u3000]{2,}|\t)\s*\S/u.test(text);
}
