import { BELOW, linesOver, mayTurn, orderNotice, partOf, withReplaced } from '../article-parts';
import type { Replacement } from '../article-parts';
import { isLatinText } from '../../contract/latin-text';
import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, BlockRole, Document, LanguageScores } from '../document';
import { widthOf } from '../line-ends';
import { labelled } from './label-by-grammar';

/** Nats by which the first title of a stack must tell of the text above it, more than of the text below and its titles. */
const TELLS_OF_ABOVE = 4;
/** Nats by which the other titles must tell of the text below them, and more than of the text above. */
const TELLS_OF_BELOW = 1;
/** Narrower titles tell too little, in full-width characters. */
const NARROWEST = 5;

const TITLES: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['column', 'kicker', 'headline', 'deck']);
const HEADLINES: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['headline', 'deck']);

/**
 * A headline below its text, printed right over the heading of the next: the first title of a stack goes to the text above, over which nothing
 * stands, where it tells of that and the others tell of the text below. Not for headings that stand alone below their texts (turn-headings.ts).
 */
export function splitStacks(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const headlines = new Set<number>();
  const split = withReplaced(document, (at) => {
    const found = splitStack(document, language, at);
    for (const index of found?.headlines ?? []) headlines.add(index);
    return found;
  });
  if (split === document) return document;
  return revised(split, {
    blocks: split.blocks.map((block, index) =>
      headlines.has(index) && block.role !== 'headline' ? labelled(block, 'headline', 'headline-of-text-above', 'likely') : block,
    ),
  });
}

interface Split extends Replacement {
  /** The lines that are headlines now: the one below its text, and of the others, where none was, the one that its text tells most of. */
  readonly headlines: readonly number[];
}

function splitStack(document: Document, language: LanguageScores, at: number): Split | null {
  const [above, below] = [document.articles[at]!, document.articles[at + 1]];
  if (!below || !mayTurn(below) || below.paragraphs.length === 0 || !isUntitled(document, above)) return null;
  const [first, ...others] = linesOver(below).filter((index) => TITLES.has(document.blocks[index]!.role));
  if (first === undefined || !others.some((index) => HEADLINES.has(document.blocks[index]!.role))) return null;
  const says = (index: number): string => blockText(document, document.blocks[index]!);
  const title = says(first);
  if (widthOf(title) < NARROWEST) return null;
  const [textAbove, textBelow] = [partOf(document, above).text, partOf(document, below).text];
  if (isLatinText(textAbove)) return null;
  const [mine, theirs] = [language.topicPairs(title), language.topicPairs(others.map(says).join('\n'))];
  const [over, under] = [language.topicPairs(textAbove), language.topicPairs(textBelow)];
  const ahead = language.topicScore(mine, over) - Math.max(0, language.topicScore(mine, under), language.topicScore(mine, theirs));
  const rest = language.topicScore(theirs, under) - Math.max(0, language.topicScore(theirs, over));
  if (ahead < TELLS_OF_ABOVE || rest < TELLS_OF_BELOW) return null;
  const judgement = { rule: BELOW, confidence: 'guess' } as const;
  const titled: ArticleDraft = { ...above, heading: [...above.heading, first].toSorted((a, b) => a - b), judgement };
  const left: ArticleDraft = {
    ...below,
    heading: below.heading.filter((index) => index !== first),
    columnBlocks: below.columnBlocks.filter((index) => index !== first),
  };
  return {
    articles: [titled, left],
    notices: [orderNotice(document, [first, above.paragraphs[0]!.blocks[0]!], judgement)],
    length: 2,
    headlines: hasInHeading(document, left, 'headline') ? [first] : [first, toldOfMost(language, others, says, textBelow)],
  };
}

/** The line that the text tells most of. */
function toldOfMost(language: LanguageScores, lines: readonly number[], says: (index: number) => string, text: string): number {
  const words = language.topicPairs(text);
  const told = lines.map((index) => language.topicScore(language.topicPairs(says(index)), words));
  return lines[told.indexOf(Math.max(...told))]!;
}

function isUntitled(document: Document, article: ArticleDraft): boolean {
  const { kind, paragraphs, heading } = article;
  return (
    (mayTurn(article) || kind === 'photo') && paragraphs.length > 0 && !heading.some((index) => TITLES.has(document.blocks[index]!.role))
  );
}
