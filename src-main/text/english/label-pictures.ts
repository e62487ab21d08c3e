/**
 * What a picture shows, over the line that says who took it: a caption of the story it stands in where both name the same, else a picture by
 * itself. Not for captions that end in their credit: label-english.ts.
 */
import { STANDS_OVER_TEXT } from '../document';
import type { Block } from '../document';
import { labelled } from '../passes/label-by-grammar';
import { endsSentence } from './latin-lines';
import { namesIn, wordsIn } from './word-stems';

/** The rule under which a caption is the text of a picture that belongs to no story. */
export const PICTURE_BY_ITSELF = 'picture-by-itself';

const LONGEST_CAPTION = 400;

export function labelPictures(blocks: readonly Block[], texts: readonly string[]): readonly Block[] {
  const found = [...blocks];
  let story = new Set<string>();
  let title = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const text = texts[index]!;
    const above = blocks[index - 1]?.role ?? null;
    // Right under a title or a name stands the story itself, be it a picture with a title.
    if (isOverCredit(blocks, index) && text.length <= LONGEST_CAPTION && endsSentence(text) && !STANDS_OVER_TEXT.has(above)) {
      const isOfStory = namesIn(text).some((name) => story.has(name)) || wordsIn(text).some((word) => title.has(word));
      found[index] = labelled(block, 'caption', isOfStory ? 'text-over-credit' : PICTURE_BY_ITSELF, 'likely');
      continue;
    }
    if (block.role === 'jump' || block.role === 'furniture' || (block.role === 'headline' && above !== 'headline')) {
      story = new Set();
      title = new Set();
    }
    for (const name of namesIn(text)) story.add(name);
    if (block.role === 'headline') for (const word of wordsIn(text)) title.add(word);
  }
  return found;
}

function isOverCredit(blocks: readonly Block[], index: number): boolean {
  const below = blocks[index + 1];
  return blocks[index]!.role === 'body' && below?.role === 'credit' && below.judgement.rule === 'credit-grammar';
}
