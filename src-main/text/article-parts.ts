/** What the passes share that give headings and texts to each other: what stands over an article's text and below, and how a run of articles is replaced. */
import type { Judgement } from '../contract/model';
import type { ParsedNotice } from '../contract/parsed';
import type { ArticleDraft, BlockRole, Document } from './document';
import { blockText, revised } from './document';

/** The rule under which a heading has got the text above it. */
export const BELOW = 'headings-below-texts';

export function mayTurn({ kind, jump }: ArticleDraft): boolean {
  return (kind === 'feature' || kind === 'brief') && jump?.from == null;
}

/** What an article says, with the lines that stand over it, and those that stand with its text: who signed it, where it goes on. */
export interface Part {
  readonly article: ArticleDraft;
  readonly over: readonly number[];
  readonly below: readonly number[];
  readonly title: string;
  readonly text: string;
}

export function partOf(document: Document, article: ArticleDraft): Part {
  const first = firstOfText(article);
  const over = linesOver(article);
  return {
    article,
    over,
    below: article.heading.filter((index) => index > first),
    title: titleOf(document, over),
    text: article.paragraphs.flatMap(({ blocks }) => blocks.map((index) => blockText(document, document.blocks[index]!))).join(''),
  };
}

export function linesOver(article: ArticleDraft): readonly number[] {
  const first = firstOfText(article);
  return article.heading.filter((index) => index < first);
}

/** Where the article begins in the file, be it with its heading or its text. */
export function firstBlock({ heading, paragraphs }: Pick<ArticleDraft, 'heading' | 'paragraphs'>): number {
  return Math.min(heading[0] ?? Infinity, paragraphs[0]?.blocks[0] ?? Infinity);
}

function firstOfText({ paragraphs }: ArticleDraft): number {
  return paragraphs[0]?.blocks[0] ?? Infinity;
}

/** The running text of these paragraphs, without subheads and captions. */
export function bodyOf(document: Document, paragraphs: ArticleDraft['paragraphs']): string {
  return paragraphs
    .filter(({ role }) => role === 'body')
    .flatMap(({ blocks }) => blocks.map((index) => blockText(document, document.blocks[index]!)))
    .join('');
}

const TELLS_OF_TEXT: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['kicker', 'headline', 'deck']);

/** What the kicker, headline and deck among these lines say. */
export function titleOf(document: Document, lines: readonly number[]): string {
  return lines
    .filter((index) => TELLS_OF_TEXT.has(document.blocks[index]!.role))
    .map((index) => blockText(document, document.blocks[index]!))
    .join('\n');
}

/** Tells that these lines, a title and what has come under it, do not stand together in print. */
export function orderNotice(document: Document, lines: readonly number[], judgement: Judgement): ParsedNotice {
  const spans = lines.map((index) => document.blocks[index]!.spans[0]!).map(({ start, end }) => ({ start, end }));
  return { kind: 'order', spans, judgement };
}

/** What stands for `length` articles of a document, and what is told of it. */
export interface Replacement {
  readonly articles: readonly ArticleDraft[];
  readonly notices: readonly ParsedNotice[];
  readonly length: number;
}

/** Puts others for the articles from `at` on wherever `replacementAt` has some; the document itself where nothing is told of. */
export function withReplaced(document: Document, replacementAt: (at: number) => Replacement | null): Document {
  const articles: ArticleDraft[] = [];
  const notices: ParsedNotice[] = [];
  for (let at = 0; at < document.articles.length;) {
    const replacement = replacementAt(at);
    articles.push(...(replacement?.articles ?? [document.articles[at]!]));
    notices.push(...(replacement?.notices ?? []));
    at += replacement?.length ?? 1;
  }
  return notices.length === 0 ? document : revised(document, { articles, notices: [...document.notices, ...notices] });
}
