/** Real libraries in real folders, for tests: opened in this thread or in a worker, and taken away afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { Edition, EditionSummary, JobSnapshot } from '../../src-main/contract/model';
import type { Input, OperationName, Output } from '../../src-main/contract/operations';
import { Problem } from '../../src-main/contract/problem';
import { openLibrary } from '../../src-main/library/library';
import type { LibraryHandle, LibraryOptions, LogEntry } from '../../src-main/library/library-handle';

export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));
export const SEED_FILE = join(SEEDS, 'guizhou-daily-2023-11-25.txt');
const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

export interface TestLibrary extends LibraryHandle {
  readonly directory: string;
  readonly log: LogEntry[];
  /** As a client does: the value, or a thrown `Problem`. */
  ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
}

const opened: LibraryHandle[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
  folders.push(folder);
  return folder;
}

export async function libraryIn(directory: string, options: Partial<LibraryOptions> = {}): Promise<TestLibrary> {
  const log: LogEntry[] = [];
  return withAsk(await openLibrary({ ...optionsFor(directory), log: (entry) => log.push(entry), ...options }), directory, log);
}

export function optionsFor(directory: string): Omit<LibraryOptions, 'log'> {
  return { directory, resources: RESOURCES, seeds: null, host: 'web', version: '0.0.0', platform: process.platform };
}

export function withAsk(handle: LibraryHandle, directory: string, log: LogEntry[]): TestLibrary {
  opened.push(handle);
  return {
    ...handle,
    directory,
    log,
    async ask(name, input) {
      const reply = await handle.call(name, input);
      if (!reply.ok) throw Problem.from(reply.problem);
      return reply.value as never;
    },
  };
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly path?: string;
}

/** Imports texts as UTF-8 files in one job, through the contract. */
export async function importTexts(library: TestLibrary, ...files: readonly TextFile[]): Promise<JobSnapshot> {
  return importFiles(
    library,
    ...files.map(({ name, text, path }) => ({ name, bytes: new TextEncoder().encode(text), ...(path ? { path } : {}) })),
  );
}

export async function importFiles(library: TestLibrary, ...files: Input<'import.add'>['files']): Promise<JobSnapshot> {
  const { job } = await library.ask('import.open', { total: files.length });
  const finished = jobEnd(library, job);
  await library.ask('import.add', { job, files });
  await library.ask('import.close', { job });
  return finished;
}

/** Resolves with the last snapshot of a job that is still running. */
export function jobEnd(library: TestLibrary, job: string): Promise<JobSnapshot> {
  return new Promise((resolve) => {
    const stop = library.listen((event, value) => {
      const snapshot = value as JobSnapshot;
      if (event !== 'job' || snapshot.id !== job || snapshot.state === 'running' || snapshot.state === 'cancelling') return;
      stop();
      resolve(snapshot);
    });
  });
}

export async function onlyEdition(library: TestLibrary): Promise<Edition> {
  const editions = await library.ask('library.editions', {});
  if (editions.length !== 1) throw new Error(`expected one edition, found ${editions.length}: ${JSON.stringify(editions.map(nameOf))}`);
  return library.ask('edition.read', { edition: (editions[0] as EditionSummary).id });
}

function nameOf(edition: EditionSummary): string {
  return `${edition.paper.value ?? '?'} ${edition.date.value ?? '?'}`;
}
