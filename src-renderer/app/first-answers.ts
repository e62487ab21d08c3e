/**
 * What the first view needs of the library, asked for before the program that shows it has been read: a start waits for whichever takes
 * longer, and no longer for one after the other. Not for anything asked later: see queries.ts.
 */
import type { AppInfo, Edition, Settings } from '../../src-main/contract/model';
import { client } from '../link';

/** Each may reject with a `Problem`. */
export interface FirstAnswers {
  readonly info: Promise<AppInfo>;
  readonly settings: Promise<Settings>;
  /** The edition opened last, or the first there is; null where there is none. */
  readonly edition: Promise<Edition | null>;
}

let asked: FirstAnswers | null = null;

function ask(): FirstAnswers {
  const info = client.call('app.info', {});
  const settings = client.call('settings.read', {});
  const edition = client.call('edition.latest', {}).then(({ edition: latest }) =>
    // Its pages are what a start is waited for; the shelf is read when it is looked at.
    latest === null ? null : client.call('edition.read', { edition: latest }),
  );
  // Whoever takes an answer hears of its failure; one that nobody takes is no fault of the program's.
  for (const answer of [info, settings, edition]) answer.catch(() => {});
  return { info, settings, edition };
}

export function askFirst(): void {
  asked = ask();
}

/** Once what was asked beforehand; asked anew from then on, as after a failure. */
export function takeFirstAnswers(): FirstAnswers {
  const answers = asked ?? ask();
  asked = null;
  return answers;
}
