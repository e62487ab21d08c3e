/** A process that imports a folder until it is done or killed: `node import-until-killed OPTIONS FOLDER`. */
import { openLibrary } from '../../src-main/library/library';
import type { LibraryOptions } from '../../src-main/library/library-handle';

const [options, folder] = process.argv.slice(2);
if (!options || !folder || !process.send) throw new Error('run by killed-import.test.ts');
const library = await openLibrary({ ...(JSON.parse(options) as Omit<LibraryOptions, 'log'>), log: () => {} });
process.send('importing');
const job = await library.importPaths([folder]);
if (job.state !== 'done') throw new Error(job.state);
process.send('done');
await library.close();
process.disconnect();
