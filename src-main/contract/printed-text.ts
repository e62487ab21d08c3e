/**
 * The arithmetic between a paragraph's printed text and the source it came from.
 * Pure; both sides of the border use it, so that a mark on a page and a span in a file always agree.
 */
import type { HeadingRole, HeadingSpan, MatchSpan, Paragraph, Place, SourceSpan } from './model';

/** Printed text of spans, given each source's decoded text. */
export function printSpans(spans: Paragraph['spans'], textOf: (source: number) => string): string {
  let printed = '';
  for (const span of spans) if (span.kind === 'text') printed += span.glue + textOf(span.source).slice(span.start, span.end);
  return printed;
}

/** The place in the source of the printed UTF-16 offset `at`; an offset inside glue belongs to the run after it. */
export function placeOfOffset(paragraph: Paragraph, at: number): Place {
  let printed = 0;
  let last: Place | undefined;
  for (const span of paragraph.spans) {
    if (span.kind !== 'text') {
      last ??= { source: span.source, offset: span.start };
      continue;
    }
    const begins = printed + span.glue.length;
    const length = span.end - span.start;
    if (at < begins + length) return { source: span.source, offset: span.start + Math.max(0, at - begins) };
    printed = begins + length;
    last = { source: span.source, offset: span.end };
  }
  if (!last) throw new Error('a paragraph has at least one span');
  return last;
}

/** The printed UTF-16 offset of a place; null where the place is in none of the paragraph's runs. Unprinted runs map to where they stand. */
export function offsetOfPlace(paragraph: Paragraph, place: Place): number | null {
  let printed = 0;
  for (const span of paragraph.spans) {
    const shown = span.kind === 'text';
    const begins = shown ? printed + span.glue.length : printed;
    if (span.source === place.source && place.offset >= span.start && place.offset < span.end)
      return shown ? begins + place.offset - span.start : begins;
    if (shown) printed = begins + span.end - span.start;
  }
  return null;
}

/** The source spans behind the printed stretch `[start, end)`, in printed order; glue has none. */
export function sourceSpansOf(paragraph: Paragraph, start: number, end: number): readonly SourceSpan[] {
  const found: SourceSpan[] = [];
  let printed = 0;
  for (const span of paragraph.spans) {
    if (span.kind !== 'text') continue;
    const begins = printed + span.glue.length;
    const ends = begins + span.end - span.start;
    const from = Math.max(start, begins);
    const to = Math.min(end, ends);
    if (from < to) found.push({ source: span.source, start: span.start + from - begins, end: span.start + to - begins });
    printed = ends;
  }
  return found;
}

/** The spans that one match is printed from, in printed order. */
export function spansOfMatch(spans: readonly SourceSpan[]): readonly MatchSpan[] {
  return spans.map((span, at) => (at === 0 ? span : { ...span, goesOn: true }));
}

export interface HeadingRun extends SourceSpan {
  /** Printed UTF-16 offset of its beginning. */
  readonly at: number;
}

/**
 * Where the runs of a heading's part stand in its printed words: a space may have been set between two lines, and the hyphen at which a line
 * parted a word, a run of its own right behind the word's first half, is not printed.
 */
export function headingRunsOf(heading: readonly HeadingSpan[], role: HeadingRole, printed: string): readonly HeadingRun[] {
  const runs: HeadingRun[] = [];
  let at = 0;
  let before: HeadingSpan | undefined;
  for (const span of heading.filter((one) => one.role === role)) {
    const isHyphen = before?.source === span.source && before.end === span.start && span.end === span.start + 1;
    before = span;
    if (isHyphen) continue;
    if (at > 0 && printed[at] === ' ') at += 1;
    runs.push({ source: span.source, start: span.start, end: span.end, at });
    at += span.end - span.start;
  }
  return runs;
}
