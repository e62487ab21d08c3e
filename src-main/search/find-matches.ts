/** Finds where in an article the texts sought stand, as offsets into the printed text of each passage. */
import type { Span } from '../contract/model';
import { originalSpans } from '../contract/squeeze';
import type { Passage } from './article-text';
import type { FoldedArticle } from './article-texts';
import type { Query } from './query-language';
import type { MatchPlace } from './search';

export interface PassageMatches {
  /** Index of the passage in its article. */
  readonly passage: number;
  /** Of printed text, ascending; matches that overlap are one. */
  readonly spans: readonly Span[];
  /** How many of the texts sought stand here. */
  readonly texts: number;
  /** Share of the shortest stretch holding all of these that is the texts themselves: 1 where they stand side by side. */
  readonly closeness: number;
}

type TextQuery = Query & { readonly kind: 'text' };

/** In squeezed text. */
interface Found extends Span {
  /** Index of the text sought. */
  readonly text: number;
}

/**
 * Passages with a match, in printed order. What a signature says is found in the paragraph that begins or ends with it, and who signs a piece
 * by its kicker (黔东南州委常委谭夔：) in that.
 */
export function findMatches({ passages, folded, squeezed }: FoldedArticle, texts: readonly TextQuery[]): readonly PassageMatches[] {
  const matches: PassageMatches[] = [];
  const signatures = new Map<number | null, string>();
  const author = signingKicker(passages, squeezed);
  for (const [at, passage] of squeezed.entries()) {
    const { column, paragraph } = passages[at]!;
    if (column === 'signature') {
      signatures.set(paragraph, passage);
      continue;
    }
    if (column === 'byline' && author !== null) continue;
    const signature = paragraph === null ? (column === 'kicker' ? author : null) : (signatures.get(paragraph) ?? null);
    const signedFrom = signature === null || passage.startsWith(signature) ? 0 : passage.length - signature.length;
    const found: Found[] = [];
    const different = new Set<number>();
    for (const [index, { text, columns }] of texts.entries()) {
      const whole = columns === null || columns.includes(column);
      const within = whole ? passage : columns.includes(paragraph === null ? 'byline' : 'signature') ? signature : null;
      if (within === null) continue;
      const from = whole ? 0 : signedFrom;
      for (let start = within.indexOf(text); start >= 0; start = within.indexOf(text, start + text.length)) {
        found.push({ start: from + start, end: from + start + text.length, text: index });
        different.add(index);
      }
    }
    if (found.length === 0) continue;
    if (different.size > 1) found.sort((a, b) => a.start - b.start || b.end - a.end);
    matches.push({
      passage: at,
      spans: originalSpans(folded[at]!, different.size > 1 ? mergeSpans(found) : found.map(({ start, end }) => ({ start, end }))),
      texts: different.size,
      closeness: different.size > 1 ? closenessOf(found, different.size) : 1,
    });
  }
  return matches;
}

/** The byline where the kicker prints it, and nothing else does: both are folded from the same characters. */
function signingKicker(passages: readonly Passage[], squeezed: readonly string[]): string | null {
  const textOf = (wanted: Passage['column']): string | undefined => squeezed[passages.findIndex(({ column }) => column === wanted)];
  const byline = textOf('byline');
  return byline !== undefined && (textOf('kicker') === byline || textOf('kicker') === `${byline}:`) ? byline : null;
}

/** @param found by start */
function closenessOf(found: readonly Found[], different: number): number {
  const last = new Map<number, Found>();
  let best = 0;
  for (const match of found) {
    last.set(match.text, match);
    if (last.size < different) continue;
    const held = [...last.values()];
    const stretch = Math.max(...held.map(({ end }) => end)) - Math.min(...held.map(({ start }) => start));
    const length = held.reduce((sum, { start, end }) => sum + end - start, 0);
    best = Math.max(best, Math.min(1, length / stretch));
  }
  return best;
}

/** Only overlapping spans become one: two matches side by side are two. @param spans by start */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
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
