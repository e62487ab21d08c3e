/** Hits over time: months in a row, or years where the months would be too many to see. Pure. */
import type { FacetCount } from '../../src-main/contract/model';

export interface Period {
  /** `2023-11`, or `2023` where a bar is a year. */
  readonly label: string;
  readonly count: number;
  /** The months it stands for, as the facet names them. */
  readonly months: readonly string[];
}

const mostBars = 60;

/** `counts` are months as `yyyy-mm` in any order; what is not a month is left out. Periods without hits are kept, so that time keeps its scale. */
export function periodsOf(counts: readonly FacetCount[]): readonly Period[] {
  const months = new Map(counts.filter(({ value }) => /^\d{4}-\d{2}$/u.test(value)).map(({ value, count }) => [value, count]));
  const ordered = [...months.keys()].toSorted();
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = indexOf(first);
  const to = indexOf(last);
  if (to - from < mostBars)
    return range(from, to).map((index) => {
      const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
      return { label: month, count: months.get(month) ?? 0, months: [month] };
    });
  return range(Math.floor(from / 12), Math.floor(to / 12)).map((year) => {
    const label = String(year).padStart(4, '0');
    const within = ordered.filter((month) => month.startsWith(`${label}-`));
    return { label, count: within.reduce((sum, month) => sum + (months.get(month) ?? 0), 0), months: within };
  });
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
