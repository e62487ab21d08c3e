/** Finds where in an article the texts sought stand, as offsets into the printed text of each passage. */
import type { Span } from '../contract/model';
import type { Passage } from './article-text';
import type { FoldedArticle } from './article-texts';
import type { Query } from './query-language';
import type { MatchPlace } from './search';

export interface PassageMatches {
  /** Index of the passage in its article. */
  readonly passage: number;
  /** Ascending; matches that touch or overlap are one. */
  readonly spans: readonly Span[];
  /** How many of the texts sought stand here. */
  readonly texts: number;
}

type TextQuery = Query & { readonly kind: 'text' };

/** Passages with a match, in printed order. */
export function findMatches({ passages, folded }: FoldedArticle, texts: readonly TextQuery[]): readonly PassageMatches[] {
  const found: PassageMatches[] = [];
  for (const [at, text] of folded.entries()) {
    const spans: Span[] = [];
    let different = 0;
    for (const sought of texts) {
      if (sought.columns !== null && !sought.columns.includes(passages[at]!.column)) continue;
      const before = spans.length;
      for (let start = text.indexOf(sought.text); start >= 0; start = text.indexOf(sought.text, start + sought.text.length))
        spans.push({ start, end: start + sought.text.length });
      if (spans.length > before) different += 1;
    }
    if (spans.length > 0) found.push({ passage: at, spans: different > 1 ? mergeSpans(spans) : spans, texts: different });
  }
  return found;
}

/** Only overlapping spans become one: two matches side by side are two. */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

export function placeOf(passage: Passage, span: Span): MatchPlace {
  const { start, end } = span;
  return passage.paragraph === null
    ? { field: passage.column as Exclude<MatchPlace['field'], 'paragraph'>, start, end }
    : { field: 'paragraph', paragraph: passage.paragraph, start, end };
}

export const countMatches = (matches: readonly PassageMatches[]): number => matches.reduce((sum, { spans }) => sum + spans.length, 0);
