/** Entry: the app in a browser, `web.js [--library DIR] [--port N] [--open] [FILE…]`. Prints the address on standard output. */
import { readStartCommand } from '../command-line';
import { describeFailure } from '../describe-failure';
import { libraryFolder } from '../library-folder';
import { openAppLibrary } from '../open-app-library';
import { printLog } from '../print-log';
import { openBrowser } from './open-browser';
import { serveLibrary } from './serve-library';
import { untilStopped } from './until-stopped';

try {
  const command = readStartCommand(process.argv.slice(2), process.cwd());
  const library = await openAppLibrary({ directory: libraryFolder(command.library), host: 'web', log: printLog });
  try {
    const host = await serveLibrary({ library, port: command.port });
    process.stdout.write(`${host.url}\n`);
    if (command.open) openBrowser(host.url);
    if (command.paths.length > 0) void library.importPaths(command.paths, { awaited: true });
    await untilStopped();
    await host.close();
  } finally {
    await library.close();
  }
} catch (failure) {
  process.stderr.write(`${describeFailure('newsroom reader', failure)}\n`);
  process.exitCode = 1;
}
