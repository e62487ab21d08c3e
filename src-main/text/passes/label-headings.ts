import { blockText } from '../document';
import type { Block, BlockRole, Document } from '../document';
import { isBareName, isLocality } from '../line-grammar';
import { goesOnFar, isTitleLike, looksBrokenOff } from '../title-cues';
import { DATELINE, NUMBERED, judgeLoneTitle } from '../lone-title';
import { labelled } from './label-by-grammar';

interface Page {
  readonly document: Document;
  readonly texts: readonly string[];
  readonly blocks: Block[];
}

/**
 * Finds the lines that stand over an article and gives each its office: column, kicker, locality, headline, deck, byline;
 * a title alone inside a running text becomes a subhead. Everything else is body.
 */
export function labelHeadings(document: Document): Document {
  const page: Page = { document, texts: document.blocks.map((block) => blockText(document, block)), blocks: [...document.blocks] };
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

/** Longest caption of a picture set into another article's text, in characters. */
const LONGEST_CAPTION = 45;

/** A short sentence right before a picture credit is a caption, unless a title over it makes the picture an article of its own. */
function labelCaptions({ blocks, texts }: Page): void {
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
  const { document, texts, blocks } = page;
  const text = texts[index]!;
  const signedBelow = blocks[index + 1]?.role === 'byline';
  if (!isTitleLike(text, signedBelow)) return false;
  if (NUMBERED.test(text)) return true;
  let next: string | null = null;
  let looked = 0;
  for (let at = index + 1; at < blocks.length && looked < LOOK_AHEAD; at++) {
    if (!isRunningText(page, at)) continue;
    if (at === index + 1) next = texts[at]!;
    else if (goesOnFar(document.language, text, texts[at]!)) return false;
    looked++;
  }
  if (looked === 0 && !blocks.slice(index + 1).some((block) => block.role !== 'furniture')) return false;
  return !looksBrokenOff(document.language, text, next);
}

function isRunningText({ texts, blocks }: Page, index: number): boolean {
  const { role } = blocks[index]!;
  const text = texts[index]!;
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
      else if (/摄|图/u.test(page.texts[index]!) && page.blocks[index - 1]?.role === 'body')
        set(page, index, 'credit', 'reporter-with-camera');
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
  for (const index of titles)
    if (index === titles.at(-1) && tellsTheStory(page, index, end)) set(page, index, 'kicker', 'title-over-headline');
    else set(page, index, 'column', 'title-over-headline');
  if (end - begin > 1) set(page, headline, 'headline', signed ? 'title-over-byline' : 'title-under-column');
  else {
    const judged = judgeLoneTitle(page.document, blocks, texts, headline, underByline);
    set(page, headline, judged.role, judged.rule);
  }
}

/** Nats of shared matter above which a line over the headline belongs to the story: a kicker, no standing title. */
const TELLS_THE_STORY = 9;

function tellsTheStory({ document, texts, blocks }: Page, index: number, end: number): boolean {
  if (!document.language || blocks[index]!.role !== null) return false;
  let story = '';
  for (let at = end; at < blocks.length && blocks[at]!.role === 'body' && story.length < 400; at++) story += texts[at]!;
  return document.language.topicSimilarity(story.slice(0, 400), texts[index]!) > TELLS_THE_STORY;
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
