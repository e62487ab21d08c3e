import { markOf } from '../heading-evidence';
import {
  LONGEST_DATED_CAPTION,
  SAYS_WHEN,
  isCredit,
  leadingJumpEnd,
  mayBeCaption,
  trailingCreditAt,
  trailingJumpAt,
  trailingSignatureAt,
} from '../line-grammar';
import { replaceBlocks, splitBlock } from '../split-block';
import { endsOpen, endsWithFullStop, widthOf } from '../line-ends';
import { isFiguresRow } from '../title-cues';
import { blockText, revised } from '../document';
import type { Block, Document } from '../document';

/**
 * Cuts off what a page sets on one line with something else: paragraphs run together with their indents between them, a jump marker behind the last word or before the first,
 * a signature behind the last sentence, a picture credit behind its caption, a deck behind its headline (技能「充电」 ——某地…).
 */
export function splitMarkers(document: Document): Document {
  return mendCaptions(splitTails(replaceBlocks(document, (block, text) => splitParagraphs(document, block, text))));
}

/** An indent in the middle of a line, behind the end of a sentence. */
const INDENT_WITHIN = /(?<=[。！？”…])[\u3000]{2}(?=[^\s\u3000])/gu;
/** Paragraphs cut from one line; bounds the work. */
const MOST_PARAGRAPHS = 400;

function splitParagraphs(document: Document, block: Block, text: string): readonly Block[] | null {
  if (!text.includes('\u3000\u3000') || isFiguresRow(text)) return null;
  const parts: Block[] = [];
  let rest = block;
  let from = 0;
  for (const { index } of text.matchAll(INDENT_WITHIN)) {
    const [paragraph, others] = splitBlock(document, rest, index - from);
    if (!paragraph || !others || parts.length === MOST_PARAGRAPHS) break;
    parts.push(paragraph);
    rest = others;
    from = index + 2;
  }
  return parts.length === 0 ? null : [...parts, rest];
}

function splitTails(document: Document): Document {
  return replaceBlocks(document, (block, text) => {
    const jumpEnd = leadingJumpEnd(text);
    if (jumpEnd > 0 && jumpEnd < text.length) {
      const [marker, rest] = splitBlock(document, block, jumpEnd);
      return marker && rest ? [marker, ...splitTail(document, rest, text.slice(jumpEnd).trimStart())] : null;
    }
    const parts = splitTail(document, block, text);
    return parts.length > 1 ? parts : null;
  });
}

/** What a picture shows, over its credit, broken at a comma: the two lines are one. */
function mendCaptions(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  const blocks: Block[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const before = blocks.at(-1);
    if (before && goesOnInCaption(document, texts, index))
      blocks[blocks.length - 1] = { ...before, spans: [...before.spans, ...block.spans] };
    else blocks.push(block);
  }
  return blocks.length === document.blocks.length ? document : revised(document, { blocks });
}

function goesOnInCaption({ blocks }: Document, texts: readonly string[], index: number): boolean {
  const [before, text, below] = [texts[index - 1] ?? '', texts[index]!, texts[index + 1] ?? ''];
  return (
    endsOpen(before) &&
    before.length + text.length <= LONGEST_DATED_CAPTION &&
    SAYS_WHEN.test(before) &&
    blocks[index]!.blankLinesBefore === 0 &&
    blocks[index]!.indent === 0 &&
    endsWithFullStop(text) &&
    isCredit(below)
  );
}

function splitTail(document: Document, block: Block, text: string): readonly Block[] {
  const jumpAt = trailingJumpAt(text);
  if (jumpAt > 0) return splitBlock(document, block, jumpAt);
  // A brief behind its mark has no heading that a signature could be taken to.
  const signatureAt = markOf(text) === '' ? trailingSignatureAt(text) : -1;
  if (signatureAt > 0) return splitBlock(document, block, signatureAt);
  const creditAt = trailingCreditAt(text);
  const caption = text.slice(0, creditAt);
  if (creditAt > 0 && widthOf(caption) >= 4 && (/[。！？”）)]\s*$/u.test(caption) || mayBeCaption(caption)))
    return splitBlock(document, block, creditAt);
  const deck = /[\s\u3000](?:——|──|—(?!—))\S/u.exec(text.slice(0, 60));
  if (deck && deck.index >= 3 && widthOf(text) <= 70 && !/[。；]/u.test(text.slice(0, deck.index)) && !/[。；]$/u.test(text))
    return splitBlock(document, block, deck.index);
  return [block];
}
