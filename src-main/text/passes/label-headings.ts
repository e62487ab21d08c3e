import { blockText } from '../document';
import type { Block, BlockRole, Document } from '../document';
import { isBareName, isLocality } from '../line-grammar';
import { widthOf } from '../line-ends';
import { isTitleLike } from '../title-cues';
import { titleEvidence, weigh } from '../title-evidence';
import type { LinePlace } from '../title-evidence';
import { DATELINE, NUMBERED, judgeLoneTitle } from '../lone-title';
import { labelled } from './label-by-grammar';

interface Page {
  readonly document: Document;
  readonly texts: readonly string[];
  readonly blocks: Block[];
  /** For every block the next running text from it on, as it looked before titles were told; the number of blocks where there is none. */
  readonly nextText: Int32Array;
  /** The last block that is no furniture. */
  readonly lastPrinted: number;
  /** Long paragraphs are mostly indented. */
  readonly indents: boolean;
  /** Most lines stand behind a blank one. */
  readonly blanks: boolean;
}

/**
 * Finds the lines that stand over an article and gives each its office: column, kicker, locality, headline, deck, byline;
 * a title alone inside a running text becomes a subhead. Everything else is body.
 */
export function labelHeadings(document: Document): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  const page: Page = {
    document,
    texts,
    blocks: [...document.blocks],
    nextText: nextTexts(document.blocks, texts),
    lastPrinted: document.blocks.findLastIndex((block) => block.role !== 'furniture'),
    indents: mostOf(
      document.blocks.filter((_, index) => texts[index]!.length > LONG),
      (block) => block.indent > 0,
    ),
    blanks: mostOf(document.blocks, (block) => block.blankLinesBefore > 0),
  };
  const { blocks } = page;
  for (let index = 0; index < blocks.length; index++)
    if (blocks[index]!.role === null && !standsAsTitle(page, index))
      blocks[index] = labelled(blocks[index]!, 'body', 'running-text', 'likely');
  labelCaptions(page);
  let at = 0;
  while (at < blocks.length) {
    const begin = at;
    while (at < blocks.length && standsInHeading(blocks[at]!)) at++;
    if (at > begin) labelStack(page, begin, at);
    else at++;
  }
  return { ...document, blocks };
}

/** A paragraph longer than this, in characters, is no title. */
const LONG = 50;

function mostOf(blocks: readonly Block[], holds: (block: Block) => boolean): boolean {
  return blocks.filter(holds).length * 2 > blocks.length;
}

/** Longest caption of a picture set into another article's text, in characters. */
const LONGEST_CAPTION = 45;

const OPENS_CAPTION = /^(?:[▲▼◀▶←→↑↓]\s*)?(?:[上下左右]?图(?:[一二三四①②③④0-9])?|图片)(?:为|：|:|中)/u;

/** A short sentence right before a picture credit is a caption, unless a title over it makes the picture an article of its own. */
function labelCaptions({ blocks, texts }: Page): void {
  for (const [index, block] of blocks.entries())
    if (
      block.role === 'body' &&
      texts[index]!.length <= LONGEST_CAPTION &&
      OPENS_CAPTION.test(texts[index]!) &&
      blocks[index - 1]?.role === 'body'
    )
      blocks[index] = labelled(block, 'caption', 'says-what-the-picture-shows', 'likely');
  for (let index = 1; index < blocks.length; index++) {
    if (blocks[index]!.role !== 'credit' || blocks[index]!.judgement.rule === 'author-note') continue;
    const before = blocks[index - 1]!;
    if (before.role === 'body' && texts[index - 1]!.length <= LONGEST_CAPTION && blocks[index - 2] && blocks[index - 2]!.role !== null)
      blocks[index - 1] = labelled(before, 'caption', 'sentence-before-credit', 'likely');
  }
}

/** Running texts looked at beyond captions and headings for one that a short line goes on in. */
const LOOK_AHEAD = 3;

function standsAsTitle(page: Page, index: number): boolean {
  const { document, texts, blocks, nextText, lastPrinted } = page;
  const text = texts[index]!;
  const signedBelow = blocks[index + 1]?.role === 'byline';
  if (!isTitleLike(text)) return false;
  if (NUMBERED.test(text)) return true;
  const textsBelow: string[] = [];
  for (let at = nextText[index + 1]!; at < blocks.length && textsBelow.length < LOOK_AHEAD; at = nextText[at + 1]!)
    textsBelow.push(texts[at]!);
  if (textsBelow.length === 0 && index >= lastPrinted) return false;
  if (!document.language) return !/[，,]/u.test(text);
  const evidence = titleEvidence(document.language, linePlace(page, index, signedBelow, textsBelow));
  return weigh(evidence) > 0;
}

const ENDS_BEFORE: ReadonlySet<BlockRole> = new Set<BlockRole>(['credit', 'jump', 'furniture']);

function linePlace(
  { texts, blocks, nextText, indents, blanks }: Page,
  index: number,
  signedBelow: boolean,
  textsBelow: readonly string[],
): LinePlace {
  const block = blocks[index]!;
  const below = blocks[index + 1];
  const textBelowAtOnce = nextText[index + 1] === index + 1 || DATELINE.test(texts[index + 1] ?? '');
  return {
    text: texts[index]!,
    textBefore: blocks[index - 1]?.role === 'body' ? texts[index - 1]! : null,
    textsBelow,
    textBelowAtOnce,
    datelineBelow: DATELINE.test(texts[index + 1] ?? ''),
    endBefore: ENDS_BEFORE.has(blocks[index - 1]?.role ?? 'body'),
    signedBelow: signedBelow || (below?.role === null && isBareName(texts[index + 1]!)),
    titleBelow: below?.role === null && !textBelowAtOnce,
    jumpBelow: below?.role === 'jump',
    outdent: indents ? (block.indent > 0 ? -1 : 1) : 0,
    setOff: !blanks && block.blankLinesBefore > 0,
    folded: block.spans.length > 1,
  };
}

function nextTexts(blocks: readonly Block[], texts: readonly string[]): Int32Array {
  const next = new Int32Array(blocks.length + 1).fill(blocks.length);
  for (let at = blocks.length - 1; at >= 0; at--) next[at] = isRunningText(blocks[at]!, texts[at]!) ? at : next[at + 1]!;
  return next;
}

function isRunningText({ role }: Block, text: string): boolean {
  return (role === null || role === 'body') && text !== '' && !isTitleLike(text) && !DATELINE.test(text);
}

function standsInHeading(block: Block): boolean {
  const { role } = block;
  return (
    role === null ||
    role === 'column' ||
    role === 'kicker' ||
    role === 'byline' ||
    role === 'locality' ||
    role === 'headline' ||
    role === 'deck'
  );
}

/** A stack may hold the headings of several articles: each ends at its byline, and an author's name with a colon opens one. */
function labelStack(page: Page, begin: number, end: number): void {
  let from = begin;
  for (let index = begin; index < end; index++) {
    if (index > from + 1 && opensNextHeading(page, from, index)) {
      labelHeading(page, from, index);
      from = index;
    }
    if (isBylineHere(page, from, index)) {
      if (index > from) labelHeading(page, from, index + 1);
      else if (/摄|图/u.test(page.texts[index]!) && followsText(page, index)) set(page, index, 'credit', 'reporter-with-camera');
      else set(page, index, 'byline', 'byline-alone');
      from = index + 1;
    }
  }
  if (from < end) labelHeading(page, from, end, from > begin);
}

/** A place, an author or a marked column behind two titles belongs to the next article: two articles lie side by side. */
function opensNextHeading({ blocks, texts }: Page, from: number, index: number): boolean {
  const { role } = blocks[index]!;
  const opens = role === 'kicker' || role === 'column' || (role === null && isLocality(texts[index]!));
  if (!opens) return false;
  let titles = 0;
  for (let at = from; at < index; at++) {
    if (blocks[at]!.role === null && /^(?:——|──|—)/u.test(texts[at]!)) titles--;
    else if (blocks[at]!.role === null || blocks[at]!.role === 'column') titles++;
  }
  return titles >= 2;
}

function followsText({ blocks }: Page, index: number): boolean {
  const role = blocks[index - 1]?.role;
  return role === 'body' || role === 'caption';
}

function isBylineHere({ blocks, texts }: Page, from: number, index: number): boolean {
  if (blocks[index]!.role === 'byline') return true;
  return blocks[index]!.role === null && index > from && isBareName(texts[index]!) && !isLocality(texts[index]!);
}

/** One article's heading: [column [——its second line]] [kicker] [locality] headline [——deck] [byline]. */
function labelHeading(page: Page, begin: number, end: number, underByline = false): void {
  const { blocks, texts } = page;
  const last = end - 1;
  const signed = isBylineHere(page, begin, last);
  if (signed) set(page, last, 'byline', blocks[last]!.role === 'byline' ? 'byline-grammar' : 'bare-name');
  const titles: number[] = [];
  let localityAt = -1;
  for (let index = begin; index < (signed ? last : end); index++) {
    const text = texts[index]!;
    if (blocks[index]!.role !== null) continue;
    if (/^(?:——|──|—)/u.test(text)) {
      const over = titles.at(-1);
      const goesOn = hasTitleAfter(page, index + 1, signed ? last : end);
      if (over !== undefined && goesOn) {
        set(page, over, 'column', 'standing-title');
        titles.pop();
        set(page, index, 'column', 'standing-title-second-line');
      } else set(page, index, over === undefined && blocks[index - 1]?.role === 'column' ? 'column' : 'deck', 'dashed-deck');
    } else if (NUMBERED.test(text)) set(page, index, 'subhead', 'numbered-title');
    else if (isLocality(text) && index + 1 < end && titles.length < 2) {
      set(page, index, 'locality', 'place-line');
      localityAt = index;
    } else titles.push(index);
  }
  if (titles.length === 2 && localityAt >= 0 && localityAt < titles[0]!) set(page, titles.pop()!, 'deck', 'second-title-under-place');
  const headline = titles.pop();
  if (headline === undefined) return;
  for (const [place, index] of titles.entries()) {
    const over =
      place === titles.length - 1 ? officeOver(page, index, headline, end, place > 0 || columnAbove(page, begin, index)) : 'column';
    set(page, index, over, over === 'headline' ? 'headline-goes-on' : 'title-over-headline');
  }
  if (end - begin > 1) set(page, headline, 'headline', signed ? 'title-over-byline' : 'title-under-column');
  else {
    const judged = judgeLoneTitle(page.document, blocks, texts, headline, underByline);
    set(page, headline, judged.role, judged.rule);
  }
}

/** Nats of shared matter above which a line over the headline belongs to the story: a kicker, or the headline's first line. */
const TELLS_THE_STORY = 9;
const TELLS_IN_NARROW_COLUMN = 3.5;
/** Nats above which a headline was broken inside a word or phrase. */
const BROKEN_HEADLINE = 9;
/** A headline's line in a narrow column is hardly wider, in full-width characters. */
const NARROW = 13;

/** What the title right over the last one is: a standing column, a kicker, or the first line of the same headline. */
function officeOver(page: Page, index: number, headline: number, end: number, columnStands: boolean): 'column' | 'kicker' | 'headline' {
  const { document, texts, blocks } = page;
  const { language } = document;
  const narrow = isNarrow(page, end);
  if (!language) return 'column';
  const text = texts[index]!;
  const below = texts[headline]!;
  const shared = language.topicSimilarity(storyBelow(page, end), text);
  if (!narrow) return shared > TELLS_THE_STORY ? 'kicker' : 'column';
  if (headline === index + 1 && blocks[headline]!.blankLinesBefore === 0) {
    if (!STANDING_TITLE.test(text) && language.joinScore(text, below) > BROKEN_HEADLINE) return 'headline';
    const even = Math.abs(widthOf(text) - widthOf(below)) <= 1 && widthOf(below) <= NARROW;
    if (widthOf(text) <= NARROW && (shared > TELLS_IN_NARROW_COLUMN || columnStands || (even && !STANDING_TITLE.test(text))))
      return 'headline';
  }
  return shared > TELLS_IN_NARROW_COLUMN ? 'kicker' : 'column';
}

/** How standing titles end in newspapers everywhere. */
const STANDING_TITLE =
  /(?:观察|调查|特写|聚焦|关注|访谈|对话|之声|之窗|之风|之路|故事|行动|一线|在线|大家谈|进行时|巡礼|看点|新闻|时评|评论|论坛|纵横|视点|视窗|播报|解读|问答|手记|日记|行记|在身边|话题|发布|讲堂|征程|新篇|风采|人物|记忆|时光|时空|快讯|简讯|短讯|简报)$/u;

function columnAbove({ blocks }: Page, begin: number, index: number): boolean {
  return blocks.slice(begin, index).some((block) => block.role === 'column' || block.role === 'locality');
}

function storyBelow({ texts, blocks }: Page, end: number): string {
  let story = '';
  for (let at = end; at < blocks.length && blocks[at]!.role === 'body' && story.length < 400; at++) story += texts[at]!;
  return story.slice(0, 400);
}

/** Whether the text under a heading is broken into the short lines of a column. */
function isNarrow({ blocks }: Page, end: number): boolean {
  for (let at = end; at < Math.min(blocks.length, end + 4); at++)
    if (blocks[at]!.role === 'body' && blocks[at]!.spans.length > 1) return true;
  return false;
}

function hasTitleAfter({ blocks, texts }: Page, from: number, end: number): boolean {
  for (let index = from; index < end; index++) {
    const { role } = blocks[index]!;
    if (role === 'kicker' || (role === null && !/^(?:——|──|—)/u.test(texts[index]!))) return true;
  }
  return false;
}

function set({ blocks }: Page, index: number, role: BlockRole, rule: string): void {
  blocks[index] = labelled(blocks[index]!, role, rule, 'likely');
}
