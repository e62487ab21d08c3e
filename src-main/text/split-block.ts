import { blockText, isBlank, revised } from './document';
import type { Block, Document } from './document';
import type { ParsedSpan } from '../contract/parsed';

/**
 * Cuts a block in two at an offset of its printed text (UTF-16 code units). White space at the cut belongs to neither.
 * Returns the block alone where one side would be empty.
 */
export function splitBlock(document: Document, block: Block, at: number): readonly Block[] {
  const head: ParsedSpan[] = [];
  const tail: ParsedSpan[] = [];
  let printed = 0;
  for (const span of block.spans) {
    const begins = printed + (span.kind === 'text' ? span.glue.length : 0);
    const length = span.kind === 'text' ? span.end - span.start : 0;
    if (begins + length <= at) head.push(span);
    else if (begins >= at) tail.push(span);
    else {
      const { start, end, kind, glue } = span;
      head.push({ start, end: start + at - begins, kind, glue });
      tail.push({ start: start + at - begins, end, kind, glue: '' });
    }
    printed = begins + length;
  }
  const first = trimEnd(document.text, head);
  const second = trimStart(document.text, tail);
  if (first.length === 0 || second.length === 0) return [block];
  const { indent, blankLinesBefore, role, judgement } = block;
  return [
    { spans: first, indent, blankLinesBefore, role, judgement },
    { spans: second, indent: 0, blankLinesBefore: 0, role, judgement },
  ];
}

function trimEnd(text: string, spans: readonly ParsedSpan[]): readonly ParsedSpan[] {
  const last = spans.at(-1);
  if (!last) return spans;
  let end = last.end;
  while (end > last.start && isBlank(text.charCodeAt(end - 1))) end--;
  return end === last.start
    ? trimEnd(text, spans.slice(0, -1))
    : [...spans.slice(0, -1), { start: last.start, end, kind: last.kind, glue: last.glue }];
}

function trimStart(text: string, spans: readonly ParsedSpan[]): readonly ParsedSpan[] {
  const first = spans[0];
  if (!first) return spans;
  let start = first.start;
  while (start < first.end && isBlank(text.charCodeAt(start))) start++;
  return start === first.end ? trimStart(text, spans.slice(1)) : [{ start, end: first.end, kind: first.kind, glue: '' }, ...spans.slice(1)];
}

/** Replaces every block by what `parts` makes of it; blocks for which it answers null stay as they are. */
export function replaceBlocks(document: Document, parts: (block: Block, text: string, index: number) => readonly Block[] | null): Document {
  let changed = false;
  const blocks = document.blocks.flatMap((block, index) => {
    const made = parts(block, blockText(document, block), index);
    if (made) changed = true;
    return made ?? [block];
  });
  return changed ? revised(document, { blocks }) : document;
}
