import { blockText, revised } from '../document';
import type { Block, Document } from '../document';
import { endsFinished, widthOf } from '../line-ends';
import { isBareName, trailingCreditAt } from '../line-grammar';

/** Widest line of a column, in full-width characters; what is wider is a paragraph. */
const WIDEST_LINE = 30;
/** Narrowest line that may have been too long for its column. */
const NARROWEST_FULL = 8;
/** Lines above among which a full one is the widest, but for so many characters. */
const LINES_ABOVE = 3;
const FALLS_SHORT = 1;
/** What a column has no room for, by itself on the next line. */
const LEFTOVER = /^\p{Script=Han}{1,3}$/u;
/** Nats for the leftover going on where the line above stops. */
const LEAST_SPOKEN = 2;

/**
 * A row or a picture's credit that its column has no room for ends in one to three characters on the next line, or in the rest of a title in brackets:
 * 19:40 连续剧《渡 | 口》, …在车间里。 李小 | 梅摄. Running text is told by its width: see wrapping/label-lines.ts.
 */
export function joinLeftovers(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  const blocks: Block[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const before = blocks.at(-1);
    if (before && isLeftover(document, texts, index)) blocks[blocks.length - 1] = { ...before, spans: [...before.spans, ...block.spans] };
    else blocks.push(block);
  }
  return blocks.length === document.blocks.length ? document : revised(document, { blocks });
}

function isLeftover({ blocks, language }: Document, texts: readonly string[], index: number): boolean {
  const [line, text] = [texts[index - 1]!, texts[index]!];
  if (blocks[index]!.blankLinesBefore > 0 || blocks[index]!.indent > 0 || blocks[index - 1]!.spans.length > 1) return false;
  if (widthOf(line) > WIDEST_LINE || endsFinished(line)) return false;
  if (isOfRow(line) && closesBracketOf(line, text)) return true;
  if (!LEFTOVER.test(text)) return false;
  if (trailingCreditAt(line + text) > 0) return trailingCreditAt(line) < 0;
  if (!isOfRow(line) || widthOf(line) < widestAbove(texts, index - 1) - FALLS_SHORT) return false;
  // More than one character may be a standing title, or who wrote it.
  return (
    text.length === 1 ||
    (line.includes('，') && !isBareName(text) && language !== null && language.joinScore(line.slice(-8), text) > LEAST_SPOKEN)
  );
}

function widestAbove(texts: readonly string[], index: number): number {
  return Math.max(NARROWEST_FULL, ...texts.slice(Math.max(0, index - LINES_ABOVE), index).map(widthOf));
}

/** Figures among words that blanks or marks part. */
function isOfRow(line: string): boolean {
  return /[0-9０-９]/u.test(line) && /\p{Script=Han}/u.test(line) && /[\s\u3000，：:]/u.test(line) && !/[。！？；]/u.test(line);
}

/** Characters within which a title broken over two lines is over. */
const REST_OF_TITLE = 12;

function closesBracketOf(line: string, text: string): boolean {
  const closes = text.slice(0, REST_OF_TITLE).indexOf('》');
  return line.lastIndexOf('《') > line.lastIndexOf('》') && closes >= 0 && !text.slice(0, closes).includes('《');
}
