import { blockText, revised } from '../document';
import type { Document } from '../document';
import { readHeadParts } from '../head-parts';
import { endsWithFullStop, narrowDigits } from '../line-ends';
import { isBareDay } from '../line-grammar';
import { GIVEN_BY, SIGNATURE, isWholeLine } from '../whole-lines';
import { OFFICE, givesTextAbove, isInNotice, isNoticeTitle, isOffice } from '../notice-lines';
import { WHERE_TO_WRITE, isBesideFurniture, labelled } from './label-by-grammar';

/** Blocks at a file's beginning among which its day is. */
const LONGEST_HEAD = 8;

/**
 * Under a notice stand who gives it, where to ring and the day: 临江县人民医院 / 2026年5月25日. None is a running head, and no sentence goes on in them.
 * The page's own day, strayed into a text, stays a running head.
 */
export function labelSignatures(document: Document): Document {
  const { blocks } = document;
  const texts = blocks.map((block) => (block.role === null || block.role === 'furniture' ? blockText(document, block) : ''));
  const next = [...blocks];
  const sign = (at: number, rule = GIVEN_BY): void => void (next[at] = labelled(blocks[at]!, 'body', rule, 'likely'));
  const today = dayOfPage(document);
  const isOtherDay = (at: number): boolean => isBareDay(texts[at] ?? '') && today !== null && dayOf(texts[at]!) !== today;
  const isUnderNotice = (at: number): boolean => isWholeLine(next[at - 1]!.judgement.rule) || isInNotice(texts, at);
  const isStrayDay = (at: number): boolean =>
    dayOf(texts[at]!) === today && !(blocks[at - 1]!.role === null && OFFICE.test(texts[at - 1]!)) && !isUnderNotice(at);
  const signsAbove = (at: number): boolean => {
    const [above, below] = [texts[at - 1]!, texts[at + 1] ?? ''];
    if (isNoticeTitle(above)) return at + 1 >= blocks.length || blocks[at + 1]!.role === 'furniture';
    return (endsWithFullStop(above) && isInNotice(texts, at)) || (givesTextAbove(texts[at]!, above) && !isNoticeTitle(below));
  };
  const standsOverNotice = (at: number): boolean =>
    blocks[at + 1]?.role === null && /^公[\s\u3000]*[告示]$|^通[\s\u3000]*[知告]$/u.test(texts[at + 1]!);
  for (let at = 2; at < blocks.length; at++) {
    const { role, judgement } = blocks[at]!;
    if (role === 'furniture' && isBareDay(texts[at]!)) {
      if (isBesideFurniture(blocks, at) ? !(isOtherDay(at) && isUnderNotice(at)) : isStrayDay(at)) continue;
      sign(at);
      if (blocks[at - 1]!.role !== null || !OFFICE.test(texts[at - 1]!)) continue;
      sign(at - 1);
      for (let above = at - 2; above > 0 && blocks[above]!.role === null && isOffice(texts[above]!); above--) sign(above);
    } else if (judgement.rule === WHERE_TO_WRITE && isOtherDay(at + 1) && isInNotice(texts, at)) sign(at, SIGNATURE);
    else if (role === null && isOffice(texts[at]!)) {
      if (standsOverNotice(at)) next[at] = labelled(blocks[at]!, 'kicker', 'gives-notice-below', 'likely');
      else if (signsAbove(at)) sign(at);
    }
  }
  return revised(document, { blocks: next });
}

function dayOfPage(document: Document): string | null {
  for (const block of document.blocks.slice(0, LONGEST_HEAD)) {
    const parts = block.role === 'furniture' ? (readHeadParts(blockText(document, block)) ?? []) : [];
    const day = parts.find(({ kind }) => kind === 'day');
    if (day) return dayOf(day.text);
  }
  return null;
}

/** Year, month and day, however they are set: 2024年4月23日 and 2024.04.23 are one. */
function dayOf(printed: string): string {
  const figures = narrowDigits(printed).match(/[0-9]+/gu);
  return figures === null ? printed : figures.slice(0, 3).map(Number).join('-');
}
