import { STANDS_OVER_TEXT, blockText, revised } from '../document';
import type { Block, BlockRole, Document, LanguageScores } from '../document';
import { NOTICE, markOf } from '../heading-evidence';
import type { Stack } from '../heading-evidence';
import { endsFinished, widthOf } from '../line-ends';
import {
  COMMENTATOR,
  LONGEST_CAPTION,
  LONGEST_DATED_CAPTION,
  OPENS_CAPTION,
  SAYS_WHEN,
  isBareName,
  isKickerByForm,
  leadsAway,
  mayBeCaption,
  tellsOfMeeting,
} from '../line-grammar';
import { linesBeside } from '../lines-beside';
import { halfOfSentence, lostHeads } from '../lost-heads';
import type { LostHead } from '../lost-heads';
import { once } from '../once';
import { readHeading } from '../read-heading';
import { isTableRow, isTitleLike } from '../title-cues';
import { isTitle } from '../title-evidence';
import type { LinePlace } from '../title-evidence';
import { GIVEN_BY, ROW } from '../whole-lines';
import type { Office } from '../heading-weights';
import { BRIEFS_COLUMN, DATELINE, NUMBERED, OPENS_TEXT, SALUTATION, drawnTogether, namesSection } from '../lone-title';
import { labelled } from './label-by-grammar';

/** Who says what is a title, and what office each line of a heading has. */
export interface HeadingReader {
  readonly isTitle: typeof isTitle;
  readonly readHeading: (language: LanguageScores | null, stack: Stack) => readonly Office[];
}

interface Page {
  readonly reader: HeadingReader;
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
  /** How often each ornament stands before a short line. */
  readonly marks: ReadonlyMap<string, number>;
  /** No line is known for a column, a kicker or a jump by its grammar. */
  readonly plain: boolean;
  /** Texts that begin in mid-sentence and go on from none above. */
  readonly lost: () => readonly LostHead[];
}

/**
 * Finds the lines that stand over an article and gives each its office: column, kicker, locality, headline, deck, byline;
 * a title alone inside a running text becomes a subhead. Everything else is body.
 */
export function labelHeadings(document: Document, reader: HeadingReader = { isTitle, readHeading }): Document {
  const texts = document.blocks.map((block) => blockText(document, block));
  const nextText = nextTexts(document.blocks, texts);
  const page: Page = {
    reader,
    document,
    texts,
    blocks: [...document.blocks],
    nextText,
    lastPrinted: document.blocks.findLastIndex((block) => block.role !== 'furniture'),
    indents: mostOf(
      document.blocks.filter((_, index) => texts[index]!.length > LONG),
      (block) => block.indent > 0,
    ),
    blanks: mostOf(document.blocks, (block) => block.blankLinesBefore > 0),
    marks: countMarks(texts),
    plain: document.blocks.every(({ role }) => !NEWSPAPERLY.has(role ?? 'body')),
    lost: once(() =>
      document.language
        ? lostHeads(
            document.language,
            texts.filter((_, index) => nextText[index] === index),
          )
        : [],
    ),
  };
  const { blocks } = page;
  for (let index = 0; index < blocks.length; index++) {
    if (blocks[index]!.role !== null) continue;
    if (isPictureInText(page, index)) set(page, index, 'caption', 'says-what-the-picture-shows');
    else if (!standsAsTitle(page, index)) set(page, index, 'body', 'running-text');
  }
  labelCaptions(page);
  labelCommentators(page);
  let at = 0;
  let textsSince = 0;
  let signedAbove = false;
  while (at < blocks.length) {
    const begin = at;
    while (at < blocks.length && standsInHeading(blocks[at]!) && at - begin < LONGEST_STACK) at++;
    if (at > begin) {
      labelStack(page, begin, at, { textsSince, signedAbove });
      const heading = blocks.slice(begin, at).map(({ role }) => role);
      if (heading.includes('headline')) {
        textsSince = 0;
        signedAbove = heading.includes('byline');
      }
    } else if (blocks[at++]!.role === 'body') textsSince++;
  }
  labelKickersByForm(page);
  labelAskers(page);
  giveDecksTheirHeadlines(page);
  giveHeadlinesTheirBeginning(page);
  return revised(document, { blocks: blocks.map((block) => (isGivenBy(block) ? labelled(block, 'byline', GIVEN_BY, 'likely') : block)) });
}

const OVER_OTHERS: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['column', 'locality', 'headline']);

/** What was held, or when, over the headline that tells what came of it. */
function labelKickersByForm(page: Page): void {
  const { blocks, texts } = page;
  for (const [index, { role }] of blocks.entries()) {
    const below = blocks[index + 1]?.role;
    if ((below !== 'headline' && below !== 'deck') || blocks[index - 1]?.role === 'headline') continue;
    const isByForm = OVER_OTHERS.has(role) && isKickerByForm(texts[index]!) && (below === 'headline' || role === 'headline');
    const isMeeting = (OVER_OTHERS.has(role) || role === 'kicker') && below === 'headline' && tellsOfMeeting(texts[index]!);
    if (!isByForm && !isMeeting) continue;
    set(page, index, 'kicker', 'kicker-by-form');
    if (below === 'deck') set(page, index + 1, 'headline', 'headline-under-kicker');
  }
}

/** In characters. */
const LONGEST_ASKER = 12;
const END_OF_QUESTION = 40;

/** Between a question and its answer stands who asked: 平山路 小 娟. */
function labelAskers(page: Page): void {
  const { blocks, texts } = page;
  for (const [index, { role }] of blocks.entries()) {
    if (!MAY_ASK.has(role) || blocks[index - 1]?.role !== 'body' || !/^答[：:]/u.test(texts[index + 1] ?? '')) continue;
    if (texts[index]!.length > LONGEST_ASKER || /[？！，：]/u.test(texts[index]!)) continue;
    if (texts[index - 1]!.slice(-END_OF_QUESTION).includes('？')) set(page, index, 'byline', 'byline-alone');
  }
}

const MAY_ASK: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['headline', 'subhead', 'column', 'kicker']);

function isGivenBy({ role, judgement }: Block): boolean {
  return role === 'body' && judgement.rule === GIVEN_BY;
}

/** Running texts between a deck and the headline it has been parted from. */
const PARTED_BY = 3;

/** A deck with its dashes goes on from a headline: where only a text stands over it, from the title that was left under another article's byline. */
function giveDecksTheirHeadlines(page: Page): void {
  const { blocks, texts } = page;
  for (const [index, { role }] of blocks.entries()) {
    if (role !== 'deck' || !OPENS_DECK.test(texts[index]!) || blocks[index - 1]?.role !== 'body') continue;
    let at = index - 1;
    while (blocks[at]?.role === 'body' && index - at <= PARTED_BY) at--;
    const above = blocks[at]?.role;
    const first = texts[at + 1]!;
    if (above === 'byline' && at + 1 < index && isTitleLike(first) && !endsFinished(first) && widthOf(first) <= SURELY_A_TITLE)
      set(page, at + 1, 'headline', 'headline-of-deck-below');
    if ((above === 'subhead' || above === 'column' || above === 'deck') && blocks[at - 1]?.role === 'byline')
      set(page, at, 'headline', 'headline-of-deck-below');
  }
}

/** Longest first line of a headline that a comma ends, in full-width characters, and of a kicker with its dash. */
const LONGEST_FIRST_LINE = 14;
const LONGEST_LEADING_LINE = 32;

/** 上班途中买菜被撞， over 算不算工伤？: a short line that leads on to a headline or a kicker and goes on from no text is its first line, one with a dash the headline's kicker. */
function giveHeadlinesTheirBeginning(page: Page): void {
  const { blocks, texts } = page;
  for (const [index, { role }] of blocks.entries()) {
    const below = blocks[index + 1]?.role;
    if (role !== 'body' || (below !== 'headline' && below !== 'kicker') || blocks[index]!.spans.length > 1) continue;
    if (blocks[index - 1]?.role === 'body' && !endsFinished(texts[index - 1]!)) continue;
    const text = texts[index]!;
    const leadsOn = /[，：]$/u.test(text) && widthOf(text) <= LONGEST_FIRST_LINE;
    if (below === 'kicker') {
      if (leadsOn) set(page, index, 'kicker', 'kicker-in-heading');
    } else if (leadsOn) {
      // A headline has its text below: what stands alone over one on two lines is its kicker.
      if (blocks[index - 1]?.role === 'headline' && blocks[index - 2]?.role !== 'headline')
        set(page, index - 1, 'kicker', 'kicker-in-heading');
      set(page, index, 'headline', 'headline-goes-on');
      set(page, index + 1, 'headline', 'headline-second-line');
    } else if (/(?:——|──|—)$/u.test(text) && widthOf(text) <= LONGEST_LEADING_LINE) set(page, index, 'kicker', 'kicker-in-heading');
  }
}

function countMarks(texts: readonly string[]): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const text of texts) {
    const mark = text.length < LONG ? markOf(text) : '';
    if (mark !== '') marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  return marks;
}

/** Lines of one heading; bounds the work where a file is nothing but short lines. */
const LONGEST_STACK = 60;

/** A paragraph longer than this, in characters, is no title. */
const LONG = 50;

function mostOf(blocks: readonly Block[], holds: (block: Block) => boolean): boolean {
  return blocks.filter(holds).length * 2 > blocks.length;
}

/** What mere documents do not have. */
const NEWSPAPERLY: ReadonlySet<BlockRole> = new Set<BlockRole>(['column', 'kicker', 'locality', 'jump', 'deck']);

/** What a picture shows, over its credit, where no title stands above. */
function isPictureInText({ blocks, texts }: Page, index: number): boolean {
  return isPictureCredit(blocks[index + 1]) && mayBeCaption(texts[index]!) && blocks[beforePicture(blocks, index)]?.role === 'body';
}

/** A line broken off over a picture, better gone on with by the text below the picture's credit than by what the picture shows. */
function goesOnBehindPicture({ document, blocks, texts }: Page, index: number): boolean {
  const [text, caption, rest] = [texts[index]!, texts[index + 1] ?? '', texts[index + 3] ?? ''];
  if (!document.language || rest === '' || endsFinished(text) || !isPictureCredit(blocks[index + 2]) || !mayBeCaption(caption))
    return false;
  const goesOn = (head: string): number => document.language!.joinScore(text.slice(-12), head.slice(0, 12));
  return goesOn(rest) > Math.max(0, goesOn(caption));
}

function isPictureCredit(block: Block | undefined): boolean {
  return block?.role === 'credit' && block.judgement.rule !== 'author-note';
}

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
    if (!isPictureCredit(blocks[index]) || /^(?:这是|图为|图中)/u.test(texts[index + 1] ?? '')) continue;
    const before = blocks[index - 1]!;
    // Under a byline stands the first of what was written.
    const longest = SAYS_WHEN.test(texts[index - 1]!) && blocks[index - 2]?.role !== 'byline' ? LONGEST_DATED_CAPTION : LONGEST_CAPTION;
    if (before.role === 'body' && texts[index - 1]!.length <= longest && blocks[index - 2] && blocks[index - 2]!.role !== null)
      blocks[index - 1] = labelled(before, 'caption', 'sentence-before-credit', 'likely');
  }
}

/** 本报评论员 over a title, and not under one, is the author over the headline. */
function labelCommentators(page: Page): void {
  const { blocks, texts } = page;
  for (const [index, { role }] of blocks.entries())
    if (role === 'byline' && COMMENTATOR.test(texts[index]!) && blocks[index + 1]?.role === null && blocks[index - 1]?.role !== null)
      set(page, index, 'kicker', 'author-kicker');
}

/** Running texts looked at beyond captions and headings for one that a short line goes on in. */
const LOOK_AHEAD = 3;

/** What is asked and answered in a printed conversation is its text. */
const ASKS_OR_ANSWERS = /^(?:(?:问|答)[：:]|(?:记者|主持人)[：:].*[？?]$)/u;

function standsAsTitle(page: Page, index: number): boolean {
  const { document, texts, blocks, nextText, lastPrinted } = page;
  const text = texts[index]!;
  const signedBelow = isSignedBelow(page, index);
  if (!isTitleLike(text) || ASKS_OR_ANSWERS.test(text) || SALUTATION.test(text) || (isTableRow(text) && !isBareName(text))) return false;
  if (isCutOffForJump(page, index)) return false;
  if (isTitleOfRows(page, index) || NUMBERED.test(text) || hasDeckBehind(page, index)) return true;
  if (standsOverOpening(page, index) || standsOverJump(page, index)) return true;
  const textsBelow: string[] = [];
  const below = goesOnBehindPicture(page, index) ? index + 3 : index + 1;
  for (let at = nextText[below]!; at < blocks.length && textsBelow.length < LOOK_AHEAD; at = nextText[at + 1]!) textsBelow.push(texts[at]!);
  if (textsBelow.length === 0 && index >= lastPrinted && !mayEndPage(text)) return false;
  if (!document.language) return !/[，,]/u.test(text);
  return page.reader.isTitle(document.language, linePlace(page, index, signedBelow, textsBelow));
}

/** The last line of a page has its text above it: who wrote the last piece, and a notice's title where the page was read in disorder. */
function mayEndPage(text: string): boolean {
  return isBareName(text) || /^[（(].*[）)]$/u.test(text) || (NOTICE.test(text) && !text.startsWith('特此'));
}

/** Over the rows of a table; lists of what other pages hold have a standing title. */
const OVER_LIST = /导读|导览|看点|要目|索引/u;

function isTitleOfRows({ blocks, texts }: Page, index: number): boolean {
  const text = texts[index]!;
  const overRows = blocks[index + 1]?.judgement.rule === ROW && blocks[index]!.judgement.rule !== ROW;
  return overRows && widthOf(text) <= SURELY_A_TITLE && !endsFinished(text) && !/[，：]/u.test(text) && !OVER_LIST.test(text);
}

/** Over a list of what other pages hold, line by line. */
function standsOverList({ texts }: Page, index: number): boolean {
  return OVER_LIST.test(texts[index]!) && isTableRow(texts[index + 1] ?? '');
}

/** Who wrote it stands right below, or below one more title. */
function isSignedBelow({ blocks, texts }: Page, index: number): boolean {
  const below = blocks[index + 1];
  if (below?.role !== null) return below?.role === 'byline';
  return blocks[index + 2]?.role === 'byline' && isTitleLike(texts[index + 1]!);
}

/** Longest title that is one by where it stands alone, in full-width characters. */
const SURELY_A_TITLE = 30;

/** A short line between a text that is over, or goes on elsewhere, and one that begins with where the news came from. */
function standsOverOpening({ document, texts, blocks }: Page, index: number): boolean {
  const [before, text, below] = [texts[index - 1] ?? '', texts[index]!, texts[index + 1] ?? ''];
  if (!OPENS_TEXT.test(below) || widthOf(text) > SURELY_A_TITLE || endsFinished(text)) return false;
  if (blocks[index - 1]?.role !== 'body' || endsFinished(before)) return true;
  return document.language !== null && document.language.joinScore(before.slice(-12), text.slice(0, 12)) < 0;
}

/** The title over the rest of a story that comes from another page, between it and a text that is over. */
function standsOverJump(page: Page, index: number): boolean {
  const text = page.texts[index]!;
  if (!comesFromElsewhere(page.blocks[index + 1]) || widthOf(text) > SURELY_A_TITLE || endsFinished(text)) return false;
  return nothingGoesOnFrom(page, index - 1);
}

/** No text, or one that is over. */
function nothingGoesOnFrom({ texts, blocks }: Page, index: number): boolean {
  return blocks[index]?.role !== 'body' || endsFinished(texts[index]!);
}

/** 详见第三版 stands under a title that has its text elsewhere. */
const REFERS = /见/u;

/** Between a text and the line that says where it goes on stands the end of what is printed here, broken off wherever the column ended. */
function isCutOffForJump({ texts, blocks }: Page, index: number): boolean {
  const [above, below] = [blocks[index - 1], texts[index + 1] ?? ''];
  return above?.role === 'body' && blocks[index + 1]?.role === 'jump' && leadsAway(below) && !REFERS.test(below);
}

function comesFromElsewhere(block: Block | undefined): boolean {
  return block?.role === 'jump' && block.judgement.rule === 'jump-from';
}

const OPENS_DECK = /^(?:——|──|—)/u;

/** 老街换新颜 ——临江市…: what a deck stands behind on the same line is its headline. */
function hasDeckBehind({ document, texts, blocks }: Page, index: number): boolean {
  if (!OPENS_DECK.test(texts[index + 1] ?? '')) return false;
  const between = document.text.slice(blocks[index]!.spans.at(-1)!.end, blocks[index + 1]!.spans[0]!.start);
  return between.length < 8 && !/[\n\r\u2028\u2029]/u.test(between);
}

const ENDS_BEFORE: ReadonlySet<BlockRole> = new Set<BlockRole>(['credit', 'jump', 'furniture']);

function linePlace(
  { document, texts, blocks, nextText, indents, blanks, lost }: Page,
  index: number,
  signedBelow: boolean,
  textsBelow: readonly string[],
): LinePlace {
  const block = blocks[index]!;
  const below = blocks[index + 1];
  const before = beforePicture(blocks, index);
  const textBelowAtOnce = nextText[index + 1] === index + 1 || DATELINE.test(texts[index + 1] ?? '');
  return {
    text: texts[index]!,
    textBefore: blocks[before]?.role === 'body' ? texts[before]! : null,
    textsBelow,
    textBelowAtOnce,
    datelineBelow: DATELINE.test(texts[index + 1] ?? ''),
    endBefore: blocks[before]?.role !== 'body' && ENDS_BEFORE.has(blocks[index - 1]?.role ?? 'body'),
    signedBelow: signedBelow || (below?.role === null && isBareName(texts[index + 1]!)),
    titleBelow: below?.role === null && !textBelowAtOnce,
    jumpBelow: below?.role === 'jump',
    outdent: indents ? (block.indent > 0 ? -1 : 1) : 0,
    setOff: !blanks && block.blankLinesBefore > 0,
    folded: block.spans.length > 1,
    beside: linesBeside(blocks, texts, index),
    goesOnElsewhere: () =>
      document.language ? halfOfSentence(document.language, texts[index]!, lost(), textBelowAtOnce ? (texts[index + 1] ?? null) : null) : 0,
  };
}

/** What stands right before a line, or before the pictures with their credits that are set in there. */
function beforePicture(blocks: readonly Block[], index: number): number {
  let at = index - 1;
  while (blocks[at]?.role === 'credit' && blocks[at - 1]?.role === 'caption') at -= 2;
  return at;
}

function nextTexts(blocks: readonly Block[], texts: readonly string[]): Int32Array {
  const next = new Int32Array(blocks.length + 1).fill(blocks.length);
  for (let at = blocks.length - 1; at >= 0; at--) next[at] = isRunningText(blocks[at]!, texts[at]!) ? at : next[at + 1]!;
  return next;
}

/** Longer titles are rare enough for a line to be taken as text where it is not looked at itself. */
const SELDOM_A_TITLE = 36;

function isRunningText({ role }: Block, text: string): boolean {
  return (role === null || role === 'body') && text !== '' && (text.length > SELDOM_A_TITLE || !isTitleLike(text)) && !DATELINE.test(text);
}

function standsInHeading({ role }: Block): boolean {
  return role === null || STANDS_OVER_TEXT.has(role);
}

/** Characters of running text above and below a heading that its lines are held against. */
const REACH_BELOW = 400;
const REACH_ABOVE = 500;

function labelStack(page: Page, begin: number, end: number, above: Pick<Stack, 'textsSince' | 'signedAbove'>): void {
  const { document, blocks, texts } = page;
  const stack: Stack = {
    blocks,
    texts,
    begin,
    end,
    above: textAbove(page, begin),
    below: textBelow(page, end),
    narrow: isNarrow(page, end),
    ...above,
    marks: page.marks,
    plain: page.plain,
  };
  const read = withStandingTitle(page.reader.readHeading(document.language, stack), (place) => namesSection(texts[begin + place]!));
  // Tables and mere documents have no columns: what stands alone over them is their headline.
  const offices =
    read.length === 1 &&
    (isTitleOfRows(page, begin) ||
      (page.plain && read[0] === 'column' && !BRIEFS_COLUMN.test(drawnTogether(texts[begin]!)) && !namesSection(texts[begin]!)))
      ? (['headline'] as const)
      : read.length === 1 && standsOverList(page, begin)
        ? (['column'] as const)
        : comesFromElsewhere(blocks[end])
          ? withHeadline(read, () => nothingGoesOnFrom(page, begin - 1) && !tellsOfAbove(document, texts[begin]!, stack))
          : read;
  const together = standsTogether(blocks, begin, end);
  let titled = false;
  let headed = false;
  for (const [place, weighed] of offices.entries()) {
    const index = begin + place;
    const office = weighed === 'headline' && headed && together && blocks[index]!.role === null ? 'deck' : weighed;
    if (office === 'headline') headed = true;
    if (office === blocks[index]!.role && office !== 'column' && office !== 'byline') {
      titled = true;
      continue;
    }
    if (office === 'byline') {
      setByline(page, index, titled);
      titled = false;
      continue;
    }
    if (office === 'body') set(page, index, 'body', 'running-text');
    else if (office === 'goes-on') {
      set(page, index - 1, 'headline', 'headline-goes-on');
      set(page, index, 'headline', 'headline-second-line');
    } else if (office === 'headline') set(page, index, 'headline', end - begin === 1 ? 'title-over-text' : 'title-in-heading');
    else if (office !== 'kicker' || blocks[index]!.role !== 'kicker')
      set(page, index, office, end - begin === 1 ? 'title-in-text' : `${office}-in-heading`);
    titled = true;
  }
}

/** 图片新闻, 读者来信, 短评: what papers set over any story of the kind is no headline of one, whatever stands below. */
function withStandingTitle(offices: readonly Office[], stands: (place: number) => boolean): readonly Office[] {
  const place = offices.findIndex((office) => office !== 'column' && office !== 'locality');
  return place >= 0 && (offices[place] === 'headline' || offices[place] === 'kicker') && stands(place)
    ? offices.with(place, 'column')
    : offices;
}

/** A headline printed below its text answers that, and not what comes from another page. */
function tellsOfAbove({ language }: Document, title: string, { above, below }: Stack): boolean {
  return language !== null && language.topicSimilarity(above, title) > Math.max(0, language.topicSimilarity(below, title));
}

/**
 * Over a text that comes from another page stands its headline, however short: the last line of these where none is one, or, where nothing
 * goes on from above, what reads like text or a column's name.
 */
function withHeadline(offices: readonly Office[], isApart: () => boolean): readonly Office[] {
  if (offices.includes('headline')) return offices;
  const last = offices.findLastIndex((office) => office === 'subhead' || office === 'kicker');
  if (last >= 0) return offices.with(last, 'headline');
  if (!isApart()) return offices;
  const like = offices.includes('body') ? 'body' : 'column';
  const first = offices.indexOf(like);
  return offices.map((office, place) => (place === first ? 'headline' : office === like ? 'deck' : office));
}

/** Between blank lines, and with none inside: the heading of one article. */
function standsTogether(blocks: readonly Block[], begin: number, end: number): boolean {
  return (
    (begin === 0 || blocks[begin]!.blankLinesBefore > 0) &&
    (blocks[end]?.blankLinesBefore ?? 0) > 0 &&
    blocks.slice(begin + 1, end).every(({ blankLinesBefore }) => blankLinesBefore === 0)
  );
}

/** Who wrote it comes first, whoever took the picture. */
const WROTE_FIRST = /^[（(]?文|[/／]文/u;

function setByline(page: Page, index: number, titled: boolean): void {
  const { blocks, texts } = page;
  if (titled) set(page, index, 'byline', blocks[index]!.role === 'byline' ? 'byline-grammar' : 'bare-name');
  else if (/摄|图/u.test(texts[index]!) && !WROTE_FIRST.test(texts[index]!) && followsText(page, index))
    set(page, index, 'credit', 'reporter-with-camera');
  else set(page, index, 'byline', blocks[index - 1]?.role === 'byline' ? blocks[index - 1]!.judgement.rule : 'byline-alone');
}

function followsText({ blocks }: Page, index: number): boolean {
  const role = blocks[index - 1]?.role;
  return role === 'body' || role === 'caption';
}

function textBelow({ texts, blocks }: Page, end: number): string {
  let story = '';
  for (let at = end; at < blocks.length && story.length < REACH_BELOW; at++) {
    const { role } = blocks[at]!;
    if (role === 'body' || role === 'caption') story += texts[at]!;
    else if (role !== null && role !== 'furniture') break;
  }
  return story.slice(0, REACH_BELOW);
}

function textAbove({ texts, blocks }: Page, begin: number): string {
  let story = '';
  for (let at = begin - 1; at >= 0 && story.length < REACH_ABOVE; at--) {
    const { role } = blocks[at]!;
    if (role === 'body') story = texts[at]! + story;
    else if (role !== 'subhead' && role !== 'caption' && role !== 'furniture') break;
  }
  return story.slice(-REACH_ABOVE);
}

/** Whether the text under a heading is broken into the short lines of a column. */
function isNarrow({ blocks }: Page, end: number): boolean {
  for (let at = end; at < Math.min(blocks.length, end + 4); at++)
    if (blocks[at]!.role === 'body' && blocks[at]!.spans.length > 1) return true;
  return false;
}

function set({ blocks }: Page, index: number, role: BlockRole, rule: string): void {
  blocks[index] = labelled(blocks[index]!, role, rule, 'likely');
}
