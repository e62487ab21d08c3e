/**
 * What the first view needs of the library, asked for before the program that shows it has been read: a start waits for whichever takes
 * longer, and no longer for one after the other. Not for anything asked later: see queries.ts.
 */
import type { AppInfo, Settings } from '../../src-main/contract/model';
import { client } from '../link';
import type { LatestRead } from './first-view';
import { gatherChanges } from './library-changes';

/** Each may reject with a `Problem`. */
export interface FirstAnswers {
  readonly info: Promise<AppInfo>;
  readonly settings: Promise<Settings>;
  /** Null where there is no edition. */
  readonly latest: Promise<LatestRead | null>;
}

let asked: FirstAnswers | null = null;

function ask(): FirstAnswers {
  const info = client.call('app.info', {});
  const settings = client.call('settings.read', {});
  const latest = client
    .call('edition.latest', {})
    // Its pages are what a start is waited for; the shelf is read when it is looked at.
    .then(async ({ edition, inArticle }) =>
      edition === null ? null : { edition: await client.call('edition.read', { edition }), inArticle },
    );
  // Whoever takes an answer hears of its failure; one that nobody takes is no fault of the program's.
  for (const answer of [info, settings, latest]) answer.catch(() => {});
  return { info, settings, latest };
}

/** Of the library this page shows. */
export const libraryChanges = gatherChanges(client);

/** What changes after an answer is heard, for the ear is open before the question. */
export function askFirst(): void {
  libraryChanges.hear();
  asked = ask();
}

/** Once what was asked beforehand; asked anew from then on, as after a failure. */
export function takeFirstAnswers(): FirstAnswers {
  const answers = asked ?? ask();
  asked = null;
  return answers;
}
