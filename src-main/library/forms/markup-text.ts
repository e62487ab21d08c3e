/** HTML -> its text, a paragraph a block: what a person would copy from the page. Holds no tree, so that no nesting is too deep for it. */
import type { Span } from '../../contract/model';
import type { KnownHeading } from './articles-by-headings';
import { lineOfRow } from './table-row';
import { walkMarkup } from './walk-markup';

const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'button',
  'rt',
  'rp',
]);
/** No text of a page's own: where no article could be told from the rest, these at least are not it. */
const AROUND = new Set(['nav', 'footer', 'aside', 'form']);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const HEADING = /^h[1-6]$/u;
const CELL = /^t[dh]$/u;

export interface MarkupText {
  readonly text: string;
  readonly headings: readonly KnownHeading[];
  /** Lines that are each a row of a table. */
  readonly rows: readonly Span[];
}

/** Stands for a line break of the file, alone or with the spaces around it, until the words on both of its sides are known. */
const FILE_BREAK = '\r';

/** Blocks stand apart by a blank line; a `<br>` ends a line, but not in a heading; a row of a table is one line. */
export function textOfMarkup(html: string, options: { readonly withSurroundings: boolean } = { withSurroundings: true }): MarkupText {
  let whole = '';
  const headings: KnownHeading[] = [];
  let rank: number | null = null;
  let block = '';
  let silent = 0;
  const rows: Span[] = [];
  /** The row of a table that is being read, as long as it may be one line. */
  let row: { readonly cells: string[]; isOpen: boolean } | null = null;
  const isSilent = (name: string) => SILENT.has(name) || (!options.withSurroundings && AROUND.has(name));
  const endBlock = () => {
    const text = rank === null ? tidy(block) : tidy(block.replace(/[\n\v\u2028\u2029]/gu, FILE_BREAK)).trim();
    block = '';
    if (text === '') return;
    if (row?.isOpen && rank === null && row.cells.at(-1) === '') row.cells[row.cells.length - 1] = text;
    else {
      breakRow();
      const span = write(text);
      if (rank !== null) headings.push({ ...span, rank });
    }
  };
  const write = (text: string): Span => {
    if (whole !== '') whole += '\n\n';
    whole += text;
    return { start: whole.length - text.length, end: whole.length };
  };
  /** What holds more than a line is laid out by the table, and no row of one. */
  const breakRow = () => {
    const cells = row?.cells ?? [];
    row = null;
    for (const cell of cells) if (cell !== '') write(cell);
  };
  const endRow = () => {
    const line = row && lineOfRow(row.cells);
    if (line === null) return breakRow();
    row = null;
    rows.push(write(line));
  };
  const handler = {
    onopentag(name: string) {
      if (isSilent(name)) silent += 1;
      if (name === 'br') block += '\n';
      else if (BLOCKS.has(name)) endBlock();
      if (HEADING.test(name)) rank = Number(name[1]);
      if (name === 'table') breakRow();
      else if (name === 'tr') {
        endRow();
        row = { cells: [], isOpen: false };
      } else if (CELL.test(name) && row) {
        row.cells.push('');
        row.isOpen = true;
      }
    },
    ontext(text: string) {
      if (silent === 0) block += text.replace(/[ \t\r\n\f]+/gu, (gap) => (/[\r\n]/u.test(gap) ? FILE_BREAK : ' '));
    },
    onclosetag(name: string) {
      if (isSilent(name)) silent -= 1;
      if (BLOCKS.has(name)) endBlock();
      if (HEADING.test(name)) rank = null;
      if (CELL.test(name) && row) row.isOpen = false;
      else if (name === 'tr') endRow();
    },
  };
  walkMarkup(html, handler, 'html');
  endBlock();
  breakRow();
  return { text: whole, headings, rows };
}

const HAN_BREAK = /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\r(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu;

/** A line break of the file between two Han characters is no space; a space that was written is one. Indents of ideographic spaces stay: they begin paragraphs. */
function tidy(block: string): string {
  return block
    .replace(/[ \r]+/gu, (gap) => (gap.includes(FILE_BREAK) ? FILE_BREAK : ' '))
    .replace(HAN_BREAK, '')
    .replaceAll(FILE_BREAK, ' ')
    .split('\n')
    .map((line) => line.replace(/^[ \u00a0]+|[\s\u00a0]+$/gu, ''))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '');
}
