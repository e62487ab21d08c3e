/**
 * Runs of text on a page -> the text as it is read: lines, lines into blocks, blocks in the order of columns.
 * Pure. Lengths are in points, y grows downwards. Not for articles: which blocks belong together is the parser's to find.
 */

export interface TextRun {
  readonly text: string;
  /** Left end of its baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the type. */
  readonly size: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Line extends Box {
  text: string;
  readonly y: number;
  readonly size: number;
}

interface Block extends Box {
  readonly lines: Line[];
}

/** In type sizes: a wider gap within a line parts two columns; a word space is a quarter. */
const GUTTER = 1.1;
const WORD_SPACE = 0.18;
/** In type sizes, from baseline to baseline within a block. */
const LEADING = 2.1;
/** Points below its end after which no line joins a block, however large its type. */
const REACH = 200;

/** Blocks apart by a blank line; a line that begins further in than its block begins a paragraph and is indented. */
export function readColumns(lines: readonly Line[]): string {
  return inReadingOrder(gatherBlocks(lines))
    .map(({ lines, left }) => lines.map((line) => (line.left > left + line.size ? `\u3000\u3000${line.text}` : line.text)).join('\n'))
    .join('\n\n');
}

/** From the top of the page to its foot. */
export function gatherLines(runs: readonly TextRun[]): readonly Line[] {
  const lines: Line[] = [];
  const rows = [...runs].filter((run) => run.text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x);
  for (let first = 0; first < rows.length;) {
    let end = first + 1;
    const base = rows[first] as TextRun;
    // Baselines of one line differ by a hair, or by a superscript.
    while (end < rows.length && (rows[end] as TextRun).y - base.y < base.size * 0.35) end += 1;
    let line: Line | undefined;
    for (const run of rows.slice(first, end).sort((a, b) => a.x - b.x)) {
      const gap = line ? run.x - line.right : 0;
      const size = Math.max(run.size, line?.size ?? 0);
      if (line && gap < GUTTER * size && Math.abs(run.size - line.size) < 0.4 * size) {
        line.text += gap > WORD_SPACE * size && isLatin(line.text.at(-1)) && isLatin(run.text[0]) ? ` ${run.text}` : run.text;
        line.right = Math.max(line.right, run.x + run.width);
      } else {
        line = { text: run.text, left: run.x, right: run.x + run.width, top: run.y - run.size, bottom: run.y, y: run.y, size: run.size };
        lines.push(line);
      }
    }
    first = end;
  }
  for (const line of lines) line.text = line.text.replace(/\s+/gu, ' ').trim();
  return lines;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[!-~\p{Script=Latin}]/u.test(character);
}

/** A line joins the block whose last line stands right above it, in the same size and column. */
function gatherBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block[] = [];
  for (const line of lines) {
    open = open.filter(({ bottom }) => line.y - bottom <= REACH);
    const above = open
      .filter((block) => follows(block, line))
      .sort((a, b) => b.bottom - a.bottom || Math.abs(a.left - line.left) - Math.abs(b.left - line.left))[0];
    if (above) {
      above.lines.push(line);
      above.left = Math.min(above.left, line.left);
      above.right = Math.max(above.right, line.right);
      above.bottom = line.bottom;
    } else {
      const block: Block = { left: line.left, right: line.right, top: line.top, bottom: line.bottom, lines: [line] };
      blocks.push(block);
      open.push(block);
    }
  }
  return blocks;
}

function follows(block: Block, line: Line): boolean {
  const last = block.lines.at(-1) as Line;
  const distance = line.y - last.y;
  if (distance <= 0 || distance > LEADING * line.size || Math.abs(last.size - line.size) > 0.15 * Math.max(last.size, line.size))
    return false;
  const overlap = Math.min(block.right, line.right) - Math.max(block.left, line.left);
  return overlap > 0.5 * Math.min(block.right - block.left, line.right - line.left) && Math.abs(line.left - block.left) < 4 * line.size;
}

/**
 * Cuts the page where nothing crosses: into columns, which are read to their feet, else into storeys, and each part again (the recursive XY cut of
 * Nagy and Seth, 1984). A headline above all the rest comes first, however narrow it is.
 */
function inReadingOrder(blocks: readonly Block[], depth = 0): readonly Block[] {
  if (blocks.length < 2 || depth > 50) return inRows(blocks);
  const [top, ...below] = cut(blocks, ({ top, bottom }) => [top, bottom]);
  if (top && below.length > 0 && isHeadline(top, below.flat())) return [...inRows(top), ...inReadingOrder(below.flat(), depth + 1)];
  const columns = cut(blocks, ({ left, right }) => [left, right]);
  if (columns.length > 1) return columns.flatMap((column) => inReadingOrder(column, depth + 1));
  if (top && below.length > 0) return [top, ...below].flatMap((storey) => inReadingOrder(storey, depth + 1));
  return inRows(blocks);
}

/** In type by far larger than what most lines below it are in. */
function isHeadline(blocks: readonly Block[], below: readonly Block[]): boolean {
  const sizes = below.flatMap(({ lines }) => lines.map(({ size }) => size)).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return blocks.every(({ lines }) => lines.every(({ size }) => size > 1.4 * usual));
}

function inRows(blocks: readonly Block[]): readonly Block[] {
  return [...blocks].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Groups of blocks with nothing between them, in order along the axis. */
function cut(blocks: readonly Block[], extent: (block: Block) => readonly [number, number]): readonly (readonly Block[])[] {
  const sorted = [...blocks].sort((a, b) => extent(a)[0] - extent(b)[0]);
  const groups: Block[][] = [];
  let reach = -Infinity;
  for (const block of sorted) {
    const [from, to] = extent(block);
    if (from >= reach - 0.5) groups.push([]);
    groups.at(-1)?.push(block);
    reach = Math.max(reach, to);
  }
  return groups;
}
