/** The shelf as rows: a group's title, then its editions, so many side by side; and the way from one edition to the next. Pure. */
import type { EditionId, EditionSummary } from '../../src-main/contract/model';
import { assertNever } from '../../src-main/contract/problem';
import type { ShelfGroup } from './arrange-editions';

export type ShelfRow =
  | { readonly kind: 'title'; readonly key: string; readonly group: string; readonly count: number }
  | { readonly kind: 'editions'; readonly key: string; readonly group: string; readonly editions: readonly EditionSummary[] };

export function rowsOf(groups: readonly ShelfGroup[], columns: number): readonly ShelfRow[] {
  return groups.flatMap(({ key, editions }): ShelfRow[] => {
    const rows: ShelfRow[] = [{ kind: 'title', key: `title ${key}`, group: key, count: editions.length }];
    for (let at = 0; at < editions.length; at += columns) {
      const some = editions.slice(at, at + columns);
      rows.push({ kind: 'editions', key: `row ${key} ${at}`, group: key, editions: some });
    }
    return rows;
  });
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** The edition a key leads to, and its row; null where there is none. A short row above or below is entered at its end. */
export function stepFrom(
  rows: readonly ShelfRow[],
  current: EditionId | null,
  step: Step,
): { readonly edition: EditionId; readonly row: number } | null {
  const places = rows.flatMap((row, index) =>
    row.kind === 'editions' ? row.editions.map((edition, column) => ({ edition: edition.id, row: index, column })) : [],
  );
  const at = places.findIndex((place) => place.edition === current);
  const here = places[at];
  if (!here) return places[0] ?? null;
  switch (step) {
    case 'left':
      return places[at - 1] ?? null;
    case 'right':
      return places[at + 1] ?? null;
    case 'first':
      return places[0] ?? null;
    case 'last':
      return places.at(-1) ?? null;
    case 'up':
    case 'down': {
      const beside = step === 'up' ? places.slice(0, at).toReversed() : places.slice(at + 1);
      const row = beside.find((place) => place.row !== here.row)?.row;
      const inRow = beside.filter((place) => place.row === row);
      return inRow.find((place) => place.column === here.column) ?? inRow.toSorted((a, b) => b.column - a.column)[0] ?? null;
    }
    default:
      return assertNever(step);
  }
}
