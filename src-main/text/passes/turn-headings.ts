import { clamp } from '../clamp';
import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, BlockRole, Document, LanguageScores } from '../document';
import { isLatinText } from '../../contract/latin-text';
import type { Judgement } from '../../contract/model';
import type { ParsedNotice } from '../../contract/parsed';
import { beginsHeadless, endsFinished } from '../line-ends';
import { OPENS_TEXT } from '../lone-title';
import { isOffice } from '../notice-lines';
import { isTableRow, isTitleLike } from '../title-cues';
import { labelled } from './label-by-grammar';

/** The rule under which a heading has got the text above it. */
const BELOW = 'headings-below-texts';
/** Least and most nats that a text says for a heading. */
const LEAST_MATTER = -3;
const MOST_MATTER = 30;
/** Share of the nats that two neighbouring texts have in common which speaks for their being one article. */
const ONE_ARTICLE = 0.7;
/** Nats: against a text that is left without a heading, against a first one that goes on from elsewhere, for each further heading of which the text above tells. */
const LEFT_ALONE = 3;
const GOES_ON = 8;
const ANOTHER = 1;
/** A text that tells less of a heading than this tells nothing of it. */
const TELLS = 1;
/** Nats from which headings are turned, and a heading for which it is likely. */
const LEAST_GAIN = 4;
const CLEAR = 8;
/** Texts that follow each other; bounds the work. */
const LONGEST_CHAIN = 24;
/** Nats by which a last line must tell of the text over it to be its headline. */
const LEAST_FOR_LAST_LINE = 3;

/**
 * Headings that stand below their texts: behind a text without a headline, each heading gets the text above it instead of the one below
 * as long as the texts tell more of it. Not for headings that all come first (pair-headlines.ts).
 */
export function turnHeadings(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const articles: ArticleDraft[] = [];
  const notices: ParsedNotice[] = [];
  const lastLines: number[] = [];
  let at = 0;
  while (at < document.articles.length) {
    const chain = chainAt(document, at);
    const turned = chain && turnedHeadings(document, language, chain);
    if (turned) {
      articles.push(...turned.articles);
      notices.push(...turned.notices);
      at += turned.length;
    } else articles.push(document.articles[at++]!);
  }
  notices.push(...giveTextsAbove(document, language, articles));
  const titled = articles.flatMap((article): readonly ArticleDraft[] => {
    const found = withLastHeadline(document, language, article);
    if (!found) return [article];
    lastLines.push(found.line);
    notices.push(...found.notices);
    return found.articles;
  });
  if (notices.length === 0 && lastLines.length === 0) return document;
  const blocks = document.blocks.map((block, index) =>
    lastLines.includes(index) ? labelled(block, 'headline', 'title-below-text', 'likely') : block,
  );
  return revised(document, { articles: titled, blocks, notices: [...document.notices, ...notices] });
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

function mayTurn({ kind, jump }: ArticleDraft): boolean {
  return (kind === 'feature' || kind === 'brief') && jump?.from == null;
}

/** What an article says, with the lines that stand over it, and those that stand with its text: who signed it, where it goes on. */
interface Part {
  readonly article: ArticleDraft;
  readonly over: readonly number[];
  readonly below: readonly number[];
  readonly title: string;
  readonly text: string;
}

const TELLS_OF_TEXT: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['kicker', 'headline', 'deck']);

function partOf(document: Document, article: ArticleDraft): Part {
  const { blocks } = document;
  const first = article.paragraphs[0]?.blocks[0] ?? Infinity;
  const over = article.heading.filter((index) => index < first);
  const says = (index: number): string => blockText(document, blocks[index]!);
  return {
    article,
    over,
    below: article.heading.filter((index) => index > first),
    title: over
      .filter((index) => TELLS_OF_TEXT.has(blocks[index]!.role))
      .map(says)
      .join('\n'),
    text: article.paragraphs.flatMap((paragraph) => paragraph.blocks.map(says)).join(''),
  };
}

interface Turned {
  readonly articles: readonly ArticleDraft[];
  readonly notices: readonly ParsedNotice[];
  /** Articles of the document that these stand for. */
  readonly length: number;
}

function turnedHeadings(document: Document, language: LanguageScores, chain: readonly number[]): Turned | null {
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
    const spans = [own.over[0], above.article.paragraphs[0]?.blocks[0]].flatMap(
      (index) => document.blocks[index ?? -1]?.spans.slice(0, 1) ?? [],
    );
    notices.push({ kind: 'order', spans: spans.map(({ start, end }) => ({ start, end })), judgement });
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
    const common = Math.max(0, language.topicScore(texts[place - 1]!, texts[place]!));
    return gain - ONE_ARTICLE * common - (place === 1 && beginsHeadless(parts[0]!.text) ? GOES_ON : 0);
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

/** Nats from which the end of an article is the text of the bare heading below, more than it is of its own; less where it opens with where the news came from. */
const LEAST_FOR_END = 6;
const AT_OPENING = 3;
/** Paragraphs of an article's end that are looked at. */
const LONGEST_END = 8;

/** Gives a heading with no text at all the end of the article above it, where that tells of it; changes the articles. */
function giveTextsAbove(document: Document, language: LanguageScores, articles: ArticleDraft[]): readonly ParsedNotice[] {
  const notices: ParsedNotice[] = [];
  for (const [at, bare] of articles.entries()) {
    const above = articles[at - 1];
    if (!above || !mayTurn(bare) || bare.paragraphs.length > 0 || bare.jump !== null || !hasInHeading(document, bare, 'headline')) continue;
    const cut = endToldOf(document, language, above, partOf(document, bare).title);
    if (cut === null) continue;
    const [kept, given] = cutAt(above, cut, bare);
    articles[at - 1] = kept;
    articles[at] = given;
    notices.push(tellOf(document, bare.heading[0]!, given));
  }
  return notices;
}

/** The two articles that an end with a heading of its own makes of one. */
function cutAt(article: ArticleDraft, cut: number, over: ArticleDraft): readonly [ArticleDraft, ArticleDraft] {
  const [kept, given] = [article.paragraphs.slice(0, cut), article.paragraphs.slice(cut)];
  const first = given[0]!.blocks[0]!;
  return [
    { ...article, heading: article.heading.filter((index) => index < first), paragraphs: kept },
    {
      ...over,
      kind: 'feature',
      heading: [...article.heading.filter((index) => index > first), ...over.heading].toSorted((a, b) => a - b),
      paragraphs: given,
      judgement: { rule: BELOW, confidence: 'guess' },
    },
  ];
}

function tellOf(document: Document, title: number, { paragraphs, judgement }: ArticleDraft): ParsedNotice {
  const spans = [title, paragraphs[0]!.blocks[0]!].map((index) => document.blocks[index]!.spans[0]!);
  return { kind: 'order', spans: spans.map(({ start, end }) => ({ start, end })), judgement };
}

/** The paragraph from which an article's end tells of another title; null where none does. */
function endToldOf(document: Document, language: LanguageScores, article: ArticleDraft, title: string): number | null {
  if (!mayTurn(article) || article.jump !== null || article.paragraphs.length < 2) return null;
  const texts = article.paragraphs.map(({ blocks }) => blocks.map((index) => blockText(document, document.blocks[index]!)).join(''));
  if (isLatinText(texts[0]!)) return null;
  const words = language.topicPairs(title);
  const own = partOf(document, article).title;
  let best: number | null = null;
  let most = LEAST_FOR_END;
  for (let cut = texts.length - 1; cut > 0 && texts.length - cut <= LONGEST_END; cut--) {
    if (!endsFinished(texts[cut - 1]!) || beginsHeadless(texts[cut]!)) continue;
    const end = language.topicPairs(texts.slice(cut).join('\n'));
    const home = language.topicPairs([own, ...texts.slice(0, cut)].join('\n'));
    const gain =
      language.topicScore(words, end) - Math.max(0, language.topicScore(home, end)) + (OPENS_TEXT.test(texts[cut]!) ? AT_OPENING : 0);
    if (gain > most) [best, most] = [cut, gain];
  }
  return best;
}

/** A last line that nothing had shown to be a title: over a text without a headline it is that, and elsewhere that of the end that tells of it. */
function withLastHeadline(
  document: Document,
  language: LanguageScores,
  article: ArticleDraft,
): { readonly line: number; readonly articles: readonly ArticleDraft[]; readonly notices: readonly ParsedNotice[] } | null {
  const { paragraphs } = article;
  const last = paragraphs.at(-1);
  const line = last?.blocks[0];
  if (line === undefined || last!.blocks.length > 1 || last!.role === 'caption' || paragraphs.length < 2 || !mayTurn(article)) return null;
  const says = (index: number): string => blockText(document, document.blocks[index]!);
  const title = says(line);
  const texts = paragraphs.slice(0, -1).flatMap(({ blocks }) => blocks.map(says));
  if (!isTitleLike(title) || endsFinished(title) || isTableRow(title) || !endsFinished(texts.at(-1)!) || isLatinText(texts[0]!))
    return null;
  const untitled = { ...article, paragraphs: paragraphs.slice(0, -1) };
  if (!hasInHeading(document, article, 'headline')) {
    if (language.topicScore(language.topicPairs(title), language.topicPairs(texts.join(''))) <= LEAST_FOR_LAST_LINE) return null;
    return { line, articles: [{ ...untitled, heading: [...article.heading, line].toSorted((a, b) => a - b) }], notices: [] };
  }
  const cut = isOffice(title) || language.titleScore(title) < 0 ? null : endToldOf(document, language, untitled, title);
  if (cut === null) return null;
  const over: ArticleDraft = { ...article, heading: [line], columnBlocks: [] };
  const [kept, given] = cutAt(untitled, cut, over);
  return { line, articles: [kept, given], notices: [tellOf(document, line, given)] };
}
