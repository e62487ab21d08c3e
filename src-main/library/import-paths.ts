/** Imports what lies on disk; the files themselves are read and never touched. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { onlyEdition } from '../contract/job-news';
import type { EncodingName, JobSnapshot } from '../contract/model';
import { markOpened } from '../store/editions';
import type { Desk } from './desk';
import type { Imports } from './import-job';
import { LARGEST_FILE } from './import-source';
import { readManifest, takeBackExport } from './take-back-export';
import type { HowToTakeBack } from './take-back-export';
import { walkPaths } from './walk-paths';

export interface HowToImport extends HowToTakeBack {
  readonly encoding?: EncodingName | undefined;
  readonly unasked?: true;
  /** Somebody waits to see what they named: where it is one edition, the next start begins with it, a page that is not there yet included. */
  readonly awaited?: true | undefined;
}

/** Resolves with the finished job. Files that cannot be read are among its outcomes. A folder that is an exported library is taken back as one. */
export async function importPaths(desk: Desk, imports: Imports, paths: readonly string[], how: HowToImport = {}): Promise<JobSnapshot> {
  const [only, ...others] = paths;
  const manifest = only !== undefined && others.length === 0 ? await readManifest(only) : null;
  if (only !== undefined && manifest) return takeBackExport(desk, imports, only, manifest, how);
  const { encoding, unasked, awaited } = how;
  const job = imports.open(null, {
    paths: paths.map((path) => resolve(path)),
    encoding,
    ...(unasked ? { unasked } : {}),
    ...(awaited ? { awaited } : {}),
  });
  how.opened?.(job);
  void countFiles(paths).then((total) => imports.expect(job, total));
  for await (const file of walkPaths(paths)) {
    if (imports.isOver(job)) break;
    if (file.bytes === null) imports.refuse(job, file.path, { code: 'file-unreadable', values: { name: file.path } });
    else if (file.bytes > 0 && /\.zip$/i.test(file.name)) await imports.addArchive(job, file.absolute, file.path);
    else if (file.bytes > LARGEST_FILE)
      imports.refuse(job, file.path, { code: 'file-too-large', values: { name: file.path, bytes: file.bytes } });
    else {
      const bytes = await readFile(file.absolute).catch(() => null);
      if (bytes) await imports.add(job, [{ name: file.name, path: file.path, bytes, ...(encoding ? { encoding } : {}) }]);
      else imports.refuse(job, file.path, { code: 'file-unreadable', values: { name: file.path } });
    }
  }
  const ended = await imports.close(job);
  const edition = awaited ? onlyEdition(ended) : null;
  if (edition !== null) await markOpened(desk.database, edition, new Date().toISOString());
  return ended;
}

async function countFiles(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _ of walkPaths(paths)) count += 1;
  return count;
}
