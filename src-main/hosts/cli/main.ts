/** Entry: `newsroom`, for scripts. Not for a person reading; see usage.ts for what it takes. */
import { runCommand } from './run-command';

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
  if (failure.code === 'EPIPE') process.exit(0);
  throw failure;
});
process.exitCode = await runCommand(process.argv.slice(2));
