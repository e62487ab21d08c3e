import { blockText, revised } from '../document';
import type { Block, Document } from '../document';
import { labelled } from '../passes/label-by-grammar';
import {
  endsSentence,
  isCapitalHeading,
  isCapitalisedTitle,
  isInCapitals,
  isLatinText,
  isNoise,
  isSentenceCaseTitle,
  leadsOn,
  startsLowerCase,
} from './latin-lines';

/** A capitalised line is a title only over text of at least this many characters. */
const LEAST_STORY = 80;

/**
 * Labels English text: headings in capitals, lone lines over text where every paragraph is one line, and as running text all that is no title;
 * titles of other kinds are left to the passes that follow.
 */
export function labelEnglish(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  if (!texts.some((text) => isLatinText(text))) return document;
  const unbroken = document.blocks.every((block) => block.spans.length === 1);
  const displayed = displayedSentences(texts);
  const running = runningHeads(texts);
  const firstStory = texts.findIndex((text) => text.length >= LEAST_ARTICLE);
  const headEnd = firstStory < 0 ? texts.length : firstStory;
  let headed = false;
  const blocks = document.blocks.map((block, index) => {
    const text = texts[index] as string;
    if (block.role !== null || !isLatinText(text)) {
      headed = false;
      const strayMarks = block.role === null && isNoise(text) && isLatinText(`${texts[index - 1] ?? ''}${texts[index + 1] ?? ''}`);
      return strayMarks ? labelled(block, 'body', 'stray-marks', 'likely') : block;
    }
    if (running.has(text)) {
      headed = false;
      return labelled(block, 'furniture', TURNS_PAGE, 'likely');
    }
    if (index < headEnd && PRICE.test(text)) {
      headed = false;
      return labelled(block, 'furniture', TURNS_PAGE, 'likely');
    }
    if (displayed.has(index)) {
      headed = false;
      return labelled(block, 'body', 'running-text', 'likely');
    }
    if (isCapitalHeading(text)) {
      const role = headed ? 'deck' : 'headline';
      headed = true;
      return labelled(block, role, 'capital-heading', 'likely');
    }
    headed = false;
    if (unbroken && standsOverText(document.blocks, texts, index)) return labelled(block, 'headline', 'title-over-text', 'likely');
    if (isCapitalisedTitle(text) && (texts[index + 1] ?? '').length >= LEAST_STORY && !endsSentence(text)) return block;
    return labelled(block, 'body', 'running-text', 'likely');
  });
  return revised(document, { blocks });
}

/** Text this long is none of what stands at a paper's head, be it a motto. */
const LEAST_ARTICLE = 160;

/** What the paper costs, at its head: PRICE 7d, Price Sixpence. The same under an advertisement is that of a book. */
const PRICE = /^price\s+(?:[£$]?\d{1,3}\s?(?:[dscp¢]|cents?|pence)?|\w{3,6}(?:pence|penny|cents))\.?$/i;

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

/** Text of at least this many characters is enough under a title that stands clear of what is above it. */
const LEAST_PARAGRAPH = 40;

/** A line that ends no sentence, behind a finished text or nothing, over a text or a signed text. */
function standsOverText(blocks: readonly Block[], texts: readonly string[], index: number): boolean {
  const before = texts[index - 1];
  if (!isSentenceCaseTitle(texts[index]!) || (before !== undefined && blocks[index - 1]!.role === null && !endsSentence(before)))
    return false;
  const below = texts[blocks[index + 1]?.role === 'byline' ? index + 2 : index + 1] ?? '';
  return below.length >= LEAST_PARAGRAPH && endsSentence(below) && /^[“"'‘(]?\p{Lu}/u.test(below);
}
