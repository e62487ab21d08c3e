/**
 * Where the parser's findings stand in an article's text: one small mark in the gutter of a line.
 * Not for wording them.
 */
import type { Article, Notice, NoticeKind, SourceSpan } from '../../../src-main/contract/model';
import { offsetOfPlace, sourceSpansOf } from '../../../src-main/contract/printed-text';
import { hasSeam, markOfNotice } from '../notice-words';
import { beginningOfLastWords, endOfFirstWords } from '../whole-words';
import type { ParserMark } from './composed-page';

export interface MarkPlace {
  readonly mark: ParserMark;
  readonly paragraph: number;
  /** Printed UTF-16 offset in the paragraph. */
  readonly offset: number;
}

/** The mark that a finding has in the text; what is only to be known has none. */
function markIn(kind: NoticeKind): ParserMark | null {
  const mark = markOfNotice[kind];
  return mark === 'note' ? null : mark;
}

const known = new WeakMap<Article, readonly MarkPlace[]>();

export function marksOf(article: Article): readonly MarkPlace[] {
  const found = known.get(article);
  if (found) return found;
  const marks: MarkPlace[] = [];
  for (const notice of article.notices) {
    const mark = markIn(notice.kind);
    // What came to stand after something else is marked where it begins: before it may be a heading, which carries no marks.
    const anchor = mark && hasSeam(mark) ? notice.spans.at(-1) : doubtedWords(article, notice)[0];
    const place = mark && anchor && printedPlaceOf(article, anchor);
    if (mark && place) marks.push({ mark, ...place });
  }
  known.set(article, marks);
  return marks;
}

/** Characters at the edge of a text whose other half is missing that are shown as doubtful. */
const EDGE = 4;

/**
 * What of a finding is doubted: of a text that breaks off its end, of one that begins in the middle or belongs nowhere its beginning, else all of it.
 * No Latin word is doubted by half.
 */
export function doubtedWords(article: Article, notice: Notice): readonly SourceSpan[] {
  return doubtedIn(article, notice).flatMap((span) => wholeWords(article, span));
}

function doubtedIn(article: Article, { kind, spans, judgement }: Notice): readonly SourceSpan[] {
  const [first] = spans;
  if (kind !== 'orphan' || !first) return spans;
  return judgement.rule === 'sentence-broken-off' ? endOf(article, first, EDGE) : beginningOf(article, first, EDGE);
}

/** What is pointed out in the text while a finding is in front: where two pieces meet, or what is doubted. */
export function pointedOut(article: Article, notice: Notice): readonly SourceSpan[] {
  const [first, second] = notice.spans;
  if (!first || notice.kind === 'encoding') return [];
  return hasSeam(markOfNotice[notice.kind]) && second ? seamOf(article, first, second, EDGE) : doubtedWords(article, notice);
}

/** The words on either side of where two pieces meet: at least `length` characters of each. */
export function seamOf(article: Article, first: SourceSpan, second: SourceSpan, length: number): readonly SourceSpan[] {
  return [...endOf(article, first, length), ...beginningOf(article, second, length)];
}

/** In pieces where the source parts these words, as `endOf`. */
function beginningOf(article: Article, span: SourceSpan, length: number): readonly SourceSpan[] {
  if (span.end - span.start <= length) return [span];
  for (const paragraph of article.paragraphs) {
    const start = offsetOfPlace(paragraph, { source: span.source, offset: span.start });
    if (start === null) continue;
    const last = offsetOfPlace(paragraph, { source: span.source, offset: span.end - 1 }) ?? paragraph.text.length - 1;
    return sourceSpansOf(paragraph, start, endOfFirstWords(paragraph.text, { start, end: last + 1 }, length));
  }
  return [{ ...span, end: span.start + length }];
}

function endOf(article: Article, span: SourceSpan, length: number): readonly SourceSpan[] {
  if (span.end - span.start <= length) return [span];
  for (const paragraph of article.paragraphs) {
    const last = offsetOfPlace(paragraph, { source: span.source, offset: span.end - 1 });
    if (last === null) continue;
    const start = offsetOfPlace(paragraph, { source: span.source, offset: span.start }) ?? 0;
    return sourceSpansOf(paragraph, beginningOfLastWords(paragraph.text, { start, end: last + 1 }, length), last + 1);
  }
  return [{ ...span, start: span.end - length }];
}

const insideWord = /^[\p{Script=Latin}\p{M}\d'’][\p{Script=Latin}\p{M}\d'’]$/u;

/** The span, widened where it begins or ends within a word; in pieces where the source parts that word. */
function wholeWords(article: Article, span: SourceSpan): readonly SourceSpan[] {
  for (const paragraph of article.paragraphs) {
    const first = offsetOfPlace(paragraph, { source: span.source, offset: span.start });
    const last = offsetOfPlace(paragraph, { source: span.source, offset: span.end - 1 });
    if (first === null || last === null) continue;
    const parts = (at: number) => at > 0 && insideWord.test(paragraph.text.slice(at - 1, at + 1));
    let [start, end] = [first, last + 1];
    while (parts(start)) start -= 1;
    while (parts(end)) end += 1;
    if (start < first || end > last + 1) return sourceSpansOf(paragraph, start, end);
  }
  return [span];
}

/** Doubted words, to be underlined. */
export function doubtedSpans(article: Article): readonly SourceSpan[] {
  return article.notices.filter((notice) => markOfNotice[notice.kind] === 'doubt').flatMap((notice) => doubtedWords(article, notice));
}

interface PrintedPlace {
  readonly paragraph: number;
  readonly offset: number;
}

/** Where it is printed; of what is left out, where it would be: behind the last words before it, where none of its paragraph come after it. */
function printedPlaceOf(article: Article, span: SourceSpan): PrintedPlace | null {
  const place = placeOfSpan(article, span);
  if (!place) return null;
  const lengthOf = (paragraph: number) => article.paragraphs[paragraph]?.text.length ?? 0;
  if (place.offset < lengthOf(place.paragraph)) return place;
  for (let paragraph = place.paragraph; paragraph >= 0; paragraph -= 1)
    if (lengthOf(paragraph) > 0) return { paragraph, offset: lengthOf(paragraph) - 1 };
  const next = article.paragraphs.findIndex(({ text }, at) => at > place.paragraph && text !== '');
  return next < 0 ? null : { paragraph: next, offset: 0 };
}

/** The text beside which a passage that was left out is marked; null where nothing is printed there. */
export function markedBeside(article: Article, omitted: SourceSpan): SourceSpan | null {
  const place = printedPlaceOf(article, omitted);
  const paragraph = place && article.paragraphs[place.paragraph];
  return (paragraph && sourceSpansOf(paragraph, place.offset, place.offset + 1)[0]) ?? null;
}

function placeOfSpan(article: Article, span: SourceSpan): PrintedPlace | null {
  for (const [paragraph, candidate] of article.paragraphs.entries()) {
    const offset = offsetOfPlace(candidate, { source: span.source, offset: span.start });
    if (offset !== null) return { paragraph, offset };
  }
  return null;
}
