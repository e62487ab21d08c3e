/**
 * The tree a parse works on: lines, blocks and articles that slice the decoded text by span, with judgements and notices.
 * The text itself is never normalised or rewritten; passes group and label, they never delete.
 * Not for deciding anything: every decision lives in a pass.
 */
import type { ArticleKind, EncodingName, Fact, HeadingRole, Judgement, Jump, ParagraphRole, Span } from '../contract/model';
import type { ParsedNotice, ParsedSpan } from '../contract/parsed';

/** A stretch of one physical line without the white space around it; a row holding several columns may be several lines. */
export interface Line extends Span {
  /** White space before it on its physical line, in full-width characters (a Latin space is half). */
  readonly indent: number;
  /** Blank physical lines between it and the line before it in the file. */
  readonly blankLinesBefore: number;
}

export type BlockRole = HeadingRole | ParagraphRole;

/** The lines over an article's text. A role not yet decided is none. */
export const STANDS_OVER_TEXT: ReadonlySet<BlockRole | null> = new Set<BlockRole>([
  'column',
  'kicker',
  'locality',
  'headline',
  'deck',
  'byline',
]);

/** A logical line: a paragraph, or the piece of one that lies together. Blocks are joined into paragraphs, and split, never merged. */
export interface Block {
  /** In reading order, each within one physical line. */
  readonly spans: readonly ParsedSpan[];
  readonly indent: number;
  readonly blankLinesBefore: number;
  /** Null until a pass has decided. */
  readonly role: BlockRole | null;
  readonly judgement: Judgement;
}

/** Blocks of one paragraph in reading order. `joins[i]` says why block i + 1 continues block i. */
export interface ParagraphDraft {
  readonly role: ParagraphRole;
  readonly blocks: readonly number[];
  readonly joins: readonly Judgement[];
}

/** An article in the making; numbers are indices into `Document.blocks`. */
export interface ArticleDraft {
  readonly kind: ArticleKind;
  readonly heading: readonly number[];
  readonly paragraphs: readonly ParagraphDraft[];
  /** Blocks of role column that stand over this article, though they may be kept by an earlier one. */
  readonly columnBlocks: readonly number[];
  readonly jump: Jump | null;
  readonly judgement: Judgement;
}

/** What passes ask of the character language model. Scores are in nats, log odds: 0 is even. */
export interface LanguageScores {
  /** Head goes on where tail stops, against: tail closes its paragraph and head opens one. */
  joinScore(tail: string, head: string): number;
  /** Either side of a break, for `joinAcross`; made once where it is held against several others. */
  breakTail(tail: string): BreakTail;
  breakHead(head: string): BreakHead;
  /** `joinScore` of sides that are at hand; below `least` only as much as is needed to know that it is below. */
  joinAcross(tail: BreakTail, head: BreakHead, least?: number): number;
  /** Head goes on where tail stops, against: head goes on from somewhere else. */
  affinity(tail: string, head: string): number;
  /** `joinScore` with at most one character lost at the break; `gap` is that character, or null where none is missing. */
  joinScoreWithGap(tail: string, head: string): { readonly score: number; readonly gap: string | null };
  /** Natural log of the probability of a character behind what stands before it. */
  nextScore(before: string, next: string): number;
  /** The paragraph ends after tail, against: it goes on. */
  endScore(tail: string): number;
  /** Head opens a paragraph, against: it comes from the middle of one. */
  startScore(head: string): number;
  /** A line reads like a title, against: like a piece of running text. */
  titleScore(line: string): number;
  /** A title reads like that of a series or section, against: like that of one story. */
  standingScore(title: string): number;
  /** Overlap of rare word parts (names, places, terms), 0 for nothing in common. */
  topicSimilarity(a: string, b: string): number;
  /** What a text is about, for `topicScore`; made once where a text is asked about several times. */
  topicPairs(text: string): TopicWords;
  /** The pairs of a text as they stand in it, repeats and all; overwritten by the next call. */
  pairsAsTheyStand(text: string): Int32Array;
  /** `topicSimilarity` of texts whose pairs are at hand. */
  topicScore(a: TopicWords, b: TopicWords): number;
  /** Numbers in a vector that tells what a text is about; texts of like matter have like vectors, though they share no words. */
  readonly matterSize: number;
  /** Where the vector of a pair of `topicPairs` is, for `sumMatter`; -1 where it has none. */
  matterPlace(pair: number): number;
  /** Fills `matterSize` numbers with the sum of the vectors at the first `count` of these places. */
  sumMatter(places: Int32Array, count: number, into: Int32Array): void;
  /** How common a pair of `topicPairs` is in the language: natural log of its share. */
  logShare(pair: number): number;
}

/** A break's two sides as the language model sees them. */
export interface BreakTail {
  readonly symbols: Uint16Array;
  readonly closing: number;
}
export interface BreakHead {
  readonly symbols: Uint16Array;
  readonly opening: number;
}

/** Distinct pairs of characters of a text, as keys. */
export interface TopicWords {
  readonly pairs: Int32Array;
  /** Pairs in the text, repeats counted. */
  readonly length: number;
}

export interface DocumentFacts {
  readonly paper: Fact<string>;
  readonly date: Fact<string>;
  readonly page: Fact<string>;
}

export interface Document {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly fileName: string | null;
  readonly path: string | null;
  readonly language: LanguageScores | null;
  /** In the order they are to be read. */
  readonly lines: readonly Line[];
  /** In the order they are to be read; empty until lines are formed into blocks. */
  readonly blocks: readonly Block[];
  /** In reading order; empty until blocks are grouped. */
  readonly articles: readonly ArticleDraft[];
  readonly notices: readonly ParsedNotice[];
  readonly facts: DocumentFacts;
}

/** The document with some of its parts new. Written out, since copies by spread have as many hidden classes as there are passes, which makes every access slow. */
export function revised(
  document: Document,
  parts: Partial<Pick<Document, 'lines' | 'blocks' | 'articles' | 'notices' | 'facts'>>,
): Document {
  return {
    text: document.text,
    encoding: document.encoding,
    fileName: document.fileName,
    path: document.path,
    language: document.language,
    lines: parts.lines ?? document.lines,
    blocks: parts.blocks ?? document.blocks,
    articles: parts.articles ?? document.articles,
    notices: parts.notices ?? document.notices,
    facts: parts.facts ?? document.facts,
  };
}

/** One decision over the whole document. Passes are pure and take time linear in the text. */
export interface Pass {
  readonly name: string;
  readonly run: (document: Document) => Document;
}

export const UNDECIDED: Judgement = { rule: 'undecided', confidence: 'guess' };

/** What is printed of a block: its text spans with their glue. */
export function blockText(document: { readonly text: string }, block: Block): string {
  const only = block.spans[0];
  if (block.spans.length === 1 && only?.kind === 'text') return document.text.slice(only.start, only.end);
  let printed = '';
  for (const span of block.spans) if (span.kind === 'text') printed += span.glue + document.text.slice(span.start, span.end);
  return printed;
}

/** A line of the article's heading has the office. */
export function hasInHeading(
  { blocks }: Pick<Document, 'blocks'>,
  { heading }: Pick<ArticleDraft, 'heading'>,
  role: BlockRole | null,
): boolean {
  return heading.some((index) => blocks[index]!.role === role);
}

export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x1c && code <= 0x1f) ||
    code === 0x85 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0xfeff
  );
}

/** UAX #14 mandatory breaks: a span never holds one. */
export function isLineBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}
