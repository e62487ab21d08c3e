/**
 * The passages of one article that a query matches, cut to a line or two around the matches.
 * Pure. The matches come from the library (`search.marks`); nothing is searched here.
 */
import type { Article, ArticleFields, HeadingRole, MatchSpan, Place, Span } from '../../src-main/contract/model';
import { headingRunsOf, offsetOfPlace } from '../../src-main/contract/printed-text';

export interface Excerpt {
  /** 1 for the first paragraph; null for a heading. */
  readonly paragraph: number | null;
  /** Of a heading: which part of it. */
  readonly role: HeadingRole | null;
  readonly text: string;
  /** In UTF-16 code units of `text`. */
  readonly matches: readonly Span[];
  /** The first match in the source: where the page opens. */
  readonly place: Place;
}

/** UTF-16 units of text around a passage's matches, and at most in a passage. */
const before = 14;
const longest = 54;

interface PrintedMatch extends Span {
  readonly place: Place;
}

interface PrintedPiece extends PrintedMatch {
  readonly goesOn: boolean;
}

/** Pieces of one match, which follow one another, become one: side by side in print, or with what was set between two lines within. */
function wholeMatches(pieces: readonly PrintedPiece[]): readonly PrintedMatch[] {
  const matches: PrintedMatch[] = [];
  for (const { start, end, place, goesOn } of pieces) {
    const previous = goesOn ? matches.pop() : undefined;
    matches.push(previous ? { ...previous, end } : { start, end, place });
  }
  return matches;
}

const fieldOfRole: Readonly<Partial<Record<HeadingRole, keyof ArticleFields>>> = {
  column: 'column',
  kicker: 'kicker',
  locality: 'locality',
  headline: 'headline',
  deck: 'deck',
  byline: 'byline',
  credit: 'credit',
};

/** `marks` are those of the article's edition, in edition order; headings first, then paragraphs as printed. */
export function excerptsOf(article: Article, marks: readonly MatchSpan[]): readonly Excerpt[] {
  return [...headingExcerpts(article, marks), ...paragraphExcerpts(article, marks)];
}

function headingExcerpts(article: Article, marks: readonly MatchSpan[]): readonly Excerpt[] {
  return [...new Set(article.heading.map(({ role }) => role))].flatMap((role) => {
    const field = fieldOfRole[role];
    const text = field ? article[field] : null;
    if (text === null) return [];
    const within = headingRunsOf(article.heading, role, text).flatMap((run) =>
      marks
        .filter((mark) => mark.source === run.source && mark.end > run.start && mark.start < run.end)
        .map((mark): PrintedPiece => {
          const [start, end] = [Math.max(mark.start, run.start), Math.min(mark.end, run.end)];
          return {
            start: start - run.start + run.at,
            end: end - run.start + run.at,
            place: { source: mark.source, offset: mark.start },
            goesOn: mark.goesOn ?? false,
          };
        }),
    );
    return passages(text, wholeMatches(within.filter((match) => match.end <= text.length)), { paragraph: null, role });
  });
}

function paragraphExcerpts(article: Article, marks: readonly MatchSpan[]): readonly Excerpt[] {
  return article.paragraphs.flatMap((paragraph, index) => {
    const within: PrintedPiece[] = [];
    for (const { source, start: from, end, goesOn = false } of marks) {
      const start = offsetOfPlace(paragraph, { source, offset: from });
      const last = offsetOfPlace(paragraph, { source, offset: end - 1 });
      if (start === null || last === null || last < start) continue;
      within.push({ start, end: last + 1, place: { source, offset: from }, goesOn });
    }
    return passages(
      paragraph.text,
      wholeMatches(within).toSorted((a, b) => a.start - b.start),
      { paragraph: index + 1, role: null },
    );
  });
}

/** Matches near one another share a passage. */
function passages(text: string, matches: readonly PrintedMatch[], where: Pick<Excerpt, 'paragraph' | 'role'>): readonly Excerpt[] {
  const groups: PrintedMatch[][] = [];
  for (const match of matches) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && match.end - Math.max(0, first.start - before) <= longest) group.push(match);
    else groups.push([match]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return [];
    const start = wholeWord(text, Math.max(0, first.start - before), -1);
    const end = wholeWord(text, Math.min(text.length, Math.max(start + longest, last.end)), 1);
    const lead = start > 0 ? '…' : '';
    return {
      ...where,
      text: lead + (end < text.length ? `${text.slice(start, end).trimEnd()}…` : text.slice(start, end)),
      matches: group.map((match) => ({ start: match.start - start + lead.length, end: match.end - start + lead.length })),
      place: first.place,
    };
  });
}

const longestWord = 20;

/** Never between the halves of a surrogate pair, nor inside a word of Latin letters, whose end lies the way given. */
function wholeWord(text: string, at: number, way: 1 | -1): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff) return at - 1;
  let edge = at;
  while (Math.abs(edge - at) < longestWord && inLatinWord.test(text.slice(Math.max(0, edge - 1), edge + 1))) edge += way;
  return Math.abs(edge - at) < longestWord ? edge : at;
}

/** Two letters of one word. */
const inLatinWord = /^[\p{Script=Latin}\p{N}’']{2}$/u;
