/**
 * Which words of an edition the reader has had before them, and what share of the whole that is. Kept while the app runs; of what was read
 * before only the share is known, and it is taken to be the edition's beginning. Not for the place where the reader is.
 */
import type { Article, Edition, EditionId, SourceId, SourceSpan, Span } from '../../src-main/contract/model';
import type { ComposedPage } from './compose/composed-page';

export interface ReadText {
  /** Characters there are to read: the text, without headings. */
  readonly total: number;
  /** In order and apart. */
  readonly read: Map<SourceId, readonly Span[]>;
}

export function textOf(article: Article): readonly SourceSpan[] {
  return article.paragraphs.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'text'));
}

export function textOn(pages: readonly ComposedPage[]): readonly SourceSpan[] {
  return pages.flatMap(({ modules }) =>
    modules.flatMap(({ parts }) =>
      parts.flatMap(({ elements }) => elements.flatMap((one) => (one.kind === 'line' && one.paragraph >= 0 ? one.fragments : []))),
    ),
  );
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

const overlap = (one: Span, other: Span): number => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));

/** How many characters of these have not been read yet. */
export function unreadIn({ read }: ReadText, spans: readonly SourceSpan[]): number {
  const known = (span: SourceSpan) => (read.get(span.source) ?? []).reduce((sum, one) => sum + overlap(one, span), 0);
  return spans.reduce((sum, span) => sum + span.end - span.start - known(span), 0);
}

export function markRead({ read }: ReadText, spans: readonly SourceSpan[]): void {
  for (const source of new Set(spans.map((span) => span.source))) {
    const own = spans.filter((span) => span.source === source);
    read.set(source, merged([...(read.get(source) ?? []), ...own]));
  }
}

function merged(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = apart.at(-1);
    if (last && start <= last.end) apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else apart.push({ start, end });
  }
  return apart;
}

/** 0 to 1. */
export function shareRead({ read, total }: ReadText): number {
  return total === 0 ? 0 : Math.min(1, [...read.values()].reduce((sum, spans) => sum + lengthOf(spans), 0) / total);
}

const totalOf = (contents: readonly Article[]): number => contents.reduce((sum, article) => sum + lengthOf(textOf(article)), 0);

export function readTextOf({ contents, progress }: Pick<Edition, 'contents' | 'progress'>): ReadText {
  const total = totalOf(contents);
  const text: ReadText = { total, read: new Map() };
  let rest = Math.round(progress * total);
  const before: SourceSpan[] = [];
  for (const span of contents.flatMap(textOf)) {
    if (rest <= 0) break;
    before.push({ ...span, end: Math.min(span.end, span.start + rest) });
    rest -= span.end - span.start;
  }
  markRead(text, before);
  return text;
}

const known = new Map<EditionId, { readonly contents: Edition['contents']; readonly text: ReadText }>();

/** What the reader has said of editions: it goes before what was kept of them. */
const said = new Map<EditionId, number>();

/** @param share 0 to 1 */
export function sayRead(edition: EditionId, share: number): void {
  said.set(edition, share);
  known.delete(edition);
}

/** The one account of an edition, which stays when the edition is read anew: its text lies where it lay. */
export function readTextInFront(edition: Edition): ReadText {
  const before = known.get(edition.id);
  if (before?.contents === edition.contents) return before.text;
  const text = before
    ? { total: totalOf(edition.contents), read: before.text.read }
    : readTextOf({ ...edition, progress: said.get(edition.id) ?? edition.progress });
  known.set(edition.id, { contents: edition.contents, text });
  return text;
}
