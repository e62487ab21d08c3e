/**
 * In what order the columns of a woven stretch are read, and where the lines after it belong: to the last column, or to one that ran longer.
 */

/** Lines after a stretch that an earlier column may still own. */
const LONGEST_REST = 60;
/** Nats against reading columns otherwise than from left to right. */
const OTHER_ORDER = 3;
/** Nats against drawing lines in, and for each line of them: columns end at much the same height. */
const REST_COST = 1.5;
const REST_LINE_COST = 0.3;

/** Nats at which the line after a stretch is no more a column's continuation. */
const LEAST_ONTO = -4;

export interface OrderedStretch {
  /** Lines of the stretch, and of the rest that was drawn into it, in reading order. */
  readonly lines: readonly number[];
  /** First line after them. */
  readonly next: number;
}

/**
 * @param columns each column's lines, from top to bottom
 * @param next first line after the stretch, and `end` the limit of what may be drawn into it
 * @param link nats for one line following another; -1 stands for nothing before
 * @param isHead whether a line is a title or the like: none goes on in a column
 */
export function orderStretch(
  columns: readonly (readonly number[])[],
  next: number,
  end: number,
  link: (before: number, after: number) => number,
  isHead: (line: number) => boolean,
): OrderedStretch {
  const first = firstOf(columns[0] as readonly number[]);
  const before = first - 1;
  const natural = columns.flat();
  let best: OrderedStretch = { lines: natural, next };
  let bestScore = chainScore([before, ...seamsOf(columns), next], end, link);
  for (const [owner, column] of columns.entries()) {
    if (owner === columns.length - 1) break;
    const others = columns.filter((_, index) => index !== owner);
    const moved = [...others, column];
    const movedScore = chainScore([before, ...seamsOf(moved), next], end, link) - OTHER_ORDER;
    if (movedScore > bestScore) {
      bestScore = movedScore;
      best = { lines: moved.flat(), next };
    }
    const onto = next < end && !isHead(next) ? link(column[column.length - 1] as number, next) : -Infinity;
    if (onto < LEAST_ONTO) continue;
    for (let rest = 1; rest <= LONGEST_REST && next + rest <= end; rest += 1) {
      const longer = columns.map((own, index) => (index === owner ? [firstOf(own), next + rest - 1] : own));
      const cost = REST_COST + rest * REST_LINE_COST + (next + rest < end ? link(next + rest - 1, next + rest) : 0);
      const score = chainScore([before, ...seamsOf(longer), next + rest], end, link) + onto - cost;
      if (score <= bestScore) continue;
      bestScore = score;
      const drawn = Array.from({ length: rest }, (_, index) => next + index);
      best = { lines: columns.flatMap((own, index) => (index === owner ? [...own, ...drawn] : own)), next: next + rest };
    }
  }
  return best;
}

function firstOf(column: readonly number[]): number {
  return column[0] as number;
}

/** First and last line of each column, in order: between them lie the seams. */
function seamsOf(columns: readonly (readonly number[])[]): readonly number[] {
  return columns.flatMap((column) => [firstOf(column), column[column.length - 1] as number]);
}

/** Sum of the links at the seams: before the first column, between columns, after the last. */
function chainScore(ends: readonly number[], limit: number, link: (before: number, after: number) => number): number {
  let score = 0;
  for (let at = 0; at + 1 < ends.length; at += 2) {
    const before = ends[at] as number;
    const after = ends[at + 1] as number;
    if (before >= 0 && after < limit) score += link(before, after);
  }
  return score;
}
