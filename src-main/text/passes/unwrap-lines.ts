import type { ParsedSpan } from '../../contract/parsed';
import { UNDECIDED, revised } from '../document';
import type { Block, Document, Line } from '../document';
import { measureLatin, unwrapLatin } from '../english/unwrap-latin';
import { labelLines } from '../wrapping/label-lines';
import { measureColumns } from '../wrapping/measure-width';

/** Lines broken to a column's width become paragraphs, headings standing alone; each stretch by its own width. Identity where nothing is wrapped. */
export function unwrapLines(document: Document): Document {
  if (document.blocks.length > 0) return document;
  const columns = measureColumns(document);
  const latin = measureLatin(document);
  const kindOf = (line: number): 'latin' | 'han' | 'plain' =>
    latin && (latin[line] as number) > 0 ? 'latin' : (columns[line] as number) > 0 ? 'han' : 'plain';
  const blocks: Block[] = [];
  let wrapped = false;
  let at = 0;
  while (at < document.lines.length) {
    const from = at;
    const kind = kindOf(at);
    while (at < document.lines.length && kindOf(at) === kind) at += 1;
    if (kind !== 'plain') wrapped = true;
    if (latin && kind === 'latin') blocks.push(...unwrapLatin(document, from, at, latin));
    else if (kind === 'han') blocks.push(...wrappedBlocks(document, from, at, columns));
    else if (!latin) for (const line of document.lines.slice(from, at)) blocks.push(blockOf(line, [textSpan(line, '')]));
    else {
      const unwrapped = unwrapLatin(document, from, at, null);
      if (unwrapped.length < at - from) wrapped = true;
      blocks.push(...unwrapped);
    }
  }
  return wrapped ? revised(document, { blocks }) : document;
}

function wrappedBlocks(document: Document, from: number, to: number, columns: Float32Array): readonly Block[] {
  const blocks: { block: Block; spans: ParsedSpan[] }[] = [];
  const labels = labelLines(document, from, to, columns);
  for (const [index, label] of labels.entries()) {
    const line = document.lines[from + index] as Line;
    const current = blocks[blocks.length - 1];
    if (label === 'goes-on' && current && labels[index - 1] !== 'interrupts') addLine(document.text, current.spans, line);
    else {
      const spans: ParsedSpan[] = [textSpan(line, '')];
      blocks.push({ block: blockOf(line, spans), spans });
    }
  }
  return blocks.map(({ block }) => block);
}

function blockOf(line: Line, spans: readonly ParsedSpan[]): Block {
  return { spans, indent: line.indent, blankLinesBefore: line.blankLinesBefore, role: null, judgement: UNDECIDED };
}

/** Between words of Latin script a line's end was a space. */
function addLine(text: string, spans: ParsedSpan[], line: Line): void {
  const last = spans[spans.length - 1] as ParsedSpan;
  const betweenWords =
    /[A-Za-z.,;:!?'’”)]$/.test(text.slice(last.start, last.end)) && /^[A-Za-z“‘('"]/.test(text.slice(line.start, line.end));
  spans.push(textSpan(line, betweenWords ? ' ' : ''));
}

function textSpan({ start, end }: Line, glue: '' | ' '): ParsedSpan {
  return { start, end, kind: 'text', glue };
}
