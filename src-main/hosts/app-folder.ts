/**
 * Where the app's own files lie, and how it names itself. Not for the reader's files (library-folder.ts).
 * Every entry is built into `out/main/`, so the app's folder is two above, inside a package as in a checkout.
 */
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';

const inApp = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const appFiles = {
  page: inApp('out/renderer'),
  preload: inApp('out/preload/preload.cjs'),
  libraryWorker: inApp('out/main/library-worker.js'),
  resources: inApp('resources'),
  icon: inApp('resources/icons/icon.png'),
  seeds: inApp('seeds'),
} as const;

export const appVersion: string = version;

/** Also the name of the folder that keeps the reader's data. */
export const appName = 'newsroom-reader';
