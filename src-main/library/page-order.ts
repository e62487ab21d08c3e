import { pageLetters, pageNumber } from '../contract/page-number';
import type { StoredSource } from '../store/sources';

const natural = new Intl.Collator('zh', { numeric: true });

/** Orders an edition's sources as its pages lie: A1, A2, B1; sources whose page is unknown come last, by path. */
export function comparePages(a: StoredSource, b: StoredSource): number {
  const [first, second] = [a, b].map(({ page }) => ({ part: pageLetters(page.value), number: pageNumber(page.value) })) as [Key, Key];
  if ((first.number === null) !== (second.number === null)) return first.number === null ? 1 : -1;
  return (
    first.part.localeCompare(second.part) || (first.number ?? 0) - (second.number ?? 0) || natural.compare(a.path, b.path) || a.id - b.id
  );
}

interface Key {
  /** Sections of a paper lie one after the other. */
  readonly part: string;
  readonly number: number | null;
}
