import { bodyOf, firstBlock, mayTurn, orderNotice, titleOf } from '../article-parts';
import { clamp } from '../clamp';
import { isLatinText } from '../../contract/latin-text';
import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, Document, LanguageScores } from '../document';
import { endsFinished } from '../line-ends';
import { OPENS_TEXT } from '../lone-title';
import { areIndented } from '../break-links';
import { isWholeLine } from '../whole-lines';
import type { Judgement } from '../../contract/model';
import type { ParsedNotice } from '../../contract/parsed';

/** Log odds of a paragraph's end below which a text is broken off. */
const BROKEN_OFF = -4;
/** Nats from which a paragraph goes on with the broken sentence, and by which it must do so better than any other of its article. */
const LEAST = 6;
const AHEAD = 2;
/** Share of the nats for the sentence going on, and of those for what the texts are about. */
const SENTENCE = 0.5;
const MATTER = 0.25;
const MOST_MATTER = 4;
const LEAST_OPENING = -3;
const MOST_OPENING = 4;
/** For a paragraph without an indent on a page that indents, and against one that has it. */
const INDENT = 5;
/** Paragraphs of either article that are looked at on their side of the break, and pictures between the two: bounds the work. */
const SIGHT = 40;
const MOST_PICTURES = 4;
/** Characters of a name or a term with which a paragraph begins. */
const NAME = 3;
/** Characters on either side of a break. */
const CONTEXT = 12;

/**
 * A short piece set into a longer story: the story breaks off within a sentence, the piece has its heading and its text, and then the story
 * goes on, as if it were the piece's. From the paragraph on that goes on with the broken sentence, the text is the story's again.
 */
export function resumeStories(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const indents = areIndented(document.blocks.filter(({ role }) => role === 'body'));
  const articles = [...document.articles];
  const notices: ParsedNotice[] = [];
  for (const [at, piece] of articles.entries()) {
    const home = storyBefore(document, articles, at);
    const cut = home === null ? null : resumedAt(document, language, indents, articles[home]!, piece);
    if (home === null || cut === null) continue;
    const story = articles[home]!;
    const first = piece.paragraphs[cut]!.blocks[0]!;
    articles[home] = {
      ...story,
      heading: [...story.heading, ...piece.heading.filter((index) => index > first)],
      paragraphs: [...story.paragraphs, ...piece.paragraphs.slice(cut)],
      jump: piece.jump,
    };
    articles[at] = {
      ...piece,
      heading: piece.heading.filter((index) => index < first),
      paragraphs: piece.paragraphs.slice(0, cut),
      jump: null,
    };
    notices.push(orderNotice(document, [story.heading[0]!, first], RESUMED));
  }
  return notices.length === 0 ? document : revised(document, { articles, notices: [...document.notices, ...notices] });
}

const RESUMED: Judgement = { rule: 'story-goes-on-behind-piece', confidence: 'likely' };

/** The story that stands right before a piece, but for pictures; null where it is none that breaks off. */
function storyBefore(document: Document, articles: readonly ArticleDraft[], at: number): number | null {
  let home = at - 1;
  while (articles[home]?.kind === 'photo' && at - home <= MOST_PICTURES) home--;
  const [story, piece] = [articles[home], articles[at]!];
  if (!story || !mayTurn(story) || story.jump !== null || !hasInHeading(document, story, 'headline')) return null;
  const last = story.paragraphs.at(-1);
  return last?.role === 'body' && mayTurn(piece) && firstBlock(piece) > last.blocks.at(-1)! ? home : null;
}

/** The paragraph of the piece from which it is the story's; null where the story is whole or does not go on in the piece. */
function resumedAt(
  document: Document,
  language: LanguageScores,
  indents: boolean,
  story: ArticleDraft,
  { heading, paragraphs }: ArticleDraft,
): number | null {
  const says = (index: number): string => blockText(document, document.blocks[index]!);
  const last = document.blocks[story.paragraphs.at(-1)!.blocks.at(-1)!]!;
  const tail = blockText(document, last);
  if (heading.length === 0 || endsFinished(tail) || isWholeLine(last.judgement.rule) || isLatinText(tail)) return null;
  const before = tail.slice(-CONTEXT);
  if (language.endScore(before) > BROKEN_OFF) return null;
  const told = bodyOf(document, story.paragraphs.slice(-SIGHT));
  const whole = language.topicPairs(told);
  let best: number | null = null;
  let [most, next] = [-Infinity, -Infinity];
  for (let cut = 1; cut < Math.min(paragraphs.length, SIGHT); cut++) {
    const { role, blocks } = paragraphs[cut]!;
    const above = paragraphs[cut - 1]!;
    const block = document.blocks[blocks[0]!]!;
    const text = says(blocks[0]!);
    if (role !== 'body' || above.role !== 'body' || !endsFinished(says(above.blocks.at(-1)!))) continue;
    if (OPENS_TEXT.test(text) || isWholeLine(block.judgement.rule)) continue;
    const after = text.slice(0, CONTEXT);
    const said = [titleOf(document, heading), bodyOf(document, paragraphs.slice(0, cut))].join('\n');
    // What the piece names and the story does not is the piece's.
    if (said.includes(text.slice(0, NAME)) && !told.includes(text.slice(0, NAME))) continue;
    const rest = language.topicPairs(bodyOf(document, paragraphs.slice(cut, cut + SIGHT)));
    const piece = language.topicPairs(said);
    const matter = MATTER * (language.topicScore(whole, rest) - language.topicScore(piece, rest));
    const worth =
      SENTENCE * language.joinScore(before, after) -
      clamp(language.startScore(after), LEAST_OPENING, MOST_OPENING) +
      clamp(matter, -MOST_MATTER, MOST_MATTER) +
      (indents ? (block.indent > 0 ? -INDENT : INDENT) : 0);
    if (worth > most) [best, most, next] = [cut, worth, most];
    else next = Math.max(next, worth);
  }
  return most >= LEAST && most - next >= AHEAD ? best : null;
}
