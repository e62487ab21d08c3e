import { BELOW, mayTurn, orderNotice, partOf, withReplaced } from '../article-parts';
import type { Part, Replacement } from '../article-parts';
import { clamp } from '../clamp';
import { blockText, hasInHeading } from '../document';
import type { ArticleDraft, Document, LanguageScores } from '../document';
import { isLatinText } from '../../contract/latin-text';
import type { Judgement } from '../../contract/model';
import type { ParsedNotice } from '../../contract/parsed';
import { beginsHeadless } from '../line-ends';
import { OPENS_TEXT } from '../lone-title';
import { isTableRow } from '../title-cues';

/** Least and most nats that a text says for a heading. */
const LEAST_MATTER = -3;
const MOST_MATTER = 30;
/** Share of the nats that two neighbouring texts have in common which speaks for their being one article. */
const ONE_ARTICLE = 0.7;
/** Nats: against a text that is left without a heading, against a first one that goes on from elsewhere, for each further heading of which the text above tells. */
const LEFT_ALONE = 3;
const GOES_ON = 8;
/** For a first one that begins as an article does: its heading stands somewhere. */
const OPENS = 3;
const ANOTHER = 1;
/** A text that tells less of a heading than this tells nothing of it. */
const TELLS = 1;
/** Nats from which headings are turned, and a heading for which it is likely. */
const LEAST_GAIN = 4;
const CLEAR = 8;
/** Texts that follow each other; bounds the work. */
const LONGEST_CHAIN = 24;
/**
 * Headings that stand below their texts: behind a text without a headline, each heading gets the text above it instead of the one below
 * as long as the texts tell more of it. Not for headings that all come first (pair-headlines.ts), nor for one at an article's end (title-ends.ts).
 */
export function turnHeadings(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  return withReplaced(document, (at) => {
    const chain = chainAt(document, at);
    return chain && turnedHeadings(document, language, chain);
  });
}

/** A text with no headline over it and the articles with one that follow, over pictures, in file order: their numbers. */
function chainAt(document: Document, from: number): readonly number[] | null {
  const { articles } = document;
  const first = articles[from]!;
  if (standsBeside(document, first) || !mayTurn(first) || first.paragraphs.length === 0 || hasInHeading(document, first, 'headline'))
    return null;
  const chain = [from];
  for (let at = from + 1; at < articles.length && chain.length < LONGEST_CHAIN; at++) {
    const next = articles[at]!;
    if (standsBeside(document, next)) continue;
    if (!mayTurn(next) || !hasInHeading(document, next, 'headline')) break;
    chain.push(at);
  }
  return chain.length < 2 ? null : chain;
}

/** A picture, or a table, such as the list of what other pages hold. */
function standsBeside(document: Document, { kind, paragraphs }: ArticleDraft): boolean {
  const isRow = (index: number): boolean => isTableRow(blockText(document, document.blocks[index]!));
  return kind === 'photo' || (paragraphs.length > 0 && paragraphs.every(({ blocks }) => blocks.every(isRow)));
}

function turnedHeadings(document: Document, language: LanguageScores, chain: readonly number[]): Replacement | null {
  const parts = chain.map((at) => partOf(document, document.articles[at]!));
  if (isLatinText(parts[0]!.text)) return null;
  if (isAboutTextBefore(document, language, chain[0]!, parts)) return null;
  const gains = gainsOf(language, parts);
  let turned = 0;
  let most = LEAST_GAIN;
  let sum = 0;
  for (let heading = 1; heading < parts.length; heading++) {
    sum += gains[heading]!;
    const gain = sum - (parts[heading]!.text === '' ? 0 : LEFT_ALONE);
    if (gain > most) [turned, most] = [heading, gain];
  }
  if (turned === 0) return null;
  const judgement: Judgement = { rule: BELOW, confidence: most / turned > CLEAR ? 'likely' : 'guess' };
  const articles: ArticleDraft[] = [];
  const notices: ParsedNotice[] = [];
  for (let heading = 1; heading <= turned; heading++) {
    const [own, above] = [parts[heading]!, parts[heading - 1]!];
    // Only the first text has lines over it that are no other's.
    const over = heading === 1 ? above.over : [];
    articles.push({
      ...own.article,
      kind: 'feature',
      heading: [...over, ...own.over, ...above.below].toSorted((a, b) => a - b),
      columnBlocks: [
        ...(heading === 1 ? above.article.columnBlocks : []),
        ...own.article.columnBlocks.filter((index) => own.over.includes(index)),
      ],
      paragraphs: above.article.paragraphs,
      jump: above.article.jump,
      judgement,
    });
    const shown = [own.over[0], above.article.paragraphs[0]?.blocks[0]].filter((index) => index !== undefined);
    notices.push(orderNotice(document, shown, judgement));
  }
  const [start] = chain as readonly [number];
  const length = chain[turned]! - start + 1;
  const beside = document.articles.slice(start, start + length).filter((article) => standsBeside(document, article));
  const left = parts[turned]!;
  if (left.text !== '')
    articles.push({
      ...left.article,
      kind: 'feature',
      heading: left.below,
      columnBlocks: [],
    });
  return { articles: [...articles, ...beside], notices, length };
}

/** Nats for each heading, by its place, having the text above it and not the one below; none for the first, which has no headline. */
function gainsOf(language: LanguageScores, parts: readonly Part[]): readonly number[] {
  const titles = parts.map(({ title }) => language.topicPairs(title));
  const texts = parts.map(({ text }) => language.topicPairs(text));
  const matter = (title: number, text: number): number =>
    clamp(language.topicScore(titles[title]!, texts[text]!), LEAST_MATTER, MOST_MATTER);
  return parts.map((_, place) => {
    if (place === 0) return 0;
    const above = matter(place, place - 1);
    const gain = above - (parts[place]!.text === '' ? 0 : matter(place, place)) + (place > 1 && above > TELLS ? ANOTHER : 0);
    // Where the news came from is told of an article once.
    const common = OPENS_TEXT.test(parts[place]!.text) ? 0 : Math.max(0, language.topicScore(texts[place - 1]!, texts[place]!));
    return (
      gain -
      ONE_ARTICLE * common -
      (place === 1 && beginsHeadless(parts[0]!.text) ? GOES_ON : 0) +
      (place === 1 && OPENS_TEXT.test(parts[0]!.text) ? OPENS : 0)
    );
  });
}

/** Two texts without a headline follow each other, and the first heading tells more of the one that is farther up. */
function isAboutTextBefore(document: Document, language: LanguageScores, first: number, parts: readonly Part[]): boolean {
  const before = document.articles[first - 1];
  if (!before || before.kind !== 'feature' || before.paragraphs.length === 0 || hasInHeading(document, before, 'headline')) return false;
  const title = language.topicPairs(parts[1]!.title);
  const tells = ({ text }: Part): number => language.topicScore(title, language.topicPairs(text));
  return tells(partOf(document, before)) > tells(parts[0]!);
}
