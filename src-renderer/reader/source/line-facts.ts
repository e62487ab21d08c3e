/** What a line of the source is in the article in front, and what can be made of it. Pure. Not for wording it. */
import type { Article, HeadingRole, ParagraphRole, SourceId, Span } from '../../../src-main/contract/model';

export interface LineFacts {
  /** Where a change of it is anchored: its first run in the article, else its first character that is no white space. */
  readonly offset: number;
  /** Null where it is no part of the article. */
  readonly role: HeadingRole | ParagraphRole | null;
  /** Something stands before it in the article, so that another article can begin with it. */
  readonly mayBegin: boolean;
  /** Text stands behind it in the article, whose title it can be. */
  readonly mayHead: boolean;
  readonly mayJoin: boolean;
  readonly maySplit: boolean;
  /** A place of the article in the same source, for a line that is to come in; null where it has none there. */
  readonly into: number | null;
}

/** @param line of the source's text, without its line end; null where nothing stands in it */
export function lineFacts(article: Article, source: SourceId, text: string, line: Span): LineFacts | null {
  const blank = text.slice(line.start, line.end).search(/\S/u);
  if (blank < 0) return null;
  const within = (run: Span & { readonly source: SourceId }) => run.source === source && run.start >= line.start && run.start < line.end;
  const runs = [...article.heading, ...article.paragraphs.flatMap((paragraph) => paragraph.spans)];
  const heading = article.heading.findIndex(within);
  const at = article.paragraphs.findIndex(({ spans }) => spans.some(within));
  const paragraph = article.paragraphs[at];
  const run = paragraph?.spans.findIndex(within) ?? -1;
  const first = runs.find(within);
  const last = article.paragraphs.flatMap(({ spans }) => spans).findLast(({ kind }) => kind === 'text');
  return {
    offset: first?.start ?? line.start + blank,
    role: article.heading[heading]?.role ?? paragraph?.role ?? null,
    mayBegin: first !== undefined && runs.indexOf(first) > 0,
    mayHead: first !== undefined && last !== undefined && !within(last),
    mayJoin: heading >= 0 ? article.paragraphs.length > 0 : at > 0 && run === 0,
    maySplit: heading < 0 && run > 0,
    into: runs.find((one) => one.source === source)?.start ?? null,
  };
}
