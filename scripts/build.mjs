// `npm run build`: the app into out/, unless it is there already from the same sources.
import { setUp } from './setup.mjs';

await setUp();
