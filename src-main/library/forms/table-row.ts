/** Cells of a table's row -> the line they are printed as. Not for tables that only lay a page out. */

/** Seen on the page as well as in the text. Within a cell it gives way to a space, so that every one parts two cells. */
const BETWEEN_CELLS = '\u3000';
/** Prose of more characters is a text that stands beside another. */
const LONGEST_CELL = 120;
const SENTENCE = /[。！？]|[.!?](?:\s|$)/u;

/**
 * An empty cell leaves its place. Null where it is no row of several cells that are words or figures.
 * @param cells each as its lines, apart by line feeds
 */
export function lineOfRow(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2 || filled.some(isText)) return null;
  return cells
    .map((cell) => cell.trim().replace(/\s+/gu, ' '))
    .join(BETWEEN_CELLS)
    .trimEnd();
}

function isText(cell: string): boolean {
  return SENTENCE.test(cell) && (cell.includes('\n') || cell.length > LONGEST_CELL);
}
