/** Where a stretch of printed text lies in the sources: the thread from the page back to the file. */
import type { Paragraph } from '../../../src-main/contract/model';
import type { Fragment } from './composed-page';

/** Fragments of the printed stretch `[start, end)`, in UTF-16 code units; `from` and `to` count from `start`. Glue is in none. */
export function fragmentsOf(paragraph: Paragraph, start: number, end: number): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let printed = 0;
  for (const span of paragraph.spans) {
    if (span.kind !== 'text') continue;
    const begins = printed + span.glue.length;
    const ends = begins + span.end - span.start;
    const from = Math.max(start, begins);
    const to = Math.min(end, ends);
    if (from < to)
      fragments.push({
        source: span.source,
        start: span.start + from - begins,
        end: span.start + to - begins,
        from: from - start,
        to: to - start,
      });
    if (ends >= end) break;
    printed = ends;
  }
  return fragments;
}
