/** Which editions stand on the shelf and in which order. Pure. Not for how they look: see shelf-view.tsx. */
import type { EditionSummary, ReadState } from '../../src-main/contract/model';
import { assertNever } from '../../src-main/contract/problem';
import type { ShelfFilter, ShelfOrder } from './shelf-session';

export interface ShelfGroup {
  /** `recent` or `earlier`; a month as yyyy-mm; a paper's name. Empty for what has no date or name. */
  readonly key: string;
  readonly editions: readonly EditionSummary[];
}

export function yearOf(edition: EditionSummary): string {
  return edition.date.value?.slice(0, 4) ?? '';
}

const paperOf = (edition: EditionSummary) => edition.paper.value ?? '';
const dateOf = (edition: EditionSummary) => edition.date.value ?? '';
const lastTouched = (edition: EditionSummary) => edition.openedAt ?? edition.importedAt;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: EditionSummary, b: EditionSummary) => compare(dateOf(b), dateOf(a)) || b.id - a.id;
const byName = new Intl.Collator('zh-CN');

function matchesText(edition: EditionSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [paperOf(edition), dateOf(edition), ...edition.headlines, ...edition.fileNames].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

export function filterEditions(editions: readonly EditionSummary[], filter: ShelfFilter): readonly EditionSummary[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return editions.filter(
    (edition) =>
      (filter.paper === null || paperOf(edition) === filter.paper) &&
      (filter.year === null || yearOf(edition) === filter.year) &&
      (filter.state === null || edition.readState === filter.state) &&
      matchesText(edition, words),
  );
}

/** Whether it has come in since, and nobody has opened it. @param since as `importedAt` */
export function isNewcomer(edition: EditionSummary, since: string): boolean {
  return edition.openedAt === null && edition.readState === 'unread' && edition.importedAt >= since;
}

/**
 * Newest first; what has no name or date comes last. `inSight` is how many of the most recent stand apart from the rest.
 * What has come in since `newSince` comes before what was read before it came, yet takes no more than half of what is in sight from that: however
 * much came in, what was opened since then stays in sight. What was opened after it comes first, and leaves it the other half.
 */
export function arrangeEditions(
  editions: readonly EditionSummary[],
  order: ShelfOrder,
  inSight: number,
  newSince: string,
): readonly ShelfGroup[] {
  switch (order) {
    case 'recent': {
      const touched = editions.toSorted((a, b) => compare(lastTouched(b), lastTouched(a)) || b.id - a.id);
      const newcomers = touched.filter((edition) => isNewcomer(edition, newSince)).slice(0, Math.ceil(inSight / 2));
      const opened = touched.filter((edition) => edition.openedAt !== null && edition.openedAt >= newSince);
      const came = newcomers[0]?.importedAt ?? newSince;
      const openedAfter = opened.filter((edition) => lastTouched(edition) >= came).slice(0, inSight - newcomers.length);
      const ordered = [...new Set([...openedAfter, ...newcomers, ...opened, ...touched])];
      const groups = [
        { key: 'recent', editions: ordered.slice(0, inSight) },
        { key: 'earlier', editions: ordered.slice(inSight) },
      ];
      return groups.filter((group) => group.editions.length > 0);
    }
    case 'date':
      return group(editions.toSorted(byDate), (edition) => dateOf(edition).slice(0, 7));
    case 'paper':
      return group(
        editions.toSorted((a, b) => {
          const [one, other] = [paperOf(a), paperOf(b)];
          if ((one === '') !== (other === '')) return one === '' ? 1 : -1;
          return byName.compare(one, other) || byDate(a, b);
        }),
        paperOf,
      );
    default:
      return assertNever(order);
  }
}

function group(editions: readonly EditionSummary[], keyOf: (edition: EditionSummary) => string): readonly ShelfGroup[] {
  const groups = new Map<string, EditionSummary[]>();
  for (const edition of editions) {
    const key = keyOf(edition);
    const members = groups.get(key);
    if (members) members.push(edition);
    else groups.set(key, [edition]);
  }
  return [...groups].map(([key, members]) => ({ key, editions: members }));
}

export interface ShelfCount {
  readonly value: string;
  readonly count: number;
}

export interface ShelfCounts {
  /** Most editions first. */
  readonly papers: readonly ShelfCount[];
  /** Latest first. */
  readonly years: readonly ShelfCount[];
  readonly states: readonly { readonly value: ReadState; readonly count: number }[];
}

/** Each list is counted under the other filters, so that a row's number is what pressing it shows. */
export function countEditions(editions: readonly EditionSummary[], filter: ShelfFilter): ShelfCounts {
  const papers = tally(filterEditions(editions, { ...filter, paper: null }).map(paperOf));
  const years = tally(filterEditions(editions, { ...filter, year: null }).map(yearOf));
  const states = tally(filterEditions(editions, { ...filter, state: null }).map((edition) => edition.readState));
  return {
    papers: papers.toSorted((a, b) => b.count - a.count || byName.compare(a.value, b.value)),
    years: years.toSorted((a, b) => compare(b.value, a.value)),
    states: (['reading', 'unread', 'read'] as const).map((value) => ({
      value,
      count: states.find((one) => one.value === value)?.count ?? 0,
    })),
  };
}

function tally(values: readonly string[]): readonly ShelfCount[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}
