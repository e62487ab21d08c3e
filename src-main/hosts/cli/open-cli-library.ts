/** The library for a command that runs to its end: in this thread, and without the sample, which is for people opening the app. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppInfo } from '../../contract/model';
import { Problem } from '../../contract/problem';
import { openLibrary } from '../../library/library';
import type { LibraryHandle } from '../../library/library-handle';
import { appFiles, appVersion } from '../app-folder';
import { libraryFolder } from '../library-folder';
import { printLog } from '../print-log';
import { printError } from './print';

/** Rejects with a `Problem` where the library cannot be opened. */
export async function openCliLibrary(folder: string | undefined): Promise<LibraryHandle> {
  const library = await openLibrary({
    directory: libraryFolder(folder),
    resources: appFiles.resources,
    seeds: null,
    host: 'web',
    version: appVersion,
    platform: process.platform,
    log: printLog,
  });
  const reply = await library.call('app.info', {});
  const problem = reply.ok ? (reply.value as AppInfo).problem : reply.problem;
  if (problem) {
    await library.close();
    throw Problem.from(problem);
  }
  return library;
}

/** For commands that only take out: a mistyped folder must not look like an empty library, nor be made. Null after having said so. */
export async function openExistingLibrary(folder: string | undefined): Promise<LibraryHandle | null> {
  const directory = libraryFolder(folder);
  if (existsSync(join(directory, 'library.sqlite'))) return openCliLibrary(folder);
  printError(`${directory}: there is no library here; import something first`);
  return null;
}
