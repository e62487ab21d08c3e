/**
 * What stands over a story inside a box of several: its headline and who wrote it, as lines that flow into columns with the text.
 * Not for stories that have a headline block of their own (headline-block.ts).
 */
import type { Article } from '../../../src-main/contract/model';
import { LABEL_FACE, STRONG_LABEL_FACE } from './advances';
import type { Advances, Face } from './advances';
import { breakAnywhere, breakHeadline } from './break-headline';
import type { MeasuredLine } from './break-lines';
import type { Tone } from './composed-page';
import { saysByline } from './headline-block';
import { headingRuns } from './heading-runs';

export type FlowingRole = 'kicker' | 'locality' | 'headline' | 'deck' | 'byline' | 'credit';

export interface FlowingHeading {
  readonly role: FlowingRole;
  readonly text: string;
  readonly face: Face;
  readonly tone: Tone;
  /** Of the body's. */
  readonly size: number;
}

const LABEL_SIZE = 0.87;
const MOST_LINES = 3;

/** In printed order; `measure` in em of the body. Offsets of a line are those of its heading's text. */
export function flowingHeadings(
  article: Article,
  measure: number,
  advances: Advances,
): readonly { readonly heading: FlowingHeading; readonly line: MeasuredLine }[] {
  const label = { face: LABEL_FACE, tone: 'ink-2', size: LABEL_SIZE } as const;
  const headings: FlowingHeading[] = [];
  if (article.locality !== null) headings.push({ role: 'locality', text: article.locality, ...label, tone: 'ink-3' });
  if (article.kicker !== null) headings.push({ role: 'kicker', text: article.kicker, ...label });
  if (article.headline !== null) headings.push({ role: 'headline', text: article.headline, face: STRONG_LABEL_FACE, tone: 'ink', size: 1 });
  if (article.deck !== null) headings.push({ role: 'deck', text: article.deck, ...label });
  if (saysByline(article)) headings.push({ role: 'byline', text: article.byline, ...label });
  if (article.credit !== null) headings.push({ role: 'credit', text: article.credit, ...label });
  return headings.flatMap((heading) => {
    const { text, face, size } = heading;
    const room = measure / size;
    const lines = breakHeadline(text, room, MOST_LINES, face, advances) ?? breakAnywhere(text, room, face, advances);
    return lines.map(({ start, end }, at) => ({
      heading,
      line: {
        start,
        end,
        indent: 0,
        first: at === 0,
        last: at === lines.length - 1,
        runs: headingRuns(text.slice(start, end), 0).map((run) => ({ ...run, start: run.start + start, end: run.end + start })),
      },
    }));
  });
}
