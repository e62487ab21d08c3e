import { blockText, revised } from '../document';
import type { Block, Document } from '../document';
import { isRow } from '../lines-beside';
import { isBareName, isLocality } from '../line-grammar';
import { VERSE } from '../whole-lines';
import { labelled } from './label-by-grammar';

/** Lines in characters, and how many of them a poem has at least. */
const LONGEST_VERSE = 18;
const LONGEST_TITLE = 24;
const LEAST_VERSES = 4;
/** Of its lines may have a mark inside: lines of a column broken off anywhere have one in every second. */
const MOST_MARKED = 0.25;
/** Longer lines on average are titles, one below the other. */
const MEAN_VERSE = 13;
/** A longer text below is no verse. */
const RUNNING_TEXT = 25;

/**
 * A poem: short lines under a title and its author, hardly one with a mark inside. Each verse stays a paragraph of its own, and no sentence
 * goes on from one to the next. The lines before the next text or author are its heading, and no verses.
 */
export function labelVerses(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  const blocks = [...document.blocks];
  let at = 1;
  while (at < blocks.length) {
    if (!isAuthorUnderTitle(blocks, texts, at - 1)) {
      at++;
      continue;
    }
    const end = endOfPoem(blocks, texts, at);
    if (isPoem(texts.slice(at, end))) {
      for (let index = at; index < end; index++) {
        const subhead = standsOverStanza(blocks[index]!, texts[index]!) && index + 1 < end;
        blocks[index] = labelled(blocks[index]!, subhead ? 'subhead' : 'body', VERSE, 'likely');
      }
    }
    at = Math.max(end, at + 1);
  }
  return revised(document, { blocks });
}

function isAuthorUnderTitle(blocks: readonly Block[], texts: readonly string[], index: number): boolean {
  const title = blocks[index - 1];
  if (!title || title.role === 'body' || title.role === 'furniture' || title.role === 'byline') return false;
  if (texts[index - 1]!.length > LONGEST_TITLE || /[。；]/u.test(texts[index - 1]!)) return false;
  const { role } = blocks[index]!;
  const author = texts[index]!;
  if (isLocality(author) || NO_POET.test(author)) return false;
  return role === 'byline' || (role === null && isBareName(author));
}

/** Who signs a report, or signs under a text. */
const NO_POET = /记者|通讯员|讯员|^[（(]/u;

function isVerse(block: Block, text: string): boolean {
  return (
    block.role === null &&
    text.length <= LONGEST_VERSE &&
    /\p{Script=Han}/u.test(text) &&
    !isRow(text) &&
    !NO_VERSE.test(text) &&
    !isLocality(text)
  );
}

/** A dateline, a deck, an entry. */
const NO_VERSE = /^(?:本报|据|——|──)|[0-9：]/u;

/** Where the poem that begins at `from` is over: at the first longer line or less indented one, or before the heading of what is below. */
function endOfPoem(blocks: readonly Block[], texts: readonly string[], from: number): number {
  const indent = blocks[from]?.indent ?? 0;
  const isNext = (index: number): boolean => isVerse(blocks[index]!, texts[index]!) && (indent === 0 || blocks[index]!.indent > 0);
  let end = from;
  while (end < blocks.length && isNext(end)) end++;
  const below = blocks[end];
  if (!below || (indent > 0 && below.role === null && below.indent === 0)) return end;
  if (below.role === 'byline') return end - 1;
  if (below.role !== null || texts[end]!.length < RUNNING_TEXT) return end;
  return end - (isBareName(texts[end - 1] ?? '') ? 2 : 1);
}

function isPoem(lines: readonly string[]): boolean {
  if (lines.length < LEAST_VERSES) return false;
  const marked = lines.filter((line) => /[，。、；：！？]./u.test(line)).length;
  const closed = lines.filter((line) => line.endsWith('。')).length;
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  return marked <= lines.length * MOST_MARKED && closed < lines.length / 2 && characters <= lines.length * MEAN_VERSE;
}

const NUMBER_OF_PART = /^(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2}|第[一二三四五六七八九十]章)$/u;
/** Longest title of one of several poems, in characters. */
const LONGEST_PART = 4;

/** The number of a part, or behind a blank line the title of one of several poems. */
function standsOverStanza(block: Block, text: string): boolean {
  return NUMBER_OF_PART.test(text) || (block.blankLinesBefore > 0 && text.length <= LONGEST_PART);
}
