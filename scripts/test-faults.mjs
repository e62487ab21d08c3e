// `npm run test:faults`: the long form of the tests that break things: 200 killed imports, 100 flipped bits.
import { runTool, say, setUp } from './setup.mjs';

await setUp();
say('\n— faults (some minutes)');
process.env.NEWSROOM_KILLS ??= '200';
process.env.NEWSROOM_FLIPS ??= '100';
const words = [
  'run',
  '--config',
  'test/vitest.config.ts',
  'test/library/killed-import.test.ts',
  'test/library/damage.test.ts',
  'test/library/hard-files.test.ts',
];
process.exitCode = runTool('vitest/vitest.mjs', words);
