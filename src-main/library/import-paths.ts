/** Imports what lies on disk; the files themselves are read and never touched. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { onlyEdition } from '../contract/job-news';
import type { EncodingName, JobId, JobSnapshot, ProblemData } from '../contract/model';
import { markOpened } from '../store/editions';
import type { Desk } from './desk';
import type { Imports } from './import-job';
import { LARGEST_FILE } from './import-source';
import type { FileOrigin } from './import-source';
import { readManifest, takeBackExport } from './take-back-export';
import type { HowToTakeBack } from './take-back-export';
import { walkAgain, walkPaths } from './walk-paths';
import type { FoundFile } from './walk-paths';

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
    await hand(imports, job, file, encoding);
  }
  const ended = await imports.close(job);
  const edition = awaited ? onlyEdition(ended) : null;
  if (edition !== null) await markOpened(desk.database, edition, new Date().toISOString());
  return ended;
}

/** What failed in other imports, in one of its own, as it lies there now. @param encoding the reader's choice; else as each was read before */
export function importAgain(
  imports: Imports,
  origins: readonly FileOrigin[],
  encoding: EncodingName | undefined,
  report: (error: unknown) => unknown,
): JobId {
  const each = [...new Map(origins.map((origin) => [origin.absolute, origin])).values()];
  const job = imports.open(each.length, { paths: each.map(({ absolute }) => absolute), encoding });
  async function handAll(): Promise<void> {
    for (const origin of each)
      for await (const file of walkAgain(origin)) {
        if (imports.isOver(job)) break;
        await hand(imports, job, file, encoding ?? origin.encoding);
      }
    await imports.close(job);
  }
  void handAll().catch(report);
  return job;
}

async function hand(imports: Imports, job: JobId, file: FoundFile, encoding: EncodingName | undefined): Promise<void> {
  const { absolute, name, path, bytes } = file;
  const origin: FileOrigin = { absolute, path, encoding };
  const refuse = (refused: ProblemData) => imports.refuse(job, { name: path, refused, origin });
  if (bytes === null) refuse({ code: 'file-unreadable', values: { name: path } });
  else if (bytes > 0 && /\.zip$/i.test(name)) await imports.addArchive(job, origin);
  else if (bytes > LARGEST_FILE) refuse({ code: 'file-too-large', values: { name: path, bytes } });
  else {
    const content = await readFile(absolute).catch(() => null);
    if (content) await imports.add(job, [{ name, path, bytes: content, encoding, origin }]);
    else refuse({ code: 'file-unreadable', values: { name: path } });
  }
}

async function countFiles(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _ of walkPaths(paths)) count += 1;
  return count;
}
