/**
 * Sets one article for reading alone: its paragraphs as lines of one measure, across or down. Pure.
 * Not for pages, and not for the article's heading, which the browser sets.
 */
import type { Article } from '../../../src-main/contract/model';
import type { Advances } from './advances';
import type { MeasuredLine, Run } from './break-lines';
import type { Fragment, ParserMark } from './composed-page';
import { breakParagraph } from './break-paragraph';
import { fragmentsOf } from './fragments';
import { marksOf } from './parser-marks';

export interface ArticleLine {
  readonly text: string;
  /** Offsets into `text`. */
  readonly runs: readonly Run[];
  readonly fragments: readonly Fragment[];
  readonly paragraph: number;
  readonly role: 'body' | 'subhead' | 'caption';
  /** Printed UTF-16 offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
  /** In em. */
  readonly indent: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly mark: ParserMark | null;
}

export interface ArticleRules {
  /** Characters in a line. */
  readonly measure: number;
  readonly justify: boolean;
}

export function setArticle(article: Article, rules: ArticleRules, advances: Advances): readonly ArticleLine[] {
  return article.paragraphs.flatMap((paragraph, index) =>
    breakParagraph(paragraph, rules.measure, rules.justify, advances).lines.map((line) => articleLine(article, index, line)),
  );
}

function articleLine(article: Article, paragraph: number, line: MeasuredLine): ArticleLine {
  const printed = article.paragraphs[paragraph];
  if (!printed) throw new Error('a measured line lies in its article');
  const mark = marksOf(article).find((one) => one.paragraph === paragraph && one.offset >= line.start && one.offset < line.end);
  return {
    text: printed.text.slice(line.start, line.end),
    runs: line.runs.map((run) => ({ ...run, start: run.start - line.start, end: run.end - line.start })),
    fragments: fragmentsOf(printed, line.start, line.end),
    paragraph,
    role: printed.role,
    start: line.start,
    end: line.end,
    indent: line.indent,
    first: line.first,
    last: line.last,
    mark: mark?.mark ?? null,
  };
}
