/**
 * Which stretches of a source belong to the article in front, and as what: paragraph by paragraph, headings, passages left out,
 * doubts. Pure. Not for colours.
 */
import type { Article, HeadingRole, Notice, SourceId, SourceSpan, Span } from '../../../src-main/contract/model';
import { doubtedWords, seamOf } from '../compose/parser-marks';
import { hasSeam, markOfNotice } from '../notice-words';
import { coloursOf } from './paragraph-colours';

export type Tint =
  | { readonly kind: 'paragraph'; readonly paragraph: number; readonly colour: number }
  | { readonly kind: 'heading'; readonly role: HeadingRole }
  | { readonly kind: 'duplicate'; readonly paragraph: number }
  | { readonly kind: 'furniture' };

export interface TintedSpan extends Span {
  readonly tint: Tint;
}

export interface DoubtSpan extends Span {
  /** Index into `Article.notices`. */
  readonly notice: number;
}

export interface SourceTints {
  /** Sorted, without overlaps. */
  readonly tinted: readonly TintedSpan[];
  /** Sorted by start; may overlap each other and what is tinted. */
  readonly noticed: readonly DoubtSpan[];
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Characters on either side of a joint that show it, and as many more as make their words whole. */
const joint = 6;

/** What of a finding's evidence is worth an eye: of a join its joint, of a doubt its words, of a repeat what was left out; the rest is told in the list. */
function evidenceOf(article: Article, notice: Notice): readonly SourceSpan[] {
  const mark = markOfNotice[notice.kind];
  if (mark === 'doubt') return doubtedWords(article, notice);
  const [first, second] = notice.spans;
  if (mark === 'omit' && first) return [first];
  if (!hasSeam(mark) || !first || !second) return [];
  return seamOf(article, first, second, joint);
}

export function sourceTints(article: Article, source: SourceId, furniture: readonly Span[]): SourceTints {
  const pieces = article.paragraphs
    .flatMap(({ spans }, paragraph) => spans.map((span) => ({ ...span, paragraph })))
    .filter((span) => span.kind !== 'duplicate' && span.source === source && span.end > span.start)
    .sort(byStart);
  const colours = coloursOf(pieces.map(({ paragraph }) => paragraph));
  const tinted: TintedSpan[] = [];
  const add = (span: SourceSpan, tint: Tint) => {
    if (span.source === source && span.end > span.start) tinted.push({ start: span.start, end: span.end, tint });
  };
  for (const span of article.heading) add(span, { kind: 'heading', role: span.role });
  for (const [paragraph, { spans }] of article.paragraphs.entries())
    for (const span of spans)
      add(
        span,
        span.kind === 'duplicate'
          ? { kind: 'duplicate', paragraph }
          : { kind: 'paragraph', paragraph, colour: colours.get(paragraph) ?? 0 },
      );
  for (const span of furniture) tinted.push({ ...span, tint: { kind: 'furniture' } });
  const noticed = article.notices.flatMap((notice, index) =>
    evidenceOf(article, notice)
      .filter((span) => span.source === source && span.end > span.start)
      .map(({ start, end }) => ({ start, end, notice: index })),
  );
  return { tinted: tinted.sort(byStart), noticed: noticed.sort(byStart) };
}

export interface RowSegment extends Span {
  readonly tint: Tint | null;
  /** Whether the tint begins here, so that its label can stand before it. */
  readonly opens: boolean;
  readonly notices: readonly number[];
}

/** First index whose span ends after `offset`. Tinted spans do not overlap, so their ends are sorted too. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A row `[start, end)` cut wherever tint or notices change; together the segments are the whole row. */
export function segmentsOfRow(tints: SourceTints, start: number, end: number): readonly RowSegment[] {
  const here: TintedSpan[] = [];
  for (let index = firstEndingAfter(tints.tinted, start); index < tints.tinted.length; index += 1) {
    const span = tints.tinted[index];
    if (!span || span.start >= end) break;
    here.push(span);
  }
  const noticed = tints.noticed.filter((span) => span.start < end && span.end > start);
  const cuts = new Set([start, end]);
  for (const span of [...here, ...noticed]) {
    if (span.start > start) cuts.add(span.start);
    if (span.end < end) cuts.add(span.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    const span = here.find((one) => one.start <= from && one.end >= to);
    return {
      start: from,
      end: to,
      tint: span?.tint ?? null,
      opens: span?.start === from,
      notices: noticed.filter((one) => one.start <= from && one.end >= to).map(({ notice }) => notice),
    };
  });
}
