import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, BlockRole, Document, LanguageScores } from '../document';
import { isLatinText } from '../../contract/latin-text';
import { endsFinished } from '../line-ends';
import type { Judgement } from '../../contract/model';

/** Nats of shared matter above which a text behind a picture's credit goes on with what stands over the credit. */
const ONE_MATTER = 5;
/** The same where what stands over it has lines that no picture has. */
const ONE_MATTER_UNDER_KICKER = 0;

/**
 * A picture with a few lines of text, set into the head of a longer article, is read in pieces: its credit stands under the other's headline,
 * and the other's standing title over the picture's. Each of the two gets back what is its own.
 */
export function partPictures(document: Document): Document {
  const articles = [...document.articles];
  for (let at = 0; at + 1 < articles.length; at++) {
    const picture = articles[at]!;
    if (!mayBePicture(document, picture)) continue;
    const story = wovenStory(document, articles, at);
    if (!story) continue;
    const standing = linesOverTitle(document, picture, story.article);
    articles[at] = {
      ...picture,
      kind: 'photo',
      heading: [...picture.heading.filter((index) => !standing.includes(index)), story.credit],
      paragraphs: picture.paragraphs.map((paragraph) => ({ ...paragraph, role: 'caption' })),
      columnBlocks: picture.columnBlocks.filter((index) => !standing.includes(index)),
      judgement: WOVEN,
    };
    const columns = standing.filter((index) => roleOf(document, index) === 'column');
    articles.splice(at + 1, story.length, {
      ...story.article,
      heading: [...standing, ...story.article.heading.filter((index) => index !== story.credit)],
      columnBlocks: columns.length > 0 ? columns : story.article.columnBlocks,
      judgement: WOVEN,
    });
  }
  return revised(document, {
    articles: document.language ? articles.flatMap((article) => freed(document, document.language!, article)) : articles,
  });
}

/** Shortest and longest text of a picture that stands by itself, in characters; what only says what the picture shows is a caption of the text around. */
const SHORTEST_PICTURE_TEXT = 26;
const LONGEST_PICTURE_TEXT = 160;
/** Nats of shared matter below which a picture's text does not belong to the article it stands behind or within. */
const OTHER_MATTER = 5;
/** The same for one that says that it shows something (图为), as those do mostly that are set into their story. */
const NO_MATTER = 0;
const APART: Judgement = { rule: 'picture-of-another-matter', confidence: 'likely' };

/** A paragraph with a picture's credit under it that tells of something else than its article is a picture by itself. */
function freed(document: Document, language: LanguageScores, article: ArticleDraft): readonly ArticleDraft[] {
  const { heading, paragraphs } = article;
  if (article.kind === 'photo' || article.kind === 'furniture' || !hasInHeading(document, article, 'headline') || paragraphs.length < 2)
    return [article];
  const pictures = paragraphs.filter((paragraph, place) => {
    const [index, ...others] = paragraph.blocks;
    if (index === undefined || others.length > 0 || paragraph.role === 'subhead' || place === 0) return false;
    const credit = document.blocks[index + 1];
    if (credit?.role !== 'credit' || credit.judgement.rule === 'author-note' || !heading.includes(index + 1)) return false;
    const text = blockText(document, document.blocks[index]!);
    // The language model knows no English words: see english/label-pictures.ts.
    if (isLatinText(text) || text.length < SHORTEST_PICTURE_TEXT || text.length > LONGEST_PICTURE_TEXT || !endsFinished(text)) return false;
    const rest = { ...article, paragraphs: paragraphs.filter((other) => other !== paragraph) };
    return language.topicSimilarity(textOf(document, rest), text) < (text.startsWith('图为') ? NO_MATTER : OTHER_MATTER);
  });
  if (pictures.length === 0) return [article];
  const credits = pictures.map(({ blocks }) => blocks[0]! + 1);
  return [
    {
      ...article,
      heading: heading.filter((index) => !credits.includes(index)),
      paragraphs: paragraphs.filter((paragraph) => !pictures.includes(paragraph)),
    },
    ...pictures.map(({ blocks }): ArticleDraft => ({
      kind: 'photo',
      heading: [blocks[0]! + 1],
      paragraphs: [{ role: 'caption', blocks, joins: [] }],
      columnBlocks: [],
      jump: null,
      judgement: APART,
    })),
  ];
}

const WOVEN: Judgement = { rule: 'picture-set-into-heading', confidence: 'likely' };

function roleOf(document: Document, index: number): BlockRole | null {
  return document.blocks[index]!.role;
}

/** A headline over one paragraph, and nobody has signed. */
function mayBePicture(document: Document, article: ArticleDraft): boolean {
  return (
    article.paragraphs.length === 1 &&
    article.paragraphs[0]!.role === 'body' &&
    article.jump === null &&
    hasInHeading(document, article, 'headline') &&
    !hasInHeading(document, article, 'byline') &&
    !hasInHeading(document, article, 'credit')
  );
}

interface WovenStory {
  readonly article: ArticleDraft;
  readonly credit: number;
  /** Articles that it was read as. */
  readonly length: number;
}

/** The article right behind, where it holds the credit of the picture before it. */
function wovenStory(document: Document, articles: readonly ArticleDraft[], at: number): WovenStory | null {
  const story = articles[at + 1]!;
  if (!hasInHeading(document, story, 'headline')) return null;
  const credit = story.heading.find(
    (index) => roleOf(document, index) === 'credit' && document.blocks[index]!.judgement.rule !== 'author-note',
  );
  if (credit === undefined) return null;
  const first = story.paragraphs[0]?.blocks[0] ?? Infinity;
  if (credit < first && story.paragraphs.length > 0) return { article: story, credit, length: 1 };
  const rest = articles[at + 2];
  if (story.kind !== 'photo' || !rest || rest.heading.some((index) => roleOf(document, index) !== 'credit') || rest.kind === 'furniture')
    return null;
  if (!document.language || !goesOn(document, document.language, story, rest)) return null;
  const opening = story.paragraphs.map((paragraph) => ({ ...paragraph, role: 'body' as const }));
  return {
    article: {
      ...rest,
      kind: rest.kind === 'photo' || rest.kind === 'brief' ? 'feature' : rest.kind,
      heading: [...story.heading, ...rest.heading],
      paragraphs: [...opening, ...rest.paragraphs],
      columnBlocks: story.columnBlocks,
    },
    credit,
    length: 2,
  };
}

function goesOn(document: Document, language: LanguageScores, story: ArticleDraft, rest: ArticleDraft): boolean {
  const titled = (['kicker', 'byline', 'deck', 'column'] as const).some((role) => hasInHeading(document, story, role));
  return language.topicSimilarity(textOf(document, story), textOf(document, rest)) > (titled ? ONE_MATTER_UNDER_KICKER : ONE_MATTER);
}

/** Characters of an article that are looked at. */
const SIGHT = 600;

function textOf(document: Document, { heading, paragraphs }: ArticleDraft): string {
  const titles = heading.filter((index) => roleOf(document, index) === 'headline');
  return [...titles, ...paragraphs.flatMap(({ blocks }) => blocks)]
    .map((index) => blockText(document, document.blocks[index]!))
    .join('\n')
    .slice(0, SIGHT);
}

const STANDING: ReadonlySet<string | null> = new Set(['column', 'kicker', 'locality']);

/** A picture has its headline alone: column, kicker and place over it are those of the article it is set into, unless that has its own. */
function linesOverTitle(document: Document, picture: ArticleDraft, story: ArticleDraft): readonly number[] {
  const title = picture.heading.find((index) => roleOf(document, index) === 'headline')!;
  return picture.heading.filter(
    (index) => index < title && STANDING.has(roleOf(document, index)) && !hasInHeading(document, story, roleOf(document, index)),
  );
}
