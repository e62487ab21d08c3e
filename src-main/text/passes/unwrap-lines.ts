import type { ParsedSpan } from '../../contract/parsed';
import { UNDECIDED } from '../document';
import type { Block, Document, Line } from '../document';
import { labelLines } from '../wrapping/label-lines';
import { measureColumns } from '../wrapping/measure-width';

/** Lines broken to a column's width become paragraphs, headings standing alone; each stretch by its own width. Identity where nothing is wrapped. */
export function unwrapLines(document: Document): Document {
  if (document.blocks.length > 0) return document;
  const columns = measureColumns(document);
  if (!columns.some((column) => column > 0)) return document;
  const blocks: Block[] = [];
  let at = 0;
  while (at < document.lines.length) {
    let end = at + 1;
    const wrapped = (columns[at] as number) > 0;
    while (end < document.lines.length && (columns[end] as number) > 0 === wrapped) end += 1;
    if (wrapped) blocks.push(...wrappedBlocks(document, at, end, columns));
    else for (const line of document.lines.slice(at, end)) blocks.push(blockOf(line));
    at = end;
  }
  return { ...document, blocks };
}

function wrappedBlocks(document: Document, from: number, to: number, columns: Float32Array): readonly Block[] {
  const blocks: { block: Block; spans: ParsedSpan[] }[] = [];
  const labels = labelLines(document, from, to, columns);
  for (const [index, label] of labels.entries()) {
    const line = document.lines[from + index] as Line;
    const current = blocks[blocks.length - 1];
    if (label === 'goes-on' && current && labels[index - 1] !== 'interrupts') addLine(document.text, current.spans, line);
    else {
      const spans: ParsedSpan[] = [];
      addLine(document.text, spans, line);
      blocks.push({ block: { ...blockOf(line), spans }, spans });
    }
  }
  return blocks.map(({ block }) => block);
}

function blockOf(line: Line): Block {
  return {
    spans: [{ start: line.start, end: line.end, kind: 'text', glue: '' }],
    indent: line.indent,
    blankLinesBefore: line.blankLinesBefore,
    role: null,
    judgement: UNDECIDED,
  };
}

/** Between Latin words a line's end was a space, and a hyphen at it belongs to the line, not to the word. */
function addLine(text: string, spans: ParsedSpan[], line: Line): void {
  const last = spans[spans.length - 1];
  if (!last) {
    spans.push({ start: line.start, end: line.end, kind: 'text', glue: '' });
    return;
  }
  const glue =
    /[A-Za-z.,;:!?'’”)]$/.test(text.slice(last.start, last.end)) && /^[A-Za-z“‘('"]/.test(text.slice(line.start, line.end)) ? ' ' : '';
  spans.push({ start: line.start, end: line.end, kind: 'text', glue });
}
