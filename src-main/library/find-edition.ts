import type { EditionId, Fact } from '../contract/model';
import type { Database } from '../store/database';
import { editionsOfDay } from '../store/editions';
import { sourcesOfEdition } from '../store/sources';

/**
 * The edition a new source belongs to: the same paper on the same day. Where one side's paper is unknown, files of one series
 * (same folder, names that differ in digits alone) on the same day are taken to be one paper. Without a day a file stands alone.
 */
export async function findEdition(
  database: Database,
  facts: { readonly paper: Fact<string>; readonly date: Fact<string> },
  series: string,
): Promise<EditionId | null> {
  if (facts.date.value === null) return null;
  const editions = await editionsOfDay(database, facts.date.value);
  const paper = comparable(facts.paper.value);
  if (paper !== null) {
    const same = editions.find((edition) => comparable(edition.paper.value) === paper);
    if (same) return same.id;
  }
  for (const edition of editions) {
    if (paper !== null && edition.paper.value !== null) continue;
    const sources = await sourcesOfEdition(database, edition.id);
    if (sources.some((source) => source.series === series)) return edition.id;
  }
  return null;
}

function comparable(paper: string | null): string | null {
  return paper === null
    ? null
    : paper
        .normalize('NFKC')
        .replace(/[\s《》]/gu, '')
        .toLowerCase();
}

/** `贵州日报/2023/11/25/04.txt` -> `贵州日报/#/#/#/#.txt` */
export function seriesOf(path: string): string {
  return path.replace(/[0-9０-９]+/gu, '#');
}
