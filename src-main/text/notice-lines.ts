/** Who gives a notice, and which lines stand in one, told by the title above them. Not for deciding who signs it (label-signatures.ts). */
import { NOTICE } from './heading-evidence';
import { endsWithFullStop } from './line-ends';

/** Who gives a notice: 江城大学, 方崇文同志治丧工作小组. */
export const OFFICE = /^[\p{Script=Han}（）·]{2,24}$/u;
const ENDS_OFFICE =
  /(?:公司|集团|委员会|[局院处部社校厂站所]|中心|大学|中学|小学|协会|学会|商会|工会|[董理监]事会|政府|大队|支队|办公室|小组|银行|支行)$/u;

/** What a notice ends with, with or without a full stop. */
const CLOSES_NOTICE = /^特此\p{Script=Han}{2}/u;
const LAST_WORDS = /(?:谅解|周知|鸣谢|特此\p{Script=Han}{2})[。！]$/u;
/** Last characters of an office by which a text names it. */
const NAMED_BY = 4;

/** An office under a text that ends as notices do, or has told of it: who gives it, whatever the title is called and wherever it has strayed. */
export function givesTextAbove(office: string, text: string): boolean {
  return endsWithFullStop(text) && (LAST_WORDS.test(text) || text.includes(office.slice(-NAMED_BY)));
}

/** Blocks above a line in which the title of its notice stands. */
const LONGEST_NOTICE = 8;

/** Only running text stands between a line and the title of a notice above it. */
export function isInNotice(texts: readonly string[], index: number): boolean {
  let at = index - 1;
  while (at > 0 && index - at < LONGEST_NOTICE && (endsWithFullStop(texts[at]!) || CLOSES_NOTICE.test(texts[at]!))) at--;
  return isNoticeTitle(texts[at] ?? '');
}

/** 停水通知, 公 告. */
export function isNoticeTitle(text: string): boolean {
  return NOTICE.test(text.replace(/[\s\u3000]/gu, ''));
}

export function isOffice(text: string): boolean {
  return OFFICE.test(text) && ENDS_OFFICE.test(text);
}
