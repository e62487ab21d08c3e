/**
 * The modular grid of a page: columns of whole characters, one line height for all, margins that take what is left over.
 * Not for what stands on the grid.
 */
export type Direction = 'horizontal' | 'vertical';

export interface PageGeometry {
  readonly direction: Direction;
  /**
   * The page in CSS pixels, margins included: `width` along its lines, `height` across them. Where lines run down the page,
   * that is down and to the left; all positions on the page are meant so.
   */
  readonly width: number;
  readonly height: number;
  /** Where the first column and the first line begin. */
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  /** Characters in a column. */
  readonly characters: number;
  readonly typeSize: number;
  readonly lineHeight: number;
  readonly columnWidth: number;
  readonly gutter: number;
  /** Lines on a page, running head included. */
  readonly lines: number;
}

const FEWEST_CHARACTERS = 12;
/** Columns are added only while each keeps this many characters: under it justified text shows rivers. */
const GOOD_CHARACTERS = 14;
const MOST_COLUMNS = 8;
/** A page is never lower than this: in a smaller window it is taller than its room, and scrolls. */
const FEWEST_LINES = 12;
/** Under this text width, in body characters at 15px, two columns read better than three short ones. */
const TWO_COLUMN_WIDTH = 50;

/** Vertical lines stand further apart: their columns, the tiers, are read across more lines. */
const LEADING: Readonly<Record<Direction, number>> = { horizontal: 1.62, vertical: 1.74 };

/**
 * `width` and `height` are the room for one page in CSS pixels, along its lines and across them; any size gives a page of at
 * least one column and twelve lines.
 */
export function pageGeometry(
  width: number,
  height: number,
  typeSize: number,
  lineHeight = Math.round(typeSize * LEADING.horizontal),
  direction: Direction = 'horizontal',
): PageGeometry {
  const gutter = Math.round(typeSize * 1.6);
  const margin = Math.max(12, Math.min(36, Math.round(width * 0.032)));
  const room = Math.max(typeSize * 4, width - 2 * margin);
  const columns = columnsFor(room, typeSize, gutter, direction);
  const characters = Math.max(4, Math.floor((room - (columns - 1) * gutter) / columns / typeSize));
  const columnWidth = characters * typeSize;
  const used = columns * columnWidth + (columns - 1) * gutter;
  const lines = Math.max(FEWEST_LINES, Math.floor((height - lineHeight * 1.5) / lineHeight));
  const top = Math.max(6, Math.floor((height - lines * lineHeight) / 2));
  return {
    direction,
    width,
    height: Math.max(height, lines * lineHeight + 2 * top),
    left: Math.floor((width - used) / 2),
    top,
    columns,
    characters,
    typeSize,
    lineHeight,
    columnWidth,
    gutter,
    lines,
  };
}

function columnsFor(room: number, typeSize: number, gutter: number, direction: Direction): number {
  const most = direction === 'horizontal' && room < TWO_COLUMN_WIDTH * 15 ? 2 : MOST_COLUMNS;
  let columns = 1;
  for (let tried = 2; tried <= most; tried += 1) {
    const characters = Math.floor((room - (tried - 1) * gutter) / tried / typeSize);
    if (characters < (tried === 2 ? FEWEST_CHARACTERS : GOOD_CHARACTERS)) break;
    columns = tried;
  }
  return columns;
}

/** The same page with lines closer together or further apart: more or fewer of them. */
export function withLineHeight(geometry: PageGeometry, lineHeight: number): PageGeometry {
  return pageGeometry(geometry.width, geometry.height, geometry.typeSize, lineHeight, geometry.direction);
}

/** The same page with fewer columns in its middle, each of `characters`. */
export function withColumns(geometry: PageGeometry, columns: number, characters: number): PageGeometry {
  const columnWidth = characters * geometry.typeSize;
  const used = columns * columnWidth + (columns - 1) * geometry.gutter;
  return { ...geometry, columns, characters, columnWidth, left: Math.floor((geometry.width - used) / 2) };
}

/** A page whose lines run down it, from right to left; its columns are tiers, one below the other. Takes the room as it is seen. */
export function verticalGeometry(width: number, height: number, typeSize: number): PageGeometry {
  return pageGeometry(height, width, typeSize, Math.round(typeSize * LEADING.vertical), 'vertical');
}

/** The page as it is seen, in CSS pixels. */
export function seenSize(geometry: PageGeometry): { readonly width: number; readonly height: number } {
  const { direction, width, height } = geometry;
  return direction === 'vertical' ? { width: height, height: width } : { width, height };
}

/** Width of `span` neighbouring columns with the gutters between them. */
export function spanWidth(geometry: PageGeometry, span: number): number {
  return span * geometry.columnWidth + (span - 1) * geometry.gutter;
}

export function columnLeft(geometry: PageGeometry, column: number): number {
  return geometry.left + column * (geometry.columnWidth + geometry.gutter);
}

export function lineTop(geometry: PageGeometry, line: number): number {
  return geometry.top + line * geometry.lineHeight;
}
