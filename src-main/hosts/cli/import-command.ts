/** `newsroom import`: files and folders into a library, as dropping them on the window does. */
import { joinedEditions } from '../../contract/job-news';
import type { EditionId, FileOutcome } from '../../contract/model';
import { assertNever } from '../../contract/problem';
import { describeProblem } from '../describe-failure';
import { openCliLibrary } from './open-cli-library';
import { print, printError, printLines } from './print';

export interface ImportCommand {
  readonly paths: readonly string[];
  readonly library: string | undefined;
  readonly json: boolean;
}

/** Prints one line for each file; those that could not be imported are also named on standard error. */
export async function importCommand({ paths, library: folder, json }: ImportCommand): Promise<number> {
  const library = await openCliLibrary(folder);
  try {
    const { outcomes, state } = await library.importPaths(paths);
    if (json) await printLines(outcomes);
    else {
      const joined = joinedEditions(outcomes);
      await print(outcomes.map((outcome) => `${describe(outcome, joined)}\n`).join(''));
    }
    const failures = outcomes.filter((outcome) => outcome.kind === 'failed');
    for (const failure of failures) printError(`${failure.name}: ${describeProblem(failure.problem)}`);
    return failures.length === 0 && state === 'done' ? 0 : 1;
  } finally {
    await library.close();
  }
}

/** @param joined the editions that were in the library before */
function describe(outcome: FileOutcome, joined: ReadonlySet<EditionId>): string {
  switch (outcome.kind) {
    case 'imported': {
      const { paper, date } = outcome.joined ?? {};
      const into = joined.has(outcome.edition)
        ? `; added to an edition already in the library: ${paper ?? 'unnamed paper'} ${date ?? 'of unknown date'}`
        : '';
      return `${outcome.name}: imported, ${outcome.articles} articles (${outcome.encoding})${into}`;
    }
    case 'unchanged':
      return `${outcome.name}: already in the library${outcome.restored ? '; its edition was brought back from the trash' : ''}`;
    case 'failed':
      return `${outcome.name}: not imported`;
    default:
      return assertNever(outcome);
  }
}
