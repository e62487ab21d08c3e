// A TypeScript file of this project as one that Node runs, for scripts that use the app's own parts.
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { inRoot } from './setup.mjs';

/** The address of the bundle, to be imported. `entry` is relative to the project's folder. */
export async function bundle(entry) {
  const folder = inRoot('node_modules', '.cache', 'newsroom-scripts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${basename(entry).replace(/\.tsx?$/, '')}.mjs`);
  const built = await rolldown({ input: inRoot(entry), platform: 'node', external: ['sqlite3'], logLevel: 'silent' });
  await built.write({ file, format: 'esm', codeSplitting: false });
  await built.close();
  return pathToFileURL(file).href;
}
