/** `newsroom export`: everything in a library as open formats in a new folder, as the settings' export does. */
import { resolve } from 'node:path';
import type { TrashedEdition } from '../../contract/model';
import { Problem } from '../../contract/problem';
import { openExistingLibrary } from './open-cli-library';
import { print, printError } from './print';

export interface ExportCommand {
  readonly folder: string;
  readonly library: string | undefined;
}

/** Prints the folder once everything is in it; `import` of that folder takes it all back. */
export async function exportCommand({ folder, library: from }: ExportCommand): Promise<number> {
  const library = await openExistingLibrary(from);
  if (!library) return 1;
  const target = resolve(folder);
  try {
    const { done } = await library.exportTo(target);
    const trash = await library.call('trash.list', {});
    const thrown = trash.ok ? (trash.value as readonly TrashedEdition[]).length : 0;
    await print(`${target}: ${done} ${done === 1 ? 'edition' : 'editions'}${thrown > 0 ? `, ${thrown} of them in the trash` : ''}\n`);
    return 0;
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.data.code !== 'not-allowed') throw failure;
    printError(`${target}: something stands there already; name a folder that is not there yet`);
    return 1;
  } finally {
    await library.close();
  }
}
