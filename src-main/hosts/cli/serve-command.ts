/** `newsroom serve`: the app at an address on this machine until it is stopped. */
import { libraryFolder } from '../library-folder';
import { openAppLibrary } from '../open-app-library';
import { printLog } from '../print-log';
import { serveLibrary } from '../web/serve-library';
import { untilStopped } from '../web/until-stopped';
import { print } from './print';

export interface ServeCommand {
  readonly library: string | undefined;
  /** 0 for any free one. */
  readonly port: number;
}

/** Prints the address on one line once it answers. Rejects with the system's error where the port cannot be had. */
export async function serveCommand({ library: folder, port }: ServeCommand): Promise<number> {
  const library = await openAppLibrary({ directory: libraryFolder(folder), host: 'web', log: printLog });
  try {
    const host = await serveLibrary({ library, port });
    await print(`${host.url}\n`);
    await untilStopped();
    await host.close();
    return 0;
  } finally {
    await library.close();
  }
}
