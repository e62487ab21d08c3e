/** Which section of its paper a place of a file stands in, as the page's running head names it. Not for standing titles over articles: those are columns. */
import type { Document } from './document';
import { blockText } from './document';
import { pageNamed } from './passes/infer-facts';

const FOLIO_THEN_NAME =
  /(?:^|[\s\u3000])(?:第\s*(?:[A-Z]{0,2}[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版|[A-Z]{1,2}[0-9]{1,3}\s*版?|[0-9]{1,3}\s*版)[\s\u3000·|｜│丨/:：]*(\p{Script=Han}{2,6}(?:·\p{Script=Han}{2,4})?)$/u;
const NAME_THEN_FOLIO =
  /^(\p{Script=Han}{2,6}(?:·\p{Script=Han}{2,4})?)[\s\u3000·|｜│丨/:：]+(?:第\s*(?:[A-Z]{0,2}[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版|[A-Z]{0,2}[0-9]{1,3}\s*版?)$/u;
/** What else stands beside a folio: the day, the paper, its staff. */
const NO_SECTION = /[报報刊版责責编編辑輯校]|星期|年|月|今日/u;

/** Null where the head names none. */
export function sectionInHead(head: string): string | null {
  const line = head.trim();
  const name = (FOLIO_THEN_NAME.exec(line) ?? NAME_THEN_FOLIO.exec(line))?.[1];
  return name !== undefined && !NO_SECTION.test(name) ? name : null;
}

/**
 * @param pageAt the page of a place, where the file holds several and says where each begins
 * @returns null where no section is named, or it cannot be told of which page
 */
export function sectionInFile(
  document: Document,
  pageAt: ((offset: number) => string | undefined) | null,
): ((offset: number) => string | undefined) | null {
  const named = document.blocks.flatMap((block) => {
    if (block.role !== 'furniture') return [];
    const head = blockText(document, block);
    const section = block.judgement.rule === 'section-name' ? head.trim() : sectionInHead(head);
    return section === null ? [] : [{ section, page: pageNamed(head) }];
  });
  if (pageAt) {
    const sections = new Map(named.toReversed().flatMap(({ page, section }) => (page === null ? [] : [[page, section] as const])));
    return (offset) => sections.get(pageAt(offset) ?? '');
  }
  const [only, other] = new Set(named.map(({ section }) => section));
  return only === undefined || other !== undefined ? null : () => only;
}
