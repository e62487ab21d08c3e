import { simplifiedText } from '../../contract/simplified';
import { blockText, revised } from '../document';
import type { Block, BlockRole, Document } from '../document';
import {
  LONGEST_HEAD,
  isAuthorKicker,
  isAuthorNote,
  isByline,
  isContactLine,
  isCredit,
  isFolioWithSection,
  isFurniture,
  isLocality,
  isMarkedColumn,
  isPictureNote,
  isSignedDay,
  leadsAway,
  readJump,
} from '../line-grammar';
import { endsWithFullStop } from '../line-ends';
import { isFiguresRow, isNumberOfDocument, isTitleLike } from '../title-cues';
import { signsOff } from '../person-lines';
import { GIVEN_BY, NUMBER } from '../whole-lines';
import type { Confidence } from '../../contract/model';

/** Labels the lines that say themselves what they are: jump lines, running heads, credits, bylines, author kickers, marked columns. */
export function labelByGrammar(document: Document): Document {
  const last = document.blocks.length - 1;
  const blocks = document.blocks.map((block, index) => {
    const text = plainText(document, block);
    const found = text.length > LONGEST_BY_GRAMMAR ? (isFurniture(text) ? RUNNING_HEAD : null) : grammarOf(text);
    const signed = found === null && index > 0 && isSignature(text) && isOver(blockText(document, document.blocks[index - 1]!));
    const atEdge = (index < EDGE || index > last - EDGE) && isFolioWithSection(text);
    const role = found ?? (atEdge ? RUNNING_HEAD : signed ? SIGNED : null);
    return role ? labelled(block, role[0], role[1], role[2]) : block;
  });
  return revised(document, { blocks: withLocalities(document, blocks) });
}

/** Other lines of a page that are a place and nothing else, for a place over a text without a headline to be one too. */
const LEAST_LOCALITIES = 2;

/** Where briefs stand under the places they come from, so does one whose title lies elsewhere: its text begins with its place. */
function withLocalities(document: Document, blocks: readonly Block[]): readonly Block[] {
  const places = blocks
    .map((block) => (block.role === null ? plainText(document, block) : ''))
    .map((text) => (isLocality(text) ? text : ''));
  if (places.filter((place) => place !== '').length <= LEAST_LOCALITIES) return blocks;
  return blocks.map((block, at) => {
    const below = blocks[at + 1];
    return places[at] !== '' && below?.role === null && tellsOf(plainText(document, below), places[at]!)
      ? labelled(block, 'locality', 'place-over-its-text', 'likely')
      : block;
  });
}

/** A text, no headline, that begins with the place. */
function tellsOf(text: string, place: string): boolean {
  return text.startsWith(place) && !isTitleLike(text);
}

/** Under a text: where somebody is from or what he is, and his name; what is in brackets may be anything else without a blank. */
function isSignature(text: string): boolean {
  return (/[\s\u3000]/u.test(text) && signsOff(text)) || OF_ONE_WORD.test(text);
}

/** One character for who sent a brief, or those who write for a paper: （陆）, （石塘县委通讯组）. */
const OF_ONE_WORD =
  /^[（(](?:[^一二三四五六七八九十上中下完图\P{Script=Han}]|\p{Script=Han}{2,10}(?:通讯组|报道组|记者站|编辑部|宣传[部科]))[）)]$/u;

/** Nothing goes on in the line below. */
function isOver(text: string): boolean {
  return endsWithFullStop(text) || isFiguresRow(text);
}

/** Blocks at either end of a file among which its running head and foot are. */
const EDGE = 3;
const LONGEST_BY_GRAMMAR = 72;
const SIGNED = ['byline', 'signature', 'likely'] as const;
/** The rule by which a line is known to say where the paper is found; or, in a notice, who gives it. */
export const WHERE_TO_WRITE = 'where-to-write';
const RUNNING_HEAD = ['furniture', 'running-head', 'certain'] as const;

/** In simplified characters, where a grammar may know it: none knows longer lines. */
export function plainText(document: Document, block: Block): string {
  const printed = blockText(document, block);
  return printed.length > LONGEST_HEAD ? printed : simplifiedText(printed);
}

function grammarOf(text: string): readonly [BlockRole, string, Confidence] | null {
  const jump = readJump(text);
  if (jump) return ['jump', leadsAway(text) ? 'jump-to' : 'jump-from', 'certain'];
  if (isFurniture(text)) return RUNNING_HEAD;
  if (isContactLine(text)) return ['furniture', WHERE_TO_WRITE, 'likely'];
  if (isSignedDay(text)) return ['body', GIVEN_BY, 'likely'];
  if (isNumberOfDocument(text)) return ['body', NUMBER, 'likely'];
  if (isAuthorNote(text)) return ['credit', 'author-note', 'certain'];
  if (isByline(text)) return ['byline', 'byline-grammar', 'certain'];
  if (isPictureNote(text)) return ['caption', 'picture-note', 'likely'];
  if (isCredit(text)) return ['credit', 'credit-grammar', 'certain'];
  if (isMarkedColumn(text)) return ['column', 'marked-column', 'likely'];
  if (isAuthorKicker(text)) return ['kicker', 'author-kicker', 'likely'];
  return null;
}

export function isBesideFurniture(blocks: readonly Block[], index: number): boolean {
  return blocks[index - 1]?.role === 'furniture' || blocks[index + 1]?.role === 'furniture';
}

export function labelled(block: Block, role: BlockRole, rule: string, confidence: Confidence): Block {
  const { spans, indent, blankLinesBefore } = block;
  return { spans, indent, blankLinesBefore, role, judgement: { rule, confidence } };
}
