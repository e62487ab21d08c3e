import { readFact, writeFact } from '../store/settings';
import { countSources } from '../store/sources';
import type { Desk } from './desk';
import type { Imports } from './import-job';
import { importPaths } from './import-paths';

const SAMPLE_FACT = 'sample';

/**
 * Gives a new library its sample edition, once: a reader who deletes it, or who began with files of their own, does not meet it again.
 * Cut short, it is given at the next opening.
 */
export async function importSample(desk: Desk, imports: Imports, isNew: boolean, seeds: string | null): Promise<void> {
  const { database } = desk;
  if (isNew) await writeFact(database, SAMPLE_FACT, 'due');
  if (seeds === null || (await readFact(database, SAMPLE_FACT)) !== 'due') return;
  if ((await countSources(database)) === 0) await importPaths(desk, imports, [seeds], { unasked: true });
  await writeFact(database, SAMPLE_FACT, 'given');
}
