import { STANDS_OVER_TEXT, blockText, revised } from '../document';
import type { Block, BlockRole, Document, LanguageScores } from '../document';
import { widthOf } from '../line-ends';
import { labelled } from './label-by-grammar';

/** Running texts below a stack that are looked through, and characters of each. */
const SIGHT = 24;
const TEXT_SIGHT = 300;
/** Nats by which some paragraph must answer the upper title rather than the lower, and some other the lower. */
const ANSWERS_UPPER = 6;
const ANSWERS_LOWER = 4;
/** The same where a second byline comes below the first one's text: somebody else's heading must be over it. */
const ANSWERS_IF_SIGNED = 2;
/** Nats by which paragraphs that answer one title only leave no doubt that there are two stories, however much these are alike. */
const ANSWERS_ALONE = 12;
/** Nats by which a paragraph must lean to a title to be counted with its story, and characters that a story must have. */
const LEANS = 2;
const LEAST_STORY = 50;
/** Nats of shared matter under which the two stories are two, and above which the two titles are one. */
const ONE_STORY = -0.5;
const ONE_TITLE = 3;
/** Narrower titles over a headline are kickers and columns, in full-width characters. */
const NARROWEST = 9;
/** Nats above which a title is one that stands for good. */
const STANDING = 1;

/** 协议还规定…, 此外…: no story begins so. */
const REFERS_BACK = /^(?:[^，。“”]{0,8}[还也](?![有在没欠款不])|此外|另外|与此同时|同时|随后|对此|为此|据介绍|据了解)/u;

/** A second line of a standing title, or of the heading above. */
const GOES_WITH_TITLE = /^(?:——|──|—)/u;

/**
 * Two articles printed side by side come with their titles one over the other. The upper one, taken for a column or a kicker, is a headline
 * of its own where one paragraph below answers it, another answers the lower title, and these tell of different things; so is a lower one,
 * taken for a deck.
 */
export function partStacks(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const blocks = [...document.blocks];
  for (const [index, { role, judgement }] of document.blocks.entries()) {
    const other = role === 'deck' ? headlineAbove(blocks, index) : mayBeUpper(role, judgement.rule) ? headlineBelow(blocks, index) : null;
    if (other !== null && titlesAnotherStory(document, language, index, other))
      blocks[index] = labelled(blocks[index]!, 'headline', 'headline-of-another-story', 'likely');
  }
  return revised(document, { blocks });
}

function mayBeUpper(role: BlockRole | null, rule: string): boolean {
  return (role === 'column' || role === 'kicker') && rule.endsWith('-in-heading');
}

function headlineAbove(blocks: readonly Block[], index: number): number | null {
  return blocks[index - 1]?.role === 'headline' ? index - 1 : null;
}

/** The headline that the same stack has further down; a byline between them ends the upper heading. */
function headlineBelow(blocks: readonly Block[], index: number): number | null {
  for (let at = index + 1; at < blocks.length && at <= index + SIGHT; at++) {
    const { role } = blocks[at]!;
    if (role === 'headline') return at;
    if (role === 'byline' || !STANDS_OVER_TEXT.has(role)) return null;
  }
  return null;
}

/** `index` is the line that may be a headline of its own, `headline` the one over or under it. */
function titlesAnotherStory(document: Document, language: LanguageScores, index: number, headline: number): boolean {
  const title = blockText(document, document.blocks[index]!);
  if (widthOf(title) < NARROWEST || GOES_WITH_TITLE.test(title) || language.standingScore(title) > STANDING) return false;
  const below = textsBelow(document, Math.max(index, headline) + 1);
  if (below.length < 2) return false;
  const above = language.topicPairs(title);
  const under = language.topicPairs(blockText(document, document.blocks[headline]!));
  const leanings = below.map((text) => {
    const words = language.topicPairs(text);
    return language.topicScore(words, above) - language.topicScore(words, under);
  });
  const [mostUpper, mostLower] = [Math.max(...leanings), -Math.min(...leanings)];
  const signed = isSignedTwice(document, Math.max(index, headline) + 1);
  if (signed && Math.min(mostUpper, mostLower) > ANSWERS_IF_SIGNED) return true;
  if (mostUpper < ANSWERS_UPPER || mostLower < ANSWERS_LOWER) return false;
  if (language.topicScore(above, under) > ONE_TITLE) return false;
  const [upperStory, lowerStory] = [1, -1].map((side) => below.filter((_, at) => leanings[at]! * side > LEANS).join('\n'));
  if (upperStory!.length < LEAST_STORY || lowerStory!.length < LEAST_STORY) return false;
  if (REFERS_BACK.test(upperStory!) || REFERS_BACK.test(lowerStory!)) return false;
  return Math.min(mostUpper, mostLower) > ANSWERS_ALONE || language.topicSimilarity(upperStory!, lowerStory!) < ONE_STORY;
}

/** Who wrote it stands under these titles, and once more below their text with a text of its own. */
function isSignedTwice({ blocks }: Document, from: number): boolean {
  let at = from;
  while (blocks[at]?.role === 'deck') at++;
  if (blocks[at]?.role !== 'byline' || blocks[at + 1]?.role !== 'body') return false;
  for (at += 2; at < blocks.length && at < from + SIGHT; at++) {
    const { role } = blocks[at]!;
    if (role === 'byline') return blocks[at + 1]?.role === 'body';
    if (role === 'jump' || STANDS_OVER_TEXT.has(role)) return false;
  }
  return false;
}

function textsBelow(document: Document, from: number): readonly string[] {
  const texts: string[] = [];
  for (let at = from; at < document.blocks.length && texts.length < SIGHT; at++) {
    const block = document.blocks[at]!;
    if (block.role === 'body') texts.push(blockText(document, block).slice(0, TEXT_SIGHT));
    else if (texts.length > 0 && block.role !== 'byline' && STANDS_OVER_TEXT.has(block.role)) break;
  }
  return texts;
}
