import { blockText } from '../document';
import type { Block, BlockRole, Document } from '../document';
import { endsSentence, isCapitalHeading, isCapitalisedTitle, isLatinText, isNoise } from './latin-lines';

/** A capitalised line is a title only over text of at least this many characters. */
const LEAST_STORY = 80;

/** Labels English text: headings in capitals, and as running text all that is no title; titles of other kinds are left to the passes that follow. */
export function labelEnglish(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  if (!texts.some((text) => isLatinText(text))) return document;
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
    if (isCapitalisedTitle(text) && (texts[index + 1] ?? '').length >= LEAST_STORY && !endsSentence(text)) return block;
    return labelled(block, 'body', 'running-text');
  });
  return { ...document, blocks };
}

function labelled(block: Block, role: BlockRole, rule: string): Block {
  return { ...block, role, judgement: { rule, confidence: 'likely' } };
}
