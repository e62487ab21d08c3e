/** A title that stands alone between running texts: the headline of a new article, a subhead of the one before, or a column over briefs? */
import type { Block, BlockRole, Document } from './document';
import { widthOf } from './line-ends';

export const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳]|第[一二三四五六七八九十][、，：])/u;
export const DATELINE =
  /^(?:本报|据?新华社|据?中新社|据?本报|据?央视|[\p{Script=Han}]{2,4}(?:日报|晚报|早报)?讯)[^。]{0,16}?(?:讯|电|消息|报道)(?:\s|[（(，]|记者)/u;
/** How a standing title over briefs ends. */
export const BRIEFS_COLUMN =
  /(?:简报|简讯|短讯|快讯|速览|要闻|快报|播报|集锦|短波|一句话新闻|信息窗|快递|掠影|传真|微新闻|动态|点击|一览)$/u;

/** Weighs the cues, in nats for a headline; above 0 it is one. */
export function judgeLoneTitle(
  document: Document,
  blocks: readonly Block[],
  texts: readonly string[],
  index: number,
  underByline: boolean,
): { readonly role: BlockRole; readonly rule: string } {
  const title = texts[index]!;
  const next = texts[index + 1] ?? '';
  const previous = previousRole(blocks, index);
  if (NUMBERED.test(title)) return { role: 'subhead', rule: 'numbered-title' };
  if (BRIEFS_COLUMN.test(title) && widthOf(title) <= 10) return { role: 'column', rule: 'briefs-column' };
  if (previous === null) return { role: 'headline', rule: 'title-first' };
  let weight = (widthOf(title) - 11) * 0.45 - 0.8;
  if (DATELINE.test(next)) weight += 5;
  if (previous === 'credit' || previous === 'jump-to') weight += 4;
  if (previous === 'jump-from') weight += 3;
  if (blocks[index + 1]?.role === 'body' && next.length >= 40 && blocks[index + 2]?.role === 'credit') weight += 5;
  if (/[：:]/u.test(title) || /[0-9]/.test(title)) weight += 2;
  if (underByline) weight += 0.5;
  const { language } = document;
  if (language) {
    const before = language.topicPairs(gather(blocks, texts, index - 1, -1, 500));
    const after = language.topicPairs(gather(blocks, texts, index + 1, 1, 400));
    const words = language.topicPairs(title);
    weight -= 0.18 * clamp(language.topicScore(before, after), -10, 35);
    weight += 0.03 * clamp(language.topicScore(after, words), -5, 40) - 0.3 * clamp(language.topicScore(before, words), -5, 10);
  }
  return weight > 0 ? { role: 'headline', rule: 'title-over-text' } : { role: 'subhead', rule: 'title-in-text' };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function previousRole(blocks: readonly Block[], index: number): string | null {
  for (let at = index - 1; at >= 0; at--) {
    const { role } = blocks[at]!;
    if (role === 'furniture') continue;
    if (role === 'jump') return blocks[at]!.judgement.rule === 'jump-from' ? 'jump-from' : 'jump-to';
    return role;
  }
  return null;
}

/** Running text on one side of a title, past other titles, at least as long as `wanted` where there is so much. */
function gather(blocks: readonly Block[], texts: readonly string[], from: number, step: 1 | -1, wanted: number): string {
  let text = '';
  for (let at = from; at >= 0 && at < blocks.length && text.length < wanted; at += step) {
    const { role } = blocks[at]!;
    if (role === 'headline' || role === 'byline' || role === 'credit' || role === 'jump' || role === 'column') break;
    if (role === 'body') text = step > 0 ? text + texts[at]! : texts[at]! + text;
  }
  return step > 0 ? text.slice(0, wanted) : text.slice(-wanted);
}
