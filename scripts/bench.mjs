// `npm run bench [NAME [OPTION…]]`: the figures the app promises, measured here and now. Without a name, all of them, one after another.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fail, inRoot, setUp } from './setup.mjs';

await setUp();
const scripts = new Map(
  readdirSync(inRoot('scripts'))
    .map((file) => [/^bench-(\w+)\.mjs$/.exec(file)?.[1], file])
    .filter(([name]) => name !== undefined),
);
const [asked, ...options] = process.argv.slice(2);
if (asked !== undefined && !scripts.has(asked)) fail(`there is no bench called ${asked}; there are ${[...scripts.keys()].join(', ')}`);

let failed = 0;
for (const [name, file] of scripts) {
  if (asked !== undefined && asked !== name) continue;
  console.log(`\n${name}`);
  if (spawnSync(process.execPath, [inRoot('scripts', file), ...options], { stdio: 'inherit' }).status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
