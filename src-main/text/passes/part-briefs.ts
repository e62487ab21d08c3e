import { blockText, revised } from '../document';
import type { Block, Document, LanguageScores } from '../document';
import { NOTICE, markOf } from '../heading-evidence';
import { BRIEF_MARK, namesBriefs } from '../lone-title';
import { labelled } from './label-by-grammar';

/** Nats of shared matter above which a marked title and the texts on either side of it are one article. */
const ONE_ARTICLE = 0;
/** What title and text share counts less: a title is short, and one word of it says much. */
const TITLE_WEIGHT = 0.5;
/** Nats of shared matter above which a marked paragraph is an item of a list in an article, and no brief of its own. */
const ONE_LIST = 3;
/** Characters of text looked at on either side. */
const SIGHT = 400;

/**
 * Briefs and lists look alike: ◆ stands before subheads, before columns, before each brief. What the texts on either side are about tells them apart:
 * a marked title in one article is its subhead, a title over marked paragraphs of different matter is a column, and each of these a brief.
 */
export function partBriefs(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const texts = document.blocks.map((block) =>
    block.role === 'body' || block.role === 'column' || block.role === 'headline' || block.role === 'subhead'
      ? blockText(document, block)
      : '',
  );
  const blocks = [...document.blocks];
  let inNotice = false;
  for (const [index, block] of document.blocks.entries()) {
    inNotice = isOfNotice(block, texts[index]!, inNotice);
    if (block.role === 'column' && block.judgement.rule === 'marked-column' && standsInArticle(language, blocks, texts, index))
      blocks[index] = labelled(block, 'subhead', 'marked-title-in-text', 'likely');
    else if (block.role === 'body' && !inNotice && opensBrief(language, blocks, texts, index)) {
      blocks[index] = labelled(block, 'body', OPENS_BRIEF, 'likely');
      const over = blocks[index - 1];
      if (over?.role === 'subhead') blocks[index - 1] = labelled(over, 'column', 'title-over-briefs', 'likely');
    }
  }
  return revised(document, { blocks: withBriefHeadlines(language, blocks, texts) });
}

/** Nats of shared matter below which the text under a title in a brief is no part of that brief. */
const ANOTHER_BRIEF = 10;

/** Briefs that have headlines all have: a title behind the one text of a brief, over a text about something else, is no subhead but the next headline. */
function withBriefHeadlines(language: LanguageScores, blocks: readonly Block[], texts: readonly string[]): readonly Block[] {
  const next = [...blocks];
  let mark: string | null = null;
  let textsUnder = 0;
  for (const [index, { role }] of blocks.entries()) {
    if (role === 'furniture') continue;
    if (role === 'column') {
      const below = blocks[index + 1]?.role === 'furniture' ? index + 2 : index + 1;
      const called = namesBriefs(texts[index]!);
      mark = called && blocks[below]?.role === 'headline' ? markOf(texts[below]!) : null;
    } else if (role === 'headline') textsUnder = 0;
    else if (role === 'body') textsUnder++;
    else if (role === 'subhead' && mark !== null && textsUnder === 1 && mark === markOf(texts[index]!)) {
      if (language.topicSimilarity(texts[index - 1]!.slice(0, SIGHT), (texts[index + 1] ?? '').slice(0, SIGHT)) >= ANOTHER_BRIEF) continue;
      next[index] = labelled(blocks[index]!, 'headline', 'title-over-text', 'likely');
      textsUnder = 0;
    } else mark = null;
  }
  return next;
}

/** The rule under which a running text is the first of a brief. */
export const OPENS_BRIEF = 'marked-brief';

function standsInArticle(language: LanguageScores, blocks: readonly Block[], texts: readonly string[], index: number): boolean {
  if (blocks[index - 1]?.role !== 'body' || blocks[index + 1]?.role !== 'body' || namesBriefs(texts[index]!)) return false;
  const after = language.topicPairs(gather(blocks, texts, index + 1, 1));
  const before = language.topicPairs(gather(blocks, texts, index - 1, -1));
  const title = language.topicPairs(texts[index]!);
  return language.topicScore(before, after) + TITLE_WEIGHT * language.topicScore(title, after) > ONE_ARTICLE;
}

function opensBrief(language: LanguageScores, blocks: readonly Block[], texts: readonly string[], index: number): boolean {
  const text = texts[index]!;
  if (!BRIEF_MARK.test(text) || (texts[index - 1]?.[0] !== text[0] && texts[index + 1]?.[0] !== text[0])) return false;
  const before = blocks[index - 1];
  if (before?.role !== 'body') return before?.role !== 'byline';
  return before.judgement.rule === OPENS_BRIEF || language.topicSimilarity(gather(blocks, texts, index - 1, -1), text) < ONE_LIST;
}

/** Under these stands what to do, or who is wanted, point by point. */
const LISTS_POINTS = /(?:诚聘|诚招|提示|提醒|须知|贴士|锦囊|指南|攻略)$/u;
const GOES_ON = /[；;]$/u;

/** The title of a notice, and what it lists below, each behind its mark: 遗失声明, 招领启事. `above`: the line above is of one. */
function isOfNotice({ role }: Block, text: string, above: boolean): boolean {
  if (role === 'headline') return NOTICE.test(text) || LISTS_POINTS.test(text);
  return role === 'body' && BRIEF_MARK.test(text) && (above || GOES_ON.test(text));
}

/** Running text on one side, over subheads and the like, as far as another heading. */
function gather(blocks: readonly Block[], texts: readonly string[], from: number, step: 1 | -1): string {
  let text = '';
  for (let at = from; at >= 0 && at < blocks.length && text.length < SIGHT; at += step) {
    const { role, judgement } = blocks[at]!;
    if (role === 'body') text = step > 0 ? text + texts[at]! : texts[at]! + text;
    else if (role !== 'subhead' && role !== 'caption' && role !== 'furniture' && judgement.rule !== 'marked-column') break;
  }
  return step > 0 ? text.slice(0, SIGHT) : text.slice(-SIGHT);
}
