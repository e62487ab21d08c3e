/** Cuts the stretch of an article that best shows why it was found. */
import type { Span } from '../contract/model';
import type { FoldedArticle } from './article-texts';
import type { PassageMatches } from './find-matches';

export interface Snippet {
  readonly text: string;
  readonly matches: readonly Span[];
}

/** UTF-16 code units of printed text; two lines of a list. */
const LENGTH = 88;
/** Of it before the first match. */
const LEAD_IN = 20;
/** A cut moves this far to fall behind a sentence or clause. */
const REACH = 10;
const CLAUSE_END = /[。！？；，、：!?;,]/u;

export function makeSnippet({ passages }: FoldedArticle, matches: readonly PassageMatches[]): Snippet {
  const best = bestPassage(passages, matches);
  if (best === null) {
    const lead = passages.find(({ paragraph }) => paragraph !== null) ?? passages[0];
    return lead ? cut(lead.text, 0, []) : { text: '', matches: [] };
  }
  const { text } = passages[best.passage]!;
  return cut(text, startOfDensest(text, best.spans), best.spans);
}

/** The paragraph with the most of the texts sought; a heading only where no paragraph has any. The headline is shown beside it anyway. */
function bestPassage(passages: FoldedArticle['passages'], matches: readonly PassageMatches[]): PassageMatches | null {
  let best: PassageMatches | null = null;
  for (const match of matches) {
    const { paragraph, column } = passages[match.passage]!;
    if (paragraph === null && column === 'headline') continue;
    const bestIsHeading = best !== null && passages[best.passage]!.paragraph === null;
    if (best === null || (bestIsHeading ? paragraph !== null : paragraph !== null && match.texts > best.texts)) best = match;
  }
  return best;
}

/** Start of a window that holds the most matches. */
function startOfDensest(text: string, spans: readonly Span[]): number {
  let bestStart = spans[0]!.start;
  let bestCount = 0;
  let last = 0;
  for (const [first, span] of spans.entries()) {
    while (last < spans.length && spans[last]!.end <= span.start - LEAD_IN + LENGTH) last += 1;
    if (last - first > bestCount) {
      bestCount = last - first;
      bestStart = span.start;
    }
  }
  if (bestStart <= LEAD_IN || text.length <= LENGTH) return 0;
  const earliest = bestStart - LEAD_IN;
  for (let at = earliest; at < earliest + REACH; at += 1) if (CLAUSE_END.test(text[at - 1]!)) return at;
  return earliest;
}

function cut(text: string, from: number, spans: readonly Span[]): Snippet {
  const start = betweenCharacters(text, from);
  // A match longer than the snippet is shown whole up to twice the length.
  const first = spans.find((span) => span.end > start);
  const end = betweenCharacters(text, Math.min(text.length, Math.max(start + LENGTH, Math.min(first?.end ?? 0, start + 2 * LENGTH))));
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  return {
    text: before + text.slice(start, end) + after,
    matches: spans
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({
        start: Math.max(span.start, start) - start + before.length,
        end: Math.min(span.end, end) - start + before.length,
      })),
  };
}

/** `at`, or one less where it would part a surrogate pair. */
function betweenCharacters(text: string, at: number): number {
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00 ? at - 1 : at;
}
