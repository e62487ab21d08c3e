import { blockText } from '../document';
import type { Block, BlockRole, Document } from '../document';
import { endsSentence, isCapitalHeading, isCapitalisedTitle, isLatinText, isNoise, isSentenceCaseTitle } from './latin-lines';

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
  let headed = false;
  const blocks = document.blocks.map((block, index) => {
    const text = texts[index] as string;
    if (block.role !== null || !isLatinText(text)) {
      headed = false;
      const strayMarks = block.role === null && isNoise(text) && isLatinText(`${texts[index - 1] ?? ''}${texts[index + 1] ?? ''}`);
      return strayMarks ? labelled(block, 'body', 'stray-marks') : block;
    }
    if (isCapitalHeading(text)) {
      const role = headed ? 'deck' : 'headline';
      headed = true;
      return labelled(block, role, 'capital-heading');
    }
    headed = false;
    if (unbroken && standsOverText(document.blocks, texts, index)) return labelled(block, 'headline', 'title-over-text');
    if (isCapitalisedTitle(text) && (texts[index + 1] ?? '').length >= LEAST_STORY && !endsSentence(text)) return block;
    return labelled(block, 'body', 'running-text');
  });
  return { ...document, blocks };
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

function labelled(block: Block, role: BlockRole, rule: string): Block {
  return { ...block, role, judgement: { rule, confidence: 'likely' } };
}
