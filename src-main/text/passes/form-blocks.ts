import { UNDECIDED, revised } from '../document';
import type { Document } from '../document';

/** One line, one block: right for every text whose paragraphs are not broken into lines of one width (those come as blocks already). */
export function formBlocks(document: Document): Document {
  if (document.blocks.length > 0) return document;
  return revised(document, {
    blocks: document.lines.map((line) => ({
      spans: [{ start: line.start, end: line.end, kind: 'text', glue: '' }],
      indent: line.indent,
      blankLinesBefore: line.blankLinesBefore,
      role: null,
      judgement: UNDECIDED,
    })),
  });
}
