/** Entry: the app in a browser, `web.js [--library DIR] [--port N] [--open] [FILE…]`. Prints the address on standard output. */
import { printLog } from '../print-log';
import { readStartCommand } from '../command-line';
import { libraryFolder } from '../library-folder';
import { openAppLibrary } from '../open-app-library';
import { openBrowser } from './open-browser';
import { serveLibrary } from './serve-library';
import { untilStopped } from './until-stopped';

const command = readStartCommand(process.argv.slice(2), process.cwd());
const library = await openAppLibrary({ directory: libraryFolder(command.library), host: 'web', log: printLog });
const host = await serveLibrary({ library, port: command.port });
process.stdout.write(`${host.url}\n`);
if (command.open) openBrowser(host.url);
if (command.paths.length > 0) void library.importPaths(command.paths);
await untilStopped();
await host.close();
await library.close();
