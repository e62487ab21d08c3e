import { bodyOf, linesOver, mayTurn } from '../article-parts';
import { isLatinText } from '../../contract/latin-text';
import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, Document, LanguageScores } from '../document';
import { NOTICE } from '../heading-evidence';
import { widthOf } from '../line-ends';
import { BRIEFS_COLUMN, OPENS_TEXT } from '../lone-title';
import { isTableRow } from '../title-cues';
import { labelled } from './label-by-grammar';

/** Nats of shared matter from which a text goes on with an article. */
const ONE_MATTER = 7;
/** Nats from which a title tells so much of its own text that it is a headline. */
const OWN_MATTER = 12;
/** Characters by which a subhead may be longer or shorter than the others of its article. */
const LIKE_OTHERS = 4;
/** Articles looked back over, paragraphs under one subhead, and those of an article that takes another part: bounds the work. */
const REACH = 4;
const MOST_PARAGRAPHS = 6;
const LONGEST_STORY = 120;

/**
 * A title over the next part of an article that has subheads, cut off from it by a picture or a piece of another article, was taken for a
 * headline. It is one more subhead where it is like these, nothing but it stands over its text, and that goes on with the article's matter.
 */
export function rejoinSubheads(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const articles: ArticleDraft[] = [];
  const subheads = new Set<number>();
  for (const article of document.articles) {
    const title = loneTitle(document, article);
    const home = title === null ? -1 : homeOf(document, language, articles, article, title);
    if (title === null || home < 0) {
      articles.push(article);
      continue;
    }
    subheads.add(title);
    const main = articles[home]!;
    articles[home] = {
      ...main,
      heading: [...main.heading, ...article.heading.filter((index) => index !== title)],
      paragraphs: [...main.paragraphs, { role: 'subhead', blocks: [title], joins: [] }, ...article.paragraphs],
    };
  }
  if (subheads.size === 0) return document;
  const blocks = document.blocks.map((block, index) =>
    subheads.has(index) ? labelled(block, 'subhead', 'subhead-of-article-above', 'likely') : block,
  );
  return revised(document, { articles, blocks });
}

/** The headline that is all that stands over a text of some paragraphs, which does not begin as an article does; null where there is more or less. */
function loneTitle(document: Document, article: ArticleDraft): number | null {
  const [title, ...others] = linesOver(article);
  const { paragraphs } = article;
  if (title === undefined || others.length > 0 || document.blocks[title]!.role !== 'headline') return null;
  if (
    !mayTurn(article) ||
    article.kind === 'brief' ||
    article.columnBlocks.length > 0 ||
    paragraphs.length === 0 ||
    paragraphs.length > MOST_PARAGRAPHS
  )
    return null;
  const says = (index: number): string => blockText(document, document.blocks[index]!);
  const printed = says(title);
  if (NOTICE.test(printed) || BRIEFS_COLUMN.test(printed)) return null;
  const texts = paragraphs.flatMap(({ blocks }) => blocks.map(says));
  return OPENS_TEXT.test(texts[0]!) || texts.some(isTableRow) || isLatinText(texts[0]!) ? null : title;
}

/** The place of the article that goes on under the title; -1 where none does. */
function homeOf(
  document: Document,
  language: LanguageScores,
  articles: readonly ArticleDraft[],
  part: ArticleDraft,
  title: number,
): number {
  const says = (index: number): string => blockText(document, document.blocks[index]!);
  const own = language.topicPairs(bodyOf(document, part.paragraphs));
  if (language.topicScore(language.topicPairs(says(title)), own) > OWN_MATTER) return -1;
  let best = -1;
  let most = ONE_MATTER;
  for (let at = articles.length - 1; at >= 0 && at >= articles.length - REACH; at--) {
    const main = articles[at]!;
    if (main.paragraphs.length > LONGEST_STORY) continue;
    const widths = main.paragraphs.filter(({ role }) => role === 'subhead').map(({ blocks }) => widthOf(says(blocks[0]!)));
    if (widths.length === 0 || !mayTurn(main) || main.jump !== null || !hasInHeading(document, main, 'headline')) continue;
    if (Math.abs(widthOf(says(title)) - widths.reduce((sum, width) => sum + width, 0) / widths.length) > LIKE_OTHERS) continue;
    if (main.heading.some((index) => index > main.paragraphs.at(-1)!.blocks.at(-1)! && document.blocks[index]!.role === 'byline')) continue;
    const shared = language.topicScore(language.topicPairs(bodyOf(document, main.paragraphs)), own);
    if (shared > most) [best, most] = [at, shared];
  }
  return best;
}
