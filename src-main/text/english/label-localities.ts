/**
 * Places over short pieces: in a row of briefs each has its own in capitals, and no section's name is one. A label over a single story is left
 * as it is: it may as well be a topic.
 */
import type { Block } from '../document';
import { labelled } from '../passes/label-by-grammar';
import { namesSection } from './latin-lines';

/** Labelled pieces that must follow each other, and paragraphs of the longest. */
const LEAST_IN_ROW = 2;
const LONGEST_PIECE = 2;

export function labelLocalities(blocks: readonly Block[], texts: readonly string[]): readonly Block[] {
  const found = [...blocks];
  let row: number[] = [];
  const close = (): void => {
    if (row.length >= LEAST_IN_ROW) for (const index of row) found[index] = labelled(blocks[index]!, 'locality', 'label-in-row', 'likely');
    row = [];
  };
  let next = 0;
  for (let at = 0; at < blocks.length; at++) {
    if (!mayBePlace(blocks[at]!, texts[at]!)) continue;
    const end = pieceEnd(blocks, at);
    if (end === at) continue;
    if (at !== next) close();
    row.push(at);
    next = end;
  }
  close();
  return found;
}

function mayBePlace({ role, judgement }: Block, text: string): boolean {
  return role === 'kicker' && judgement.rule === 'title-over-title' && /^[\p{Lu}\s.'’-]+$/u.test(text) && !namesSection(text);
}

/** What stands behind a label, its title and the few paragraphs of its piece; the label itself where these are not what follows. */
function pieceEnd(blocks: readonly Block[], label: number): number {
  if (blocks[label + 1]?.role !== 'headline') return label;
  let at = label + 2;
  while (blocks[at]?.role === 'body' && at - label - 2 < LONGEST_PIECE) at++;
  return at === label + 2 ? label : at;
}
