/** The library's worker as the app ships it: bundled to one JavaScript file, which threads and child processes can run. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles `entry` (relative to the project) and returns the file, which lies below node_modules so that its packages are found. */
export async function bundle(entry: string, name: string): Promise<string> {
  const folder = join(ROOT, 'node_modules', '.cache', 'newsroom-tests');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${process.pid}.mjs`);
  const build = await rolldown({ input: join(ROOT, entry), platform: 'node', external: ['sqlite3'], logLevel: 'silent' });
  await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
  return file;
}
