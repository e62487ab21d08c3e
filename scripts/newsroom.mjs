// `npm run newsroom -- COMMAND`: the CLI of this checkout, set up first where it has to be.
import { pathToFileURL } from 'node:url';
import { inRoot, setUp } from './setup.mjs';

await setUp();
// File names are meant from where the command was typed, which npm leaves for the project's folder.
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import(pathToFileURL(inRoot('out', 'main', 'cli.js')).href);
