import { blockText, revised } from '../document';
import type { Document } from '../document';
import { NOTICE } from '../heading-evidence';
import { endsWithFullStop } from '../line-ends';
import { isBareDay } from '../line-grammar';
import { SIGNATURE } from '../match-breaks';
import { labelled } from './label-by-grammar';

/** Who gives a notice: 江城大学, 方崇文同志治丧工作小组. */
const OFFICE = /^[\p{Script=Han}（）·]{2,24}$/u;
const ENDS_OFFICE = /(?:公司|集团|委员会|[局院处部社校厂站所]|中心|大学|中学|小学|协会|学会|商会|政府|大队|支队|办公室|小组|银行|支行)$/u;
/** Blocks above a signature in which the title of its notice stands. */
const LONGEST_NOTICE = 8;

/** Under a notice stand who gives it and the day: 临江县人民医院 / 2026年5月25日. Neither is a running head, and no sentence goes on in them. */
export function labelSignatures(document: Document): Document {
  const { blocks } = document;
  const texts = blocks.map((block) => (block.role === null || block.role === 'furniture' ? blockText(document, block) : ''));
  const next = [...blocks];
  const sign = (at: number): void => void (next[at] = labelled(blocks[at]!, 'body', SIGNATURE, 'likely'));
  for (let at = 2; at < blocks.length; at++) {
    const beside = [blocks[at - 1], blocks[at + 1]].some((block) => block?.role === 'furniture');
    if (blocks[at]!.role === 'furniture' && !beside && isBareDay(texts[at]!)) {
      sign(at);
      if (blocks[at - 1]!.role !== null || !OFFICE.test(texts[at - 1]!)) continue;
      sign(at - 1);
      for (let above = at - 2; above > 0 && blocks[above]!.role === null && isOffice(texts[above]!); above--) sign(above);
    } else if (blocks[at]!.role === null && isOffice(texts[at]!) && endsWithFullStop(texts[at - 1]!) && isInNotice(texts, at)) sign(at);
  }
  return revised(document, { blocks: next });
}

function isOffice(text: string): boolean {
  return OFFICE.test(text) && ENDS_OFFICE.test(text);
}

/** Only running text stands between a line and the title of a notice above it. */
function isInNotice(texts: readonly string[], index: number): boolean {
  let at = index - 1;
  while (at > 0 && index - at < LONGEST_NOTICE && endsWithFullStop(texts[at]!)) at--;
  return NOTICE.test(texts[at]!);
}
