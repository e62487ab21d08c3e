/** Whether two files of one page are the page twice, or different articles of it. Pure. Not for whether they are of one page. */

/** At least half of the titles of either are the other's. Where there are none nothing is known. */
export function isPrintedAgain(titles: readonly (string | null)[], others: readonly (string | null)[]): boolean {
  const [some, known] = [titles, others].map((all) => new Set(all.flatMap((title) => (title === null ? [] : [plain(title)]))));
  if (!some || !known) return false;
  const both = [...some].filter((title) => known.has(title)).length;
  return both > 0 && both * 2 >= Math.min(some.size, known.size);
}

function plain(title: string): string {
  return title.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}
