/** The library for a command that runs to its end: in this thread, and without the sample, which is for people opening the app. */
import type { AppInfo } from '../../contract/model';
import { Problem } from '../../contract/problem';
import { openLibrary } from '../../library/library';
import type { LibraryHandle } from '../../library/library-handle';
import { appFiles, appVersion } from '../app-folder';
import { libraryFolder } from '../library-folder';
import { printLog } from '../print-log';

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
