/** From a place in a source's text to the words printed there and the article that holds them, and back from a match to its place. */
import type { ArticleFields, Place } from '../contract/model';
import { offsetOfPlace, placeOfOffset } from '../contract/printed-text';
import type { MatchPlace } from '../search/search';
import type { StoredArticle } from '../store/articles';
import { placedParagraphs, storyParagraphs } from './story-paragraphs';

/** As `Bookmark.quote` promises. */
export const QUOTE_LENGTH = 80;

/** The article of `articles` (all of one source) that holds the place or, between articles, the nearest one before it in the file. */
export function articleAt(articles: readonly StoredArticle[], offset: number): StoredArticle | undefined {
  let nearest: StoredArticle | undefined;
  let nearestEnd = -1;
  for (const article of articles) {
    for (const { start, end } of spansOf(article)) {
      if (offset >= start && offset < end) return article;
      if (end <= offset && end > nearestEnd) {
        nearest = article;
        nearestEnd = end;
      }
    }
  }
  return nearest ?? articles[0];
}

/** What is printed from the place on, to the end of its paragraph or heading, at most 80 characters. */
export function quoteAt(article: StoredArticle | undefined, text: string, offset: number): string {
  if (article) {
    for (const paragraph of placedParagraphs(article)) {
      const at = offsetOfPlace(paragraph, { source: article.source, offset });
      if (at !== null) return cut(paragraph.text.slice(at));
    }
    const heading = article.parsed.heading.find(({ start, end }) => offset >= start && offset < end);
    if (heading) return cut(text.slice(offset, heading.end));
  }
  return cut(/\S.*/u.exec(text.slice(offset, offset + 1000))?.[0] ?? '');
}

/**
 * What a place is known by where its own words are no beginning: the first words of the article's text for one in its heading, the sentence from
 * its beginning for one within it; else null.
 */
export function openingAfter(article: StoredArticle | undefined, offset: number): string | null {
  if (!article) return null;
  for (const paragraph of placedParagraphs(article)) {
    const at = offsetOfPlace(paragraph, { source: article.source, offset });
    if (at === null) continue;
    const begins = sentenceBegin(paragraph.text, at);
    return begins < at ? cut(paragraph.text.slice(begins)) : null;
  }
  const inHeading = article.parsed.heading.some(({ start, end }) => offset >= start && offset < end);
  const text = inHeading ? article.parsed.paragraphs.find(({ text: words }) => words.trim() !== '')?.text : undefined;
  return text === undefined ? null : cut(text);
}

/** With its closing quotation marks and brackets; a full stop ends a sentence only before a space. */
const SENTENCE_END = /(?:[。！？!?…]+|\.(?=\s))[”’」』）)]*\s*/gu;

function sentenceBegin(text: string, at: number): number {
  return Array.from(text.matchAll(SENTENCE_END), ({ index, 0: end }) => index + end.length).findLast((begins) => begins <= at) ?? 0;
}

/** Cuts between characters, never through one. */
function cut(text: string): string {
  const end = QUOTE_LENGTH - (/[\ud800-\udbff]/.test(text.charAt(QUOTE_LENGTH - 1)) ? 1 : 0);
  return text.slice(0, end).trim();
}

function spansOf(article: StoredArticle) {
  return [...article.parsed.heading, ...article.parsed.paragraphs.flatMap((paragraph) => paragraph.spans)];
}

/** The first thing printed of an article: its heading, else its text. */
export function firstPlace(article: StoredArticle): Place {
  const first = article.parsed.heading[0] ?? article.parsed.paragraphs[0]?.spans[0];
  return { source: article.source, offset: first?.start ?? 0 };
}

/**
 * @param parts the story's articles in reading order
 * @param textOf each source's decoded text, for matches in headings
 */
export function placeOfMatch(parts: readonly StoredArticle[], match: MatchPlace, textOf: (source: number) => string): Place {
  if (match.field === 'paragraph') {
    const paragraph = storyParagraphs(parts).paragraphs[match.paragraph];
    return paragraph ? placeOfOffset(paragraph, match.start) : placeOfStory(parts);
  }
  return (
    headingRuns(parts, match.field, textOf)
      .find((run) => match.start < run.end)
      ?.place(match.start) ?? placeOfStory(parts)
  );
}

function placeOfStory(parts: readonly StoredArticle[]): Place {
  return parts[0] ? firstPlace(parts[0]) : { source: 0, offset: 0 };
}

export interface HeadingRun {
  /** UTF-16 code units of the field's text. */
  readonly start: number;
  readonly end: number;
  place(at: number): Place;
}

/** The one run that a heading field is printed from, where it is printed exactly as long as it stands in the source; else null. */
export function plainHeading(parts: readonly StoredArticle[], field: keyof ArticleFields): HeadingRun | null {
  const owner = parts.find((part) => part.parsed[field] !== null);
  const printed = owner?.parsed[field];
  const [only, ...others] = owner?.parsed.heading.filter(({ role }) => role === field) ?? [];
  if (!owner || !printed || !only || others.length > 0 || only.end - only.start !== printed.length) return null;
  return runAt(0, printed.length, owner.source, only.start);
}

/**
 * The runs of source text that a heading field is printed from. A column title may stand over an earlier article, and a signed piece's
 * byline within its kicker: then no run, or the one that holds it.
 */
export function headingRuns(
  parts: readonly StoredArticle[],
  field: keyof ArticleFields,
  textOf: (source: number) => string,
): readonly HeadingRun[] {
  const owner = parts.find((part) => part.parsed[field] !== null);
  const printed = owner?.parsed[field];
  if (!owner || !printed) return [];
  const source = owner.source;
  const text = textOf(source);
  const runs: HeadingRun[] = [];
  let from = 0;
  for (const heading of owner.parsed.heading) {
    if (heading.role !== field) continue;
    const run = text.slice(heading.start, heading.end);
    const start = printed.indexOf(run, from);
    if (start < 0) continue;
    runs.push(runAt(start, run.length, source, heading.start));
    from = start + run.length;
  }
  if (runs.length > 0) return runs;
  for (const heading of owner.parsed.heading) {
    const at = text.slice(heading.start, heading.end).indexOf(printed);
    if (at >= 0) return [runAt(0, printed.length, source, heading.start + at)];
  }
  return [];
}

function runAt(start: number, length: number, source: number, offset: number): HeadingRun {
  return { start, end: start + length, place: (at) => ({ source, offset: offset + Math.max(0, at - start) }) };
}
