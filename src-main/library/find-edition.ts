import type { Fact } from '../contract/model';
import type { Database } from '../store/database';
import { editionsOfDay, readEdition } from '../store/editions';
import type { StoredEdition } from '../store/editions';
import { editionOfDrop, holdsSeries, saidOfEdition } from '../store/sources';

export interface NewcomerFacts {
  readonly paper: Fact<string>;
  readonly date: Fact<string>;
  readonly page: Fact<string>;
}

/** How far back one drop is looked through for the other pages of a folder. */
const LATEST = 200;
/** Files of one drop come in one after the other; a folder of the same name another day is another folder. */
const ONE_DROP_MILLISECONDS = 10 * 60_000;
/** Files named one by one lie in no folder that would tie them together: only those that follow each other at once are one drop. */
const NAMED_ONE_BY_ONE_MILLISECONDS = 30_000;

/**
 * The edition a new source belongs to: the same paper on the same day. Where one side's paper is unknown or guessed, files of one series
 * (same folder, names that differ in digits alone) on the same day are taken to be one paper. Numbered pages that lie in one folder,
 * or were named one by one, and come in together are one edition unless something surer than a guess parts them. A file that none of
 * this ties to others stands alone.
 */
export async function findEdition(database: Database, facts: NewcomerFacts, path: string): Promise<StoredEdition | null> {
  return (await sameDay(database, facts, seriesOf(path))) ?? (await sameDrop(database, facts, path));
}

async function sameDay(database: Database, facts: NewcomerFacts, series: string): Promise<StoredEdition | null> {
  if (facts.date.value === null) return null;
  const editions = await editionsOfDay(database, facts.date.value);
  const paper = comparable(facts.paper.value);
  if (paper !== null) {
    const same = editions.find((edition) => comparable(edition.paper.value) === paper);
    if (same) return same;
  }
  for (const edition of editions) {
    if (parts(edition.paper, facts.paper)) continue;
    if (await holdsSeries(database, edition.id, series)) return edition;
  }
  return null;
}

async function sameDrop(database: Database, facts: NewcomerFacts, path: string): Promise<StoredEdition | null> {
  const page = facts.page.value;
  if (page === null) return null;
  const folder = folderOf(path);
  const since = new Date(Date.now() - (folder === '' ? NAMED_ONE_BY_ONE_MILLISECONDS : ONE_DROP_MILLISECONDS)).toISOString();
  const neighbours = await editionOfDrop(database, { series: seriesOf(path), folder, since }, LATEST);
  const edition = neighbours === undefined ? undefined : await readEdition(database, neighbours);
  if (!edition || edition.trashedAt !== null || parts(edition.paper, facts.paper) || parts(edition.date, facts.date)) return null;
  const pages = await saidOfEdition(database, edition.id, page);
  return pages.every((said) => said.isOtherPage && !parts(said.paper, facts.paper) && !parts(said.date, facts.date)) ? edition : null;
}

/** Both are known, differ, and neither is a guess. */
function parts(one: Fact<string>, other: Fact<string>): boolean {
  if (one.value === null || other.value === null || comparable(one.value) === comparable(other.value)) return false;
  return one.judgement.confidence !== 'guess' && other.judgement.confidence !== 'guess';
}

function comparable(paper: string | null): string | null {
  return paper === null
    ? null
    : paper
        .normalize('NFKC')
        .replace(/[\s《》]/gu, '')
        .toLowerCase();
}

/** `e01/p04.txt` -> `e01/`; empty for a file dropped by itself. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** `贵州日报/2023/11/25/04.txt` -> `贵州日报/#/#/#/#.txt` */
export function seriesOf(path: string): string {
  return path.replace(/[0-9０-９]+/gu, '#');
}
