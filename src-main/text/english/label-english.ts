import { blockText, revised } from '../document';
import type { Block, BlockRole, Document } from '../document';
import { labelled } from '../passes/label-by-grammar';
import { isBareLatinName, isEnglishAuthorNote, isPlaceLine, isSignedWithPlace, nameInByline, tellsOfAuthor } from './authors';
import { isAuthorAt } from './author-lines';
import { isLatinText } from '../../contract/latin-text';
import {
  endsLikeText,
  endsSentence,
  isCapitalHeading,
  isCapitalisedTitle,
  isInCapitals,
  isNoise,
  isSectionName,
  leadsOn,
  namesSection,
  namesTwoSections,
  startsLowerCase,
} from './latin-lines';
import { labelLocalities } from './label-localities';
import { labelPictures } from './label-pictures';
import { endsInPictureCredit, isPictureCredit } from './picture-credits';
import {
  LEAST_PARAGRAPH,
  LONGEST_TITLE,
  isDeckBefore,
  isLabelOverTitle,
  isSectionOverLabel,
  isStandingTitle,
  isSubhead,
  isTitle,
  wordCount,
} from './titles';
import type { EnglishPage, Story } from './titles';
import { isEnglishPaperName, isIndexLine, isIndexTitle, isEnglishRunningHead, isPrice } from './running-head';

/** A capitalised line is a title only over text of at least this many characters. */
const LEAST_STORY = 80;

/**
 * Labels English text: what stands at the head of a page, who wrote it, headings in capitals, lines that stand clear over a text or a signed
 * text, and as running text all that is no title; titles of other kinds are left to the passes that follow.
 */
export function labelEnglish(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  if (!texts.some((text) => isLatinText(text))) return document;
  const page: EnglishPage = {
    blocks: labelByName(document.blocks, texts),
    texts,
    displayed: displayedSentences(texts),
    unbroken: document.blocks.every((block) => block.spans.length === 1),
  };
  const blocks: Block[] = [];
  let story = UNTOLD;
  for (const [index, block] of page.blocks.entries()) {
    const found = block.role === null ? roleOf(page, index, blocks[index - 1], story) : null;
    blocks.push(found ? labelled(block, found[0], found[1], 'likely') : block);
    story = storyWith(story, blocks[index]!, blocks[index - 1]?.role, texts[index]!);
  }
  return revised(document, { blocks: labelLocalities(labelPictures(blocks, texts), texts) });
}

const UNTOLD: Story = { titleWords: 0, paragraphs: 0, author: null };

/** The story with one more block of it, or the next one where a headline opens it. */
function storyWith(story: Story, { role }: Block, above: BlockRole | null | undefined, text: string): Story {
  if (role === 'body') return { ...story, paragraphs: story.paragraphs + 1 };
  if (role === 'byline') return { ...story, author: story.author ?? nameInByline(text) };
  if (role === 'jump') return UNTOLD;
  if (role !== 'headline') return story;
  return { titleWords: wordCount(text) + (above === 'headline' ? story.titleWords : 0), paragraphs: 0, author: null };
}

const RUNNING_TEXT = ['body', 'running-text'] as const;

/** The role of a line and the rule that gives it; null where it is left to the passes that follow. `above` has its role already. */
function roleOf(page: EnglishPage, index: number, above: Block | undefined, story: Story): readonly [BlockRole, string] | null {
  const { texts } = page;
  const text = texts[index]!;
  const [before = '', next = ''] = [texts[index - 1], texts[index + 1]];
  if (!isLatinText(text)) return isNoise(text) && isLatinText(before + next) ? ['body', 'stray-marks'] : null;
  if (page.displayed.has(index)) return RUNNING_TEXT;
  const title = above?.role === 'headline' || above?.role === 'deck' ? 'deck' : 'headline';
  if (isSectionOverLabel(page, index))
    return isLabelOverTitle(page, index + 1) && !namesSection(next) ? ['column', 'section-name'] : ['furniture', 'section-name'];
  if (isLabelOverTitle(page, index))
    return isSectionName(text) && namesSection(text) ? ['column', 'section-name'] : ['kicker', 'title-over-title'];
  if (isPlaceLine(text) && above?.role === 'byline') return RUNNING_TEXT;
  if (isCapitalHeading(text) || isLongCapitalHeading(page, index))
    return isSignature(page, index) ? RUNNING_TEXT : [title, 'capital-heading'];
  if (story.author !== null && story.paragraphs > 0 && tellsOfAuthor(text, story.author)) return ['credit', 'author-note'];
  if (isSubhead(page, index, above, story)) return ['subhead', 'title-in-text'];
  if (isTitle(page, index, above) || isJumpWord(page, index)) return [title, 'title-over-text'];
  if (above?.role === 'headline' && isDeckBefore(page, index)) return ['deck', 'text-over-byline'];
  if (isStandingTitle(page, index, above)) return ['kicker', 'title-over-title'];
  return isCapitalisedTitle(text) && next.length >= LEAST_STORY && !endsSentence(text) ? null : RUNNING_TEXT;
}

/** Running heads, prices, names and offices of authors: lines that say themselves what they are, some of them only by where they stand. */
function labelByName(blocks: readonly Block[], texts: readonly string[]): readonly Block[] {
  const running = runningHeads(texts);
  const firstStory = texts.findIndex((text) => text.length >= LEAST_ARTICLE);
  const headEnd = firstStory < 0 ? texts.length : firstStory;
  const heads = texts.map((text) => isEnglishRunningHead(text));
  return blocks.map((block, index) => {
    const text = texts[index]!;
    if (block.role !== null || !isLatinText(text)) return block;
    const isHead = heads[index]!;
    const besideHead = heads[index - 1] === true || heads[index + 1] === true;
    // A day by itself further down is what a column is headed by.
    if (running.has(text) || (index < headEnd && isPrice(text)) || (isHead && (index < headEnd || besideHead || !isCapitalHeading(text))))
      return labelled(block, 'furniture', TURNS_PAGE, 'likely');
    if (isOfIndex(texts, index)) return labelled(block, 'furniture', 'index', 'likely');
    if (heads[index - 1] === true && (namesTwoSections(text) || (heads[index + 1] === true && isCapitalHeading(text))))
      return labelled(block, 'furniture', 'section-name', 'likely');
    if (besideHead && isEnglishPaperName(text)) return labelled(block, 'furniture', 'nameplate', 'likely');
    if (isAuthorAt(texts, index)) return labelled(block, 'byline', 'byline-grammar', 'likely');
    if (isPictureCredit(text) && endsSentence(texts[index - 1] ?? '')) return labelled(block, 'credit', 'credit-grammar', 'likely');
    if (isSignedWithPlace(text) && endsSentence(texts[index - 1] ?? '')) return labelled(block, 'body', 'signature', 'likely');
    if (isEnglishAuthorNote(text)) return labelled(block, 'credit', 'author-note', 'likely');
    if (endsInPictureCredit(text)) return labelled(block, 'caption', 'picture-credit', 'likely');
    return block;
  });
}

/** A section with its page among others, or the word over them. */
function isOfIndex(texts: readonly string[], index: number): boolean {
  const [above = '', text, below = ''] = [texts[index - 1], texts[index]!, texts[index + 1]];
  return isIndexLine(text) ? isIndexLine(above) || isIndexLine(below) : isIndexTitle(text, below);
}

/** Text this long is none of what stands at a paper's head, be it a motto. */
const LEAST_ARTICLE = 160;

/** Lines in capitals that run on from one to the next; a title seldom takes more than two. */
const LEAST_DISPLAYED = 3;

/** The lines of sentences set in capitals, as advertisements are: each leads on to the next, so that none is a title. */
function displayedSentences(texts: readonly string[]): ReadonlySet<number> {
  const displayed = new Set<number>();
  let from = 0;
  for (let at = 0; at < texts.length; at++) {
    if (isInCapitals(texts[at]!) && leadsOn(texts[at]!) && isInCapitals(texts[at + 1] ?? '')) continue;
    if (at - from + 1 >= LEAST_DISPLAYED) for (let line = from; line <= at; line++) displayed.add(line);
    from = at + 1;
  }
  return displayed;
}

/** The rule under which a running head parts the text of two pages: what follows need not go on with what stood before. */
export const TURNS_PAGE = 'running-head-in-text';

/** Lines in capitals that stand more than once, and each time between two halves of a sentence: the paper's name at the head of its pages. */
function runningHeads(texts: readonly string[]): ReadonlySet<string> {
  const parted = new Map<string, { times: number; between: number }>();
  for (const [index, text] of texts.entries()) {
    if (!isCapitalHeading(text)) continue;
    const seen = parted.get(text) ?? { times: 0, between: 0 };
    seen.times++;
    if (startsLowerCase(texts[index + 1] ?? '')) seen.between++;
    parted.set(text, seen);
  }
  return new Set([...parted].filter(([, { times, between }]) => times > 1 && between === times).map(([text]) => text));
}

/** A heading in capitals over several lines. */
function isLongCapitalHeading({ blocks, texts }: EnglishPage, index: number): boolean {
  const text = texts[index]!;
  return blocks[index]!.spans.length > 1 && text.length <= LONGEST_TITLE && isInCapitals(text) && !endsLikeText(text) && !leadsOn(text);
}

/** The word by which a story is found again, over the line that says where it comes from. */
function isJumpWord({ blocks, texts }: EnglishPage, index: number): boolean {
  return isSectionName(texts[index]!) && blocks[index + 1]?.role === 'jump';
}

/** A name in capitals with nothing under it but where its bearer lives, as under a letter. */
function isSignature({ texts }: EnglishPage, index: number): boolean {
  const [before = '', text, next = ''] = [texts[index - 1], texts[index]!, texts[index + 1]];
  return isBareLatinName(text) && !text.endsWith('.') && endsSentence(before) && next.length < LEAST_PARAGRAPH && !isCapitalHeading(next);
}
