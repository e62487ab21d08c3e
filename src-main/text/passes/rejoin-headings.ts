import { bodyOf, linesOver, mayTurn, orderNotice, titleOf } from '../article-parts';
import { isLatinText } from '../../contract/latin-text';
import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, BlockRole, Document, LanguageScores } from '../document';
import { namesBriefs } from '../lone-title';
import type { Judgement } from '../../contract/model';
import type { ParsedNotice } from '../../contract/parsed';

/** Articles looked back over for the headline that a line was parted from, and paragraphs that may lie between the two parts of a heading: bounds the work. */
const REACH = 3;
const MOST_BETWEEN = 5;
/** Characters of a text that it is told by. */
const SIGHT = 600;
/** Nats by which the text below a byline must tell of its headline. */
const TELLS = 2;
/** Nats by which the text between two parts of a heading must tell of the story before, and more than of what is under the second part. */
const TELLS_OF_BEFORE = 3;

const REJOINED: Judgement = { rule: 'heading-read-in-parts', confidence: 'likely' };

/**
 * Two articles side by side, read by turns from their headings on, have these cut in two: the deck or the byline of the one comes behind lines
 * of the other, or its column and its place before them. The lines of one heading stand together again, and what lay between is the other's.
 */
export function rejoinHeadings(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const articles: ArticleDraft[] = [];
  const notices: ParsedNotice[] = [];
  for (const printed of document.articles) {
    const before = articles.at(-1);
    const article = before && withFirstPart(document, language, articles, printed);
    if (article) {
      notices.push(orderNotice(document, [before.heading[0]!, printed.heading[0]!], REJOINED));
      articles.push(article);
      continue;
    }
    const home = lastPartOf(document, language, articles, printed);
    if (home === null) {
      articles.push(printed);
      continue;
    }
    const above = articles[home]!;
    articles[home] = {
      ...above,
      kind: 'feature',
      heading: [...above.heading, ...printed.heading].toSorted((a, b) => a - b),
      paragraphs: [...above.paragraphs, ...printed.paragraphs],
      jump: printed.jump,
    };
    notices.push(orderNotice(document, [above.heading[0]!, printed.heading[0]!], REJOINED));
  }
  return notices.length === 0 ? document : revised(document, { articles, notices: [...document.notices, ...notices] });
}

/** What ends a heading: under these the text begins. */
const LAST: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['deck', 'byline']);
/** What begins one. */
const FIRST: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['column', 'locality', 'kicker']);

/** The place of the article whose headline stands farther up, where nothing but its deck or its byline is over this text. */
function lastPartOf(document: Document, language: LanguageScores, articles: readonly ArticleDraft[], part: ArticleDraft): number | null {
  const over = linesOver(part);
  const offices = over.map((index) => document.blocks[index]!.role);
  if (
    over.length === 0 ||
    part.paragraphs.length === 0 ||
    !mayTurn(part) ||
    part.kind === 'brief' ||
    !offices.every((role) => LAST.has(role))
  )
    return null;
  const text = bodyOf(document, part.paragraphs).slice(0, SIGHT);
  if (isLatinText(text)) return null;
  const words = language.topicPairs(text);
  let best: number | null = null;
  let most = TELLS;
  for (let at = articles.length - 1; at >= 0 && at >= articles.length - REACH; at--) {
    const above = articles[at]!;
    if (!mayTurn(above) || above.kind === 'brief' || above.jump !== null || !hasInHeading(document, above, 'headline')) continue;
    if (above.paragraphs.length > MOST_BETWEEN || offices.some((role) => hasInHeading(document, above, role))) continue;
    const tells = language.topicScore(language.topicPairs(saidOf(document, above)), words);
    if (tells > most) [best, most] = [at, tells];
  }
  return best;
}

/** The article with the column or the place before it, whose text was the story's before that; takes both from the last two of the articles. Null where nothing was parted. */
function withFirstPart(document: Document, language: LanguageScores, articles: ArticleDraft[], article: ArticleDraft): ArticleDraft | null {
  const [story, part] = [articles.at(-2), articles.at(-1)!];
  const over = linesOver(part);
  const offices = over.map((index) => document.blocks[index]!.role);
  if (!story || over.length === 0 || over.length < part.heading.length || !offices.every((role) => FIRST.has(role))) return null;
  if (part.kind !== 'feature' || part.jump !== null || part.paragraphs.length === 0 || part.paragraphs.length > MOST_BETWEEN) return null;
  if (!mayTurn(article) || !hasInHeading(document, article, 'headline') || article.kind === 'brief') return null;
  if (offices.some((role) => hasInHeading(document, article, role)) || linesOver(article).length < article.heading.length - 1) return null;
  if (!mayTurn(story) || story.kind === 'brief' || story.jump !== null || !hasInHeading(document, story, 'headline')) return null;
  if (over.some((index) => namesBriefs(blockText(document, document.blocks[index]!)))) return null;
  const text = bodyOf(document, part.paragraphs).slice(0, SIGHT);
  if (isLatinText(text)) return null;
  const words = language.topicPairs(text);
  const ofStory = language.topicScore(language.topicPairs(saidOf(document, story)), words);
  const ofArticle = language.topicScore(language.topicPairs(saidOf(document, article)), words);
  if (ofStory - Math.max(0, ofArticle) < TELLS_OF_BEFORE) return null;
  articles.splice(-2, 2, { ...story, paragraphs: [...story.paragraphs, ...part.paragraphs] });
  return {
    ...article,
    heading: [...over, ...article.heading],
    columnBlocks: [...part.columnBlocks, ...article.columnBlocks],
  };
}

function saidOf(document: Document, article: ArticleDraft): string {
  return `${titleOf(document, linesOver(article))}\n${bodyOf(document, article.paragraphs).slice(0, SIGHT)}`;
}
