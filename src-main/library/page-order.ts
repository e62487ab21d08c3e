import { comparePrintedPages } from '../contract/page-number';
import type { StoredSource } from '../store/sources';

const natural = new Intl.Collator('zh', { numeric: true });

/** Orders an edition's sources as its pages lie: A1, A2, B1; sources whose page is unknown come last, by path. */
export function comparePages(a: StoredSource, b: StoredSource): number {
  return comparePrintedPages(a.page.value, b.page.value) || natural.compare(a.path, b.path) || a.id - b.id;
}
