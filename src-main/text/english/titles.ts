/**
 * What in an English page is a title: by what stands above and below, by capitals, by who signs the text, by where its lines end.
 * Not for lines that say themselves what they are: label-english.ts. Every test takes a few blocks on either side.
 */
import type { Block } from '../document';
import { isBareLatinName, isPlaceLine, isSalutation, opensWithDateline } from './authors';
import {
  endsLikeText,
  endsSentence,
  isCapitalHeading,
  isInCapitals,
  isSectionName,
  isSentenceCaseTitle,
  isTitleLine,
  namesSection,
} from './latin-lines';
import { mayOpenSentence } from './ragged-lines';
import { ENDED_ON_PURPOSE } from './heading-stacks';

export interface EnglishPage {
  /** With the labels that lines have by what they say. */
  readonly blocks: readonly Block[];
  readonly texts: readonly string[];
  /** Lines of sentences in capitals. */
  readonly displayed: ReadonlySet<number>;
  /** Whether each paragraph of the file is one line. */
  readonly unbroken: boolean;
}

/** Text of at least this many characters is enough under a title that stands clear of what is above it. */
export const LEAST_PARAGRAPH = 40;

const MOST_LABEL_WORDS = 3;

/** A few words in capitals over a title in other letters, or one word over any title. */
export function isLabelOverTitle(page: EnglishPage, index: number): boolean {
  const text = page.texts[index] ?? '';
  if (!(isCapitalHeading(text) || isSectionName(text)) || /[.:!?]$/.test(text) || text.length > LONGEST_STANDING) return false;
  if (text.split(/\s+/u).length > MOST_LABEL_WORDS || !isTitle(page, index + 1, page.blocks[index])) return false;
  return isSectionName(text) || !isInCapitals(page.texts[index + 1]!);
}

/** The name of a section over the label of one of its pieces, or over another such name: BRIEFS over DONGHAI, NEWS over BRIEFS. */
export function isSectionOverLabel(page: EnglishPage, index: number): boolean {
  if (!namesSection(page.texts[index]!) || page.blocks[index + 1]?.role !== null) return false;
  return isLabelOverTitle(page, index + 1) || (namesSection(page.texts[index + 1]!) && isLabelOverTitle(page, index + 2));
}

/** What has been read of the article that a line may stand in. */
export interface Story {
  /** Words of its headline, 0 where it has none. */
  readonly titleWords: number;
  readonly paragraphs: number;
  /** Who has signed it. */
  readonly author: string | null;
}

/** Words of a title within a text, at most so many and about half of those of the headline; paragraphs above it. */
const MOST_SUBHEAD_WORDS = 5;
const LEAST_ABOVE_SUBHEAD = 2;

/** A few words between the paragraphs of one story: nothing stands over them or signs what is below. */
export function isSubhead(page: EnglishPage, index: number, above: Block | undefined, { titleWords, paragraphs }: Story): boolean {
  const text = page.texts[index]!;
  const words = wordCount(text);
  if (words > MOST_SUBHEAD_WORDS || words * 2 > titleWords + 1 || paragraphs < LEAST_ABOVE_SUBHEAD) return false;
  if (above?.role !== 'body' || !endsSentence(page.texts[index - 1]!) || isSigned(page, index) || isBareLatinName(text)) return false;
  return page.blocks[index + 1]?.role === null && !isSalutation(page.texts[index + 1]!) && isTitle(page, index, above);
}

export function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}

/** Lines of the widest title, and of a deck. */
const MOST_LINES = 4;

/**
 * A line or a few that end no sentence, clear of what stands above, over a text or a signed text. With capitals at its words it needs no
 * more; in the letters of a sentence it stands between blank lines, or each paragraph of the file is one line.
 */
export function isTitle(page: EnglishPage, index: number, above: Block | undefined): boolean {
  const { blocks, texts, unbroken } = page;
  const block = blocks[index];
  if (!mayBeTitle(block, texts[index]) || !isOverText(page, index)) return false;
  const text = texts[index]!;
  if (isSigned(page, index)) return true;
  if (isInCapitals(text)) return false;
  if (block.judgement === ENDED_ON_PURPOSE || isSalutation(texts[index + 1]!)) return true;
  const before = texts[index - 1];
  const isBetweenBlanks = block.blankLinesBefore > 0 && blocks[index + 1]!.blankLinesBefore > 0;
  const isOverIndent = block.blankLinesBefore > 0 && blocks[index + 1]!.indent > block.indent;
  const isClear =
    before === undefined || block.blankLinesBefore > 0 || endsSentence(before) || (above !== undefined && above.role !== 'body');
  return isClear && (isTitleLine(text) || isBetweenBlanks || isOverIndent || (unbroken && isSentenceCaseTitle(text)));
}

/** Whether what follows says who wrote it, where, or on which page it begins. */
function isSigned(page: EnglishPage, index: number): boolean {
  const { blocks, texts } = page;
  const next = blocks[index + 1];
  if (next?.role === 'byline' || next?.role === 'jump') return true;
  if (next?.role !== null) return false;
  return opensWithDateline(texts[index + 1]!) || isDeckBefore(page, index + 1);
}

const LONGEST_DECK = 220;

/** Lines between a title and who wrote it: a deck, be it a whole sentence. */
export function isDeckBefore({ blocks, texts }: EnglishPage, index: number): boolean {
  const block = blocks[index];
  return (
    block?.role === null && block.spans.length <= MOST_LINES && texts[index]!.length <= LONGEST_DECK && blocks[index + 1]?.role === 'byline'
  );
}

export const LONGEST_TITLE = 130;

function mayBeTitle(block: Block | undefined, text: string | undefined): block is Block {
  if (text === undefined || block?.role !== null || block.spans.length > MOST_LINES || text.length > LONGEST_TITLE) return false;
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  return words.length >= 2 && words.length <= 20 && /^[“"'‘]?[\p{Lu}\p{N}]/u.test(text) && !endsLikeText(text);
}

/** Whether the text of a story follows, behind a deck and who wrote it. */
function isOverText(page: EnglishPage, index: number): boolean {
  const { blocks, texts } = page;
  let at = index + 1;
  if (isDeckBefore(page, at)) at += 1;
  while (blocks[at]?.role === 'byline' || blocks[at]?.role === 'jump') at += 1;
  if (blocks[at - 1]?.role === 'byline' && blocks[at]?.role === null && isPlaceLine(texts[at]!)) at += 1;
  const below = texts[at] ?? '';
  if (blocks[at]?.role === null && isSalutation(below)) return true;
  if (blocks[at]?.role !== null || below.length < LEAST_PARAGRAPH) return false;
  if (blocks[at - 1]?.role === 'jump') return true;
  return (endsSentence(below) || blocks[at]!.spans.length > 1) && mayOpenSentence(below);
}

const LONGEST_STANDING = 24;

/** A short line between blank lines over a title, as a standing column bears: Letters to the Editor. */
export function isStandingTitle(page: EnglishPage, index: number, above: Block | undefined): boolean {
  const { blocks, texts } = page;
  const [block, next] = [blocks[index]!, blocks[index + 1]];
  return (
    texts[index]!.length <= LONGEST_STANDING &&
    mayBeTitle(block, texts[index]) &&
    (index === 0 || block.blankLinesBefore > 0 || above?.role === 'furniture') &&
    next !== undefined &&
    next.blankLinesBefore > 0 &&
    isTitle(page, index + 1, block)
  );
}
