/** The desktop app's log: a file under the user's data folder, so that a reference shown to the reader can be looked up. */
import { join } from 'node:path';
import log from 'electron-log/node';
import type { Log } from '../../library/library-handle';

/** Keeps one older file of 1 MB beside the current one. */
export function openLogFile(folder: string): Log {
  log.transports.file.resolvePathFn = () => join(folder, 'newsroom.log');
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = 'error';
  return ({ level, message, reference, stack }) => {
    const line = [reference === undefined ? '' : `[${reference}] `, message, stack === undefined ? '' : `\n${stack}`].join('');
    if (level === 'error') log.error(line);
    else if (level === 'warning') log.warn(line);
    else log.info(line);
  };
}
