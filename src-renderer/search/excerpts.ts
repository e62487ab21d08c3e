/**
 * The passages of one article that a query matches, cut to a line or two around the matches.
 * Pure. The matches come from the library (`search.marks`); nothing is searched here.
 */
import type { Article, ArticleFields, HeadingRole, Place, SourceSpan, Span } from '../../src-main/contract/model';
import { offsetOfPlace } from '../../src-main/contract/printed-text';

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
  readonly sourceEnd: number;
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
export function excerptsOf(article: Article, marks: readonly SourceSpan[]): readonly Excerpt[] {
  return [...headingExcerpts(article, marks), ...paragraphExcerpts(article, marks)];
}

function headingExcerpts(article: Article, marks: readonly SourceSpan[]): readonly Excerpt[] {
  const found: Excerpt[] = [];
  for (const heading of article.heading) {
    const field = fieldOfRole[heading.role];
    const text = field ? article[field] : null;
    // A field put together from several runs has no plain offsets; its first run still tells that it matches.
    if (text === null) continue;
    const within = marks
      .filter((mark) => mark.source === heading.source && mark.start >= heading.start && mark.end <= heading.end)
      .map((mark) => ({
        start: mark.start - heading.start,
        end: mark.end - heading.start,
        place: { source: mark.source, offset: mark.start },
        sourceEnd: mark.end,
      }));
    found.push(
      ...passages(
        text,
        within.filter((match) => match.end <= text.length),
        { paragraph: null, role: heading.role },
      ),
    );
  }
  return found;
}

function paragraphExcerpts(article: Article, marks: readonly SourceSpan[]): readonly Excerpt[] {
  return article.paragraphs.flatMap((paragraph, index) => {
    const within: PrintedMatch[] = [];
    for (const mark of marks) {
      const start = offsetOfPlace(paragraph, { source: mark.source, offset: mark.start });
      const last = offsetOfPlace(paragraph, { source: mark.source, offset: mark.end - 1 });
      if (start === null || last === null || last < start) continue;
      const previous = within.at(-1);
      // One match across a joined break comes in two runs: side by side in print, apart in the source.
      const apart = previous?.sourceEnd !== mark.start || previous.place.source !== mark.source;
      if (previous?.end === start && apart) within[within.length - 1] = { ...previous, end: last + 1, sourceEnd: mark.end };
      else within.push({ start, end: last + 1, place: { source: mark.source, offset: mark.start }, sourceEnd: mark.end });
    }
    return passages(
      paragraph.text,
      within.toSorted((a, b) => a.start - b.start),
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
    const start = wholeCharacter(text, Math.max(0, first.start - before));
    const end = wholeCharacter(text, Math.min(text.length, Math.max(start + longest, last.end)));
    const lead = start > 0 ? '…' : '';
    return {
      ...where,
      text: lead + text.slice(start, end) + (end < text.length ? '…' : ''),
      matches: group.map((match) => ({ start: match.start - start + lead.length, end: match.end - start + lead.length })),
      place: first.place,
    };
  });
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
