/** Where the library is kept when nobody says otherwise: one place for all hosts, so that a script searches what the window shows. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { appName } from './app-folder';

/** The folder in which this system keeps the data of desktop apps for the current user. */
export function userDataFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', appName);
    case 'win32':
      return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), appName);
    default:
      return join(environment['XDG_CONFIG_HOME'] || join(homedir(), '.config'), appName);
  }
}

/** What was asked for on the command line, else in NEWSROOM_LIBRARY, else the usual place. */
export function libraryFolder(asked: string | undefined, userData: string = userDataFolder()): string {
  const named = asked ?? process.env['NEWSROOM_LIBRARY'];
  return named ? resolve(named) : join(userData, 'library');
}
