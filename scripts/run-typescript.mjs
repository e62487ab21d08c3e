// Runs one of this folder's TypeScript scripts: `node scripts/run-typescript.mjs scripts/NAME.ts [ARGUMENT…]`.
import { setUp } from './setup.mjs';

await setUp();
const { bundle } = await import('./bundle.mjs');
const [entry] = process.argv.splice(2, 1);
await import(await bundle(entry));
