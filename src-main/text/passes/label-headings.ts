import { blockText } from '../document';
import type { Block, BlockRole, Document } from '../document';
import { isBareName, isLocality } from '../line-grammar';
import { endsOpen, beginsHeadless, widthOf } from '../line-ends';
import { labelled } from './label-by-grammar';

/**
 * Finds the lines that stand over an article and gives each its office: column, kicker, locality, headline, deck, byline;
 * a title alone inside a running text becomes a subhead. Everything else is body.
 */
export function labelHeadings(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  const blocks: Block[] = [...document.blocks];
  let at = 0;
  while (at < blocks.length) {
    const begin = at;
    while (at < blocks.length && standsInHeading(blocks[at]!, texts[at]!)) at++;
    if (at > begin) labelStack(blocks, texts, begin, at);
    else {
      const block = blocks[at]!;
      if (block.role === null) blocks[at] = labelled(block, 'body', 'running-text', 'likely');
      at++;
    }
  }
  return { ...document, blocks };
}

function standsInHeading(block: Block, text: string): boolean {
  if (block.role === null) return isTitleLike(text);
  return block.role === 'column' || block.role === 'kicker' || block.role === 'byline' || block.role === 'locality';
}

/** Short, without the punctuation of a sentence, and not a piece broken off from one. */
export function isTitleLike(text: string): boolean {
  if (widthOf(text) > 36) return false;
  if (/[。；;…]/u.test(text) || /[.](?:\s|$)/.test(text)) return false;
  return !endsOpen(text) && !beginsHeadless(text);
}

function labelStack(blocks: Block[], texts: readonly string[], begin: number, end: number): void {
  const titles: number[] = [];
  let byline = -1;
  for (let index = begin; index < end; index++) {
    const block = blocks[index]!;
    const text = texts[index]!;
    if (block.role === 'byline') {
      if (byline < 0) byline = index;
      continue;
    }
    if (block.role !== null) continue;
    if (/^(?:——|──|—)/u.test(text)) set(blocks, index, titles.length > 0 ? 'deck' : 'body', 'dashed-deck');
    else if (isLocality(text) && index + 1 < end) set(blocks, index, 'locality', 'place-line');
    else if (byline < 0 && titles.length > 0 && isBareName(text)) {
      set(blocks, index, 'byline', 'bare-name');
      byline = index;
    } else titles.push(index);
  }
  const before = byline < 0 ? titles : titles.filter((index) => index < byline);
  for (const index of titles) if (!before.includes(index)) set(blocks, index, 'subhead', 'title-under-byline');
  const last = before.at(-1);
  if (last === undefined) return;
  const stacked = end - begin > 1;
  for (const index of before.slice(0, -1)) set(blocks, index, 'column', 'title-over-headline');
  const alone = !stacked && byline < 0;
  const next = texts[end] ?? '';
  if (alone && /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u.test(texts[last]!))
    set(blocks, last, 'subhead', 'numbered-title');
  else if (alone && blocks[end]?.role === 'credit') set(blocks, last, 'body', 'caption-line');
  else if (alone && begin > 0 && widthOf(texts[last]!) <= 12 && !/^(?:本报|新华社)/u.test(next))
    set(blocks, last, 'subhead', 'title-in-text');
  else set(blocks, last, 'headline', byline < 0 ? 'title-over-text' : 'title-over-byline');
}

function set(blocks: Block[], index: number, role: BlockRole, rule: string): void {
  blocks[index] = labelled(blocks[index]!, role, rule, 'likely');
}
