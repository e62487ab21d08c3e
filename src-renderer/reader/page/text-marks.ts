/** What is marked in a line: search hits, the current one, doubted words. Not for how marks look. */
import type { SourceSpan, Span } from '../../../src-main/contract/model';
import type { Fragment } from '../compose/composed-page';

export interface TextMarks {
  readonly hits: readonly SourceSpan[];
  /** In all its pieces. */
  readonly current: readonly SourceSpan[];
  readonly doubts: readonly SourceSpan[];
}

export const NO_MARKS: TextMarks = { hits: [], current: [], doubts: [] };

type Emphasis = 'none' | 'doubt' | 'hit' | 'hit-now';

function overlaps(mark: SourceSpan, fragment: Fragment): boolean {
  return mark.source === fragment.source && mark.start < fragment.end && mark.end > fragment.start;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly emphasis: Emphasis;
}

/**
 * A fragment cut where marks begin and end, as offsets into the line's text.
 * @param whole what no cut may part: a mark takes in all of it
 */
export function stretchesOf(fragment: Fragment, marks: TextMarks, whole: readonly Span[] = []): readonly Stretch[] {
  const found: { from: number; to: number; emphasis: Emphasis }[] = [];
  const note = (mark: SourceSpan, emphasis: Emphasis): void => {
    if (!overlaps(mark, fragment)) return;
    const from = fragment.from + Math.max(0, mark.start - fragment.start);
    const to = fragment.from + Math.min(fragment.end, mark.end) - fragment.start;
    const begins = whole.find(({ start, end }) => start < from && from < end)?.start ?? from;
    const ends = whole.find(({ start, end }) => start < to && to < end)?.end ?? to;
    found.push({ from: Math.max(fragment.from, begins), to: Math.min(fragment.to, ends), emphasis });
  };
  for (const doubt of marks.doubts) note(doubt, 'doubt');
  for (const hit of marks.hits) note(hit, 'hit');
  for (const piece of marks.current) note(piece, 'hit-now');
  if (found.length === 0) return [{ from: fragment.from, to: fragment.to, emphasis: 'none' }];
  const cuts = [...new Set([fragment.from, fragment.to, ...found.flatMap((mark) => [mark.from, mark.to])])].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = cuts[index] ?? 0;
    const to = cuts[index + 1] ?? 0;
    const emphasis = found.findLast((mark) => mark.from <= from && mark.to >= to)?.emphasis ?? 'none';
    stretches.push({ from, to, emphasis });
  }
  return stretches;
}
