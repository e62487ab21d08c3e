/** Which edition page a place of a file lies on, where the file holds several. Not for the page of a whole file: see passes/infer-facts.ts. */
import { pageLetters, pageNumber } from '../contract/page-number';
import type { Document } from './document';
import { pagesNamed } from './passes/infer-facts';

/**
 * Null where the file holds one page, or does not say where each begins: running heads stand before all text and folios behind it, and pages
 * are counted upwards. The returned function takes an offset into the text.
 */
export function pageInFile(document: Document): ((offset: number) => string | undefined) | null {
  const named = pagesNamed(document).filter(({ page }, index, all) => page !== all[index - 1]?.page);
  if (named.length < 2 || !named.every(({ page }, index) => index === 0 || comesAfter(page, named[index - 1]!.page))) return null;
  // One by one: a long file has more of them than a call may have arguments.
  let [first, last] = [Infinity, -Infinity];
  for (const { role, spans } of document.blocks)
    if (role !== 'furniture') for (const { start } of spans) [first, last] = [Math.min(first, start), Math.max(last, start)];
  if (named[0]!.at < first) return (offset) => named.findLast(({ at }) => at <= offset)?.page;
  if (named.at(-1)!.at > last) return (offset) => named.find(({ at }) => at > offset)?.page;
  return null;
}

/** A new letter begins its own count: B1 comes after A8. */
function comesAfter(page: string, before: string): boolean {
  const [letters, lettersBefore] = [pageLetters(page), pageLetters(before)];
  return letters === lettersBefore ? (pageNumber(page) ?? 0) > (pageNumber(before) ?? 0) : letters > lettersBefore;
}
