/** Takes an exported library back in: its files through the ordinary import, then what the reader had added to them. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import type { EditionId, FileOutcome, JobId, JobSnapshot, SourceId } from '../contract/model';
import { insertBookmark } from '../store/bookmarks';
import { correctionsOfSource, insertCorrection } from '../store/corrections';
import { confirmFact, restoreDates, trashEdition } from '../store/editions';
import { readPosition, savePosition } from '../store/positions';
import { readSettings, writeSettings } from '../store/settings';
import { readSource, restoreImportDate, sourcesOfEdition } from '../store/sources';
import { correctPage, moveSources, throwAway } from './arrange-editions';
import type { Desk } from './desk';
import { exportManifest, MANIFEST } from './export-form';
import type { ExportedEdition, ExportedFile, ExportManifest } from './export-form';
import type { Afterwards } from './import-feed';
import type { Imports } from './import-job';
import { LARGEST_FILE } from './import-source';
import { rereadSource } from './reread-source';

/** What `folder` holds, if it is an exported library of a version known here. */
export async function readManifest(folder: string): Promise<ExportManifest | null> {
  try {
    const checked = v.safeParse(exportManifest, JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    return checked.success ? checked.output : null;
  } catch {
    return null;
  }
}

export interface HowToTakeBack {
  /** Hears of the job as soon as there is one. */
  readonly opened?: ((job: JobId) => void) | undefined;
  /** What has come in from then on is this export's: it was cut short, and goes on. */
  readonly since?: string | undefined;
}

/** Files that are in the library already keep their edition; bookmarks are added to them all the same. */
export async function takeBackExport(
  desk: Desk,
  imports: Imports,
  folder: string,
  manifest: ExportManifest,
  { opened, since }: HowToTakeBack = {},
): Promise<JobSnapshot> {
  const files = manifest.editions.flatMap((edition) => edition.files);
  // The job is not done before what the reader had added is there too: cut short meanwhile, it is told of and goes on.
  const afterwards: Afterwards = async ({ outcomes: all }, isClosing) => {
    // One outcome for each file, in the order given, however many a cancel has left.
    const imported = await importedSources(desk, all, since);
    let next = 0;
    for (const edition of manifest.editions) {
      if (isClosing()) return;
      const outcomes = all.slice(next, next + edition.files.length);
      next += edition.files.length;
      if (outcomes.length === edition.files.length) await restoreEdition(desk, edition, outcomes, imported);
    }
    if (Object.keys(await readSettings(desk.database)).length === 0) await writeSettings(desk.database, manifest.settings);
  };
  const job = imports.open(files.length, { paths: [resolve(folder)], afterwards });
  opened?.(job);
  for (const file of files) {
    const bytes = await readOriginal(folder, file);
    if (bytes) await imports.add(job, [{ name: file.name, path: file.path, bytes }]);
    else imports.refuse(job, { name: file.path, refused: { code: 'file-unreadable', values: { name: file.path } } });
  }
  return imports.close(job);
}

async function readOriginal(folder: string, file: ExportedFile): Promise<Uint8Array | null> {
  // A path out of the folder is not an original of this export.
  if (!/^originals\/[^/\\]+$/.test(file.original)) return null;
  const bytes = await readFile(join(folder, file.original)).catch(() => null);
  return bytes && bytes.length <= LARGEST_FILE ? bytes : null;
}

async function importedSources({ database }: Desk, outcomes: readonly FileOutcome[], since?: string): Promise<ReadonlySet<SourceId>> {
  const imported = new Set<SourceId>();
  for (const outcome of outcomes) {
    if (outcome.kind === 'imported') imported.add(outcome.source);
    if (outcome.kind !== 'unchanged' || since === undefined) continue;
    const source = await readSource(database, outcome.source);
    if (source && source.importedAt >= since) imported.add(outcome.source);
  }
  return imported;
}

async function restoreEdition(
  desk: Desk,
  exported: ExportedEdition,
  outcomes: readonly FileOutcome[],
  imported: ReadonlySet<SourceId>,
): Promise<void> {
  const { database } = desk;
  const fresh = outcomes.flatMap((outcome) => (outcome.kind !== 'failed' && imported.has(outcome.source) ? [outcome.source] : []));
  for (const [index, file] of exported.files.entries()) {
    const outcome = outcomes[index];
    if (!outcome || outcome.kind === 'failed') continue;
    const source = await readSource(database, outcome.source);
    if (fresh.includes(outcome.source) && source && (file.encodingConfirmed || source.encoding !== file.encoding))
      await rereadSource(desk, outcome.source, file.encoding);
    // A file that was in the library already keeps what was put right in it there; so does one that a restoring cut short has seen to.
    const isUntouched = fresh.includes(outcome.source) && (await correctionsOfSource(database, outcome.source)).length === 0;
    if (isUntouched && file.corrections.length > 0)
      await rereadSource(desk, outcome.source, null, async () => {
        for (const correction of file.corrections) await insertCorrection(database, { source: outcome.source, ...correction });
      });
    for (const { offset, quote, createdAt } of file.bookmarks)
      await insertBookmark(database, { source: outcome.source, offset, quote, createdAt });
  }
  const edition = await gatherFiles(desk, fresh, imported);
  if (edition === null) return;
  await database.transaction(async () => {
    for (const [index, file] of exported.files.entries()) {
      const outcome = outcomes[index];
      if (!outcome || outcome.kind === 'failed' || !fresh.includes(outcome.source)) continue;
      await restoreImportDate(database, outcome.source, file.importedAt);
      if (file.page !== null) await correctPage(desk, outcome.source, file.page);
    }
    if (exported.paper !== null) await confirmFact(database, edition, 'paper', exported.paper);
    if (exported.date !== null) await confirmFact(database, edition, 'date', exported.date);
    await restoreDates(database, edition, exported.importedAt, exported.openedAt);
    await restorePosition(desk, edition, exported, outcomes);
    if (exported.trashedAt !== null) {
      await throwAway(desk, edition);
      await trashEdition(database, edition, exported.trashedAt);
    }
  });
}

/**
 * One edition for the files just imported, as they were exported. Files of another exported edition that the import has put with them are
 * left behind; files that stood in the library before are joined.
 */
async function gatherFiles(desk: Desk, sources: readonly SourceId[], imported: ReadonlySet<SourceId>): Promise<EditionId | null> {
  const [first, ...others] = sources;
  const lead = first === undefined ? undefined : await readSource(desk.database, first);
  if (!lead) return null;
  const neighbours = (await sourcesOfEdition(desk.database, lead.edition)).filter(({ id }) => !sources.includes(id));
  if (neighbours.length > 0 && neighbours.every(({ id }) => imported.has(id)))
    await moveSources(desk, [{ source: lead.id, edition: null }]);
  const edition = (await readSource(desk.database, lead.id))?.edition ?? lead.edition;
  const moves = others.map((source) => ({ source, edition }));
  if (moves.length > 0) await moveSources(desk, moves);
  return edition;
}

async function restorePosition(
  { database }: Desk,
  edition: EditionId,
  { position }: ExportedEdition,
  outcomes: readonly FileOutcome[],
): Promise<void> {
  const outcome = position && outcomes[position.file];
  if (!position || !outcome || outcome.kind === 'failed' || (await readPosition(database, edition))) return;
  const { offset, quote, progress, savedAt } = position;
  await savePosition(database, { edition, source: outcome.source, offset, quote, progress, savedAt });
}
