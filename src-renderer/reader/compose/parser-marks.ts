/**
 * Where the parser's findings stand in an article's text: one small mark in the gutter of a line.
 * Not for wording them.
 */
import type { Article, NoticeKind, SourceSpan } from '../../../src-main/contract/model';
import { offsetOfPlace } from '../../../src-main/contract/printed-text';
import type { ParserMark } from './composed-page';

export interface MarkPlace {
  readonly mark: ParserMark;
  readonly paragraph: number;
  /** Printed UTF-16 offset in the paragraph. */
  readonly offset: number;
}

const MARKS: Readonly<Partial<Record<NoticeKind, ParserMark>>> = {
  join: 'join',
  order: 'moved',
  'jump-linked': 'join',
  'lost-characters': 'doubt',
  'doubled-word': 'doubt',
  intrusion: 'doubt',
  'unbalanced-quote': 'doubt',
  duplicate: 'omit',
  'split-line': 'split',
};

const known = new WeakMap<Article, readonly MarkPlace[]>();

export function marksOf(article: Article): readonly MarkPlace[] {
  const found = known.get(article);
  if (found) return found;
  const marks: MarkPlace[] = [];
  for (const notice of article.notices) {
    const mark = MARKS[notice.kind];
    // What came to stand after something else is marked where it begins: before it may be a heading, which carries no marks.
    const anchor = mark === 'join' || mark === 'moved' ? notice.spans.at(-1) : notice.spans[0];
    const place = mark && anchor && placeOfSpan(article, anchor);
    if (mark && place) marks.push({ mark, ...place });
  }
  known.set(article, marks);
  return marks;
}

/** Doubted words, to be underlined. */
export function doubtedSpans(article: Article): readonly SourceSpan[] {
  return article.notices.filter((notice) => MARKS[notice.kind] === 'doubt').flatMap((notice) => notice.spans);
}

function placeOfSpan(article: Article, span: SourceSpan): { readonly paragraph: number; readonly offset: number } | null {
  for (const [paragraph, candidate] of article.paragraphs.entries()) {
    const offset = offsetOfPlace(candidate, { source: span.source, offset: span.start });
    if (offset !== null) return { paragraph, offset };
  }
  return null;
}
