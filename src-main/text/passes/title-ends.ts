import { BELOW, linesOver, mayTurn, orderNotice, titleOf } from '../article-parts';
import { isLatinText } from '../../contract/latin-text';
import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, Document, LanguageScores } from '../document';
import type { ParsedNotice } from '../../contract/parsed';
import { beginsHeadless, endsFinished } from '../line-ends';
import { OPENS_TEXT } from '../lone-title';
import { isOffice } from '../notice-lines';
import { isTableRow, isTitleLike } from '../title-cues';
import { labelled } from './label-by-grammar';

/** Nats by which a last line must tell of the text over it to be its headline. */
const LEAST_FOR_LAST_LINE = 3;
/** Nats from which the end of an article is the text of the bare heading below, more than it is of its own; less where it opens with where the news came from. */
const LEAST_FOR_END = 6;
const AT_OPENING = 3;
/** Paragraphs of an article's end that are looked at. */
const LONGEST_END = 8;

/**
 * The end of an article that tells of the bare heading below it, or of its own last line that nothing had shown to be a title, is an article
 * under that heading. Not for pages whose headings all stand below their texts (turn-headings.ts).
 */
export function titleEnds(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const articles = [...document.articles];
  const notices = [...giveTextsAbove(document, language, articles)];
  const lastLines = new Set<number>();
  const titled = articles.flatMap((article): readonly ArticleDraft[] => {
    const found = withLastHeadline(document, language, article);
    if (!found) return [article];
    lastLines.add(found.line);
    notices.push(...found.notices);
    return found.articles;
  });
  if (notices.length === 0 && lastLines.size === 0) return document;
  const blocks = document.blocks.map((block, index) =>
    lastLines.has(index) ? labelled(block, 'headline', 'title-below-text', 'likely') : block,
  );
  return revised(document, { articles: titled, blocks, notices: [...document.notices, ...notices] });
}

/** Gives a heading with no text at all the end of the article above it, where that tells of it; changes the articles. */
function giveTextsAbove(document: Document, language: LanguageScores, articles: ArticleDraft[]): readonly ParsedNotice[] {
  const notices: ParsedNotice[] = [];
  for (const [at, bare] of articles.entries()) {
    const above = articles[at - 1];
    if (!above || !mayTurn(bare) || bare.paragraphs.length > 0 || bare.jump !== null || !hasInHeading(document, bare, 'headline')) continue;
    const cut = endToldOf(document, language, above, titleOf(document, bare.heading));
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
  return orderNotice(document, [title, paragraphs[0]!.blocks[0]!], judgement);
}

/** The paragraph from which an article's end tells of another title; null where none does. */
function endToldOf(document: Document, language: LanguageScores, article: ArticleDraft, title: string): number | null {
  if (!mayTurn(article) || article.jump !== null || article.paragraphs.length < 2) return null;
  const texts = article.paragraphs.map(({ blocks }) => blocks.map((index) => blockText(document, document.blocks[index]!)).join(''));
  if (isLatinText(texts[0]!)) return null;
  const words = language.topicPairs(title);
  const own = titleOf(document, linesOver(article));
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
  if (
    !isTitleLike(title) ||
    endsFinished(title) ||
    isTableRow(title) ||
    isOffice(title) ||
    !endsFinished(texts.at(-1)!) ||
    isLatinText(texts[0]!)
  )
    return null;
  const untitled = { ...article, paragraphs: paragraphs.slice(0, -1) };
  if (!hasInHeading(document, article, 'headline')) {
    if (language.topicScore(language.topicPairs(title), language.topicPairs(texts.join(''))) <= LEAST_FOR_LAST_LINE) return null;
    return { line, articles: [{ ...untitled, heading: [...article.heading, line].toSorted((a, b) => a - b) }], notices: [] };
  }
  const cut = language.titleScore(title) < 0 ? null : endToldOf(document, language, untitled, title);
  if (cut === null) return null;
  const over: ArticleDraft = { ...article, heading: [line], columnBlocks: [] };
  const [kept, given] = cutAt(untitled, cut, over);
  return { line, articles: [kept, given], notices: [tellOf(document, line, given)] };
}
