/** Starts the app's own library for a host: in a worker, with the app's seeds and resources. */
import type { LibraryHandle, Log } from '../library/library-handle';
import { startLibrary } from '../library/start-library';
import { appFiles, appVersion } from './app-folder';

export interface AppLibraryOptions {
  readonly directory: string;
  readonly host: 'electron' | 'web';
  readonly log: Log;
}

export function openAppLibrary({ directory, host, log }: AppLibraryOptions): Promise<LibraryHandle> {
  return startLibrary({
    directory,
    host,
    log,
    resources: appFiles.resources,
    seeds: appFiles.seeds,
    worker: appFiles.libraryWorker,
    version: appVersion,
    platform: process.platform,
  });
}
