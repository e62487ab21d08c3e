import { firstBlock } from '../article-parts';
import { blockText, hasInHeading, revised } from '../document';
import type { ArticleDraft, Block, BlockRole, Document, ParagraphDraft } from '../document';
import { TURNS_PAGE } from '../english/label-english';
import { PICTURE_BY_ITSELF } from '../english/label-pictures';
import { leadsAway, readJump } from '../line-grammar';
import { BRIEF_MARK, DATELINE, OPENS_TEXT, drawnTogether, namesBriefs, namesSection } from '../lone-title';
import { endsFinished } from '../line-ends';
import { GIVEN_BY, ROW } from '../whole-lines';
import { isTableRow } from '../title-cues';
import { OPENS_BRIEF } from './part-briefs';
import type { ArticleKind } from '../../contract/model';

interface Gathering {
  heading: number[];
  paragraphs: ParagraphDraft[];
  columnBlocks: readonly number[];
  jump: ArticleDraft['jump'];
  kind: ArticleKind;
}

/** Lines; bounds the work where a file is nothing but short lines. */
const LONGEST_HEADING = 60;
/** Paragraphs of another article between a headline and its deck. */
const MOST_BEFORE_DECK = 2;

/**
 * Groups blocks into articles in file order: an article begins at the first line of a heading or at an 上接 line,
 * and under a briefs column every paragraph is one. A credit, an author's note or a 下转 line ends what it stands under.
 */
export function groupArticles(document: Document): Document {
  const { blocks } = document;
  const gatherings: Gathering[] = [];
  const furniture: number[] = [];
  let closed = false;
  let briefs: readonly number[] | null = null;
  const begin = (kind: ArticleKind): Gathering => {
    closed = false;
    const fresh: Gathering = { heading: [], paragraphs: [], columnBlocks: [], jump: null, kind };
    gatherings.push(fresh);
    return fresh;
  };
  const current = (): Gathering => (closed ? null : gatherings.at(-1)) ?? begin('feature');
  const heading = (): Gathering => {
    const here = gatherings.at(-1);
    const open = here && !closed && here.paragraphs.length === 0 && (here.jump?.to ?? null) === null;
    return open && here.heading.length < LONGEST_HEADING ? here : begin('feature');
  };
  const has = (gathering: Gathering, role: BlockRole): boolean => hasInHeading(document, gathering, role);

  /** A deck with no headline of its own, behind a few lines of another article's text, belongs to the headline over these. */
  const isBelated = (index: number): boolean => {
    const before = gatherings.at(-1);
    if (!before || closed || before.paragraphs.length === 0 || before.paragraphs.length > MOST_BEFORE_DECK) return false;
    if (!has(before, 'headline') || has(before, 'deck') || has(before, 'byline')) return false;
    for (let at = index; at < blocks.length; at++) {
      const { role } = blocks[at]!;
      if (role !== 'deck' && role !== 'byline') return role === 'body';
    }
    return false;
  };

  /** The last article is a picture, set into one whose sentence goes on behind it. */
  const isBrokenOffOverPicture = (): boolean => {
    const [story, picture] = [gatherings.at(-2), gatherings.at(-1)];
    const last = story?.paragraphs.at(-1)?.blocks.at(-1);
    if (picture?.kind !== 'photo' || story?.kind !== 'feature' || story.jump || last === undefined) return false;
    return has(story, 'headline') && !endsFinished(blockText(document, blocks[last]!));
  };

  for (const [index, block] of blocks.entries()) {
    const role = block.role ?? 'body';
    if (role === 'furniture') {
      furniture.push(index);
      if (block.judgement.rule === TURNS_PAGE) closed = true;
    } else if (role === 'jump') {
      const printed = blockText(document, block);
      const jump = readJump(printed);
      if (!leadsAway(printed)) {
        const open = gatherings.at(-1);
        const titled =
          open && !closed && open.paragraphs.length === 0 && open.jump === null && has(open, 'headline') && !has(open, 'byline');
        const fresh = titled ? open : begin('jump');
        fresh.kind = 'jump';
        fresh.columnBlocks = fresh.columnBlocks.filter((column) => fresh.heading.includes(column));
        fresh.jump = jump;
        fresh.heading.push(index);
        briefs = null;
      } else {
        const here = current();
        here.heading.push(index);
        here.jump = { from: here.jump?.from ?? null, to: jump?.to ?? null };
        closed = true;
      }
    } else if (role === 'column') {
      const open = heading();
      const here = has(open, 'headline') || has(open, 'kicker') || has(open, 'locality') ? begin('feature') : open;
      here.heading.push(index);
      here.columnBlocks = [...here.columnBlocks, index];
      briefs = isOverBriefs(document, index) ? here.columnBlocks : null;
    } else if (role === 'kicker' || role === 'locality' || role === 'headline') {
      const open = heading();
      const goesOn = role === 'headline' && blocks[index - 1]?.judgement.rule === 'headline-goes-on';
      const here = (has(open, 'headline') && !goesOn) || (role === 'locality' && has(open, 'locality')) ? begin('feature') : open;
      const signs = isAuthor(block);
      if (signs && here.columnBlocks.length === 0) here.columnBlocks = columnOfSeries(gatherings, blocks);
      here.heading.push(index);
      if (signs) here.kind = 'signed';
      if (goesOn && briefs && here.kind === 'brief') continue;
      if (role === 'headline' && briefs && standsOverBrief(document, index) && !has(here, 'column')) {
        here.kind = 'brief';
        here.columnBlocks = briefs;
      } else if (role === 'headline' && !has(here, 'column')) briefs = null;
    } else if (role === 'deck') {
      (isBelated(index) ? gatherings.at(-1)! : heading()).heading.push(index);
      briefs = null;
    } else if (role === 'byline' && blocks[index - 1]?.role === 'deck' && gatherings.at(-1)?.heading.at(-1) === index - 1) {
      gatherings.at(-1)!.heading.push(index);
    } else if (role === 'byline') {
      const before = gatherings.at(-1);
      const { rule } = block.judgement;
      if ((rule === 'byline-alone' || rule === GIVEN_BY) && before && before.paragraphs.length > 0) {
        const awaited =
          rule !== GIVEN_BY &&
          has(before, 'headline') &&
          !has(before, 'byline') &&
          blocks[index + 1]?.role === 'body' &&
          !isOneOfSignatures(document, index);
        if (isOfAnotherHeading(document, before, index)) begin('feature').heading.push(index);
        else {
          before.heading.push(index);
          closed = !awaited;
        }
      } else heading().heading.push(index);
    } else if (role === 'credit') {
      const here = gatherings.at(-1) ?? begin('feature');
      here.heading.push(index);
      if (block.judgement.rule === 'author-note') closed = true;
      else if (here.paragraphs.length === 1 && here.jump === null && !has(here, 'byline')) {
        here.kind = 'photo';
        here.paragraphs = here.paragraphs.map((paragraph) => ({ ...paragraph, role: 'caption' }));
        closed = true;
      }
    } else {
      const before = gatherings.at(-1);
      if (role === 'caption' && block.judgement.rule === PICTURE_BY_ITSELF) begin('photo');
      const opening = role === 'body' ? blockText(document, block) : '';
      if (EDITORS_NOTE.test(opening) || isAnswer(document, index)) closed = false;
      const marked = role === 'body' && block.judgement.rule === OPENS_BRIEF;
      const opensNews = OPENS_TEXT.test(opening);
      const mayOpen = before !== undefined && before.paragraphs.length > 0 && role === 'body' && !has(before, 'headline');
      if (marked && !briefs && before && !closed && before.paragraphs.length > 0) {
        begin('brief').paragraphs.push({ role: 'body', blocks: [index], joins: [] });
      } else if (briefs && mayOpen && isAnotherBrief(document, before.paragraphs, index, oneMatterUnder(document, briefs))) {
        const fresh = begin('brief');
        fresh.columnBlocks = briefs;
        fresh.paragraphs.push({ role, blocks: [index], joins: [] });
      } else {
        const opens = opensNews || (role === 'body' && before !== undefined && isBehindTable(document, before, index));
        if (closed && briefs && areBriefsOver(document, gatherings, index)) briefs = null;
        if (closed && role === 'body' && !opensNews && isBrokenOffOverPicture()) {
          gatherings.push(...gatherings.splice(-2, 1));
          closed = false;
        }
        const here = opens && before && before.paragraphs.length > 0 && !closed && !briefs ? begin('feature') : current();
        if (briefs) here.kind = 'brief';
        here.paragraphs.push({ role: role === 'subhead' || role === 'caption' ? role : 'body', blocks: [index], joins: [] });
      }
    }
  }
  const articles = gatherings
    .map((gathering) => withoutForeignColumn(document, gathering, gatherings))
    .filter((gathering) => gathering.heading.length > 0 || gathering.paragraphs.length > 0)
    .toSorted((a, b) => firstBlock(a) - firstBlock(b))
    .map(({ kind, heading: over, paragraphs, columnBlocks, jump }): ArticleDraft => ({
      kind,
      heading: over,
      paragraphs,
      columnBlocks,
      jump,
      judgement: { rule: 'file-order', confidence: 'likely' },
    }));
  if (furniture.length > 0)
    articles.push({
      kind: 'furniture',
      heading: furniture,
      paragraphs: [],
      columnBlocks: [],
      jump: null,
      judgement: { rule: 'running-head', confidence: 'certain' },
    });
  return revised(document, { articles });
}

/** Over a text, below that of an article which says already who wrote it: what rejoin-headings.ts finds the headline for. */
function isOfAnotherHeading(document: Document, before: Gathering, index: number): boolean {
  const { blocks } = document;
  return (
    blocks[index]!.judgement.rule === 'byline-alone' &&
    blocks[index + 1]?.role === 'body' &&
    hasInHeading(document, before, 'headline') &&
    before.heading.some((line) => blocks[line]!.role === 'byline' && line < before.paragraphs[0]!.blocks[0]!) &&
    !/^[（(〔]/u.test(blockText(document, blocks[index]!))
  );
}

/** What the editor adds to a signed letter. */
const EDITORS_NOTE = /^编(?:后|余|者附记|者注)/u;

/** Who answers a letter, what was done about it, or the next question to whom has answered. */
const ANSWERS =
  /^(?:[问答][：:]|编者(?:按|答)[：:]?|(?:本[报刊]|记者|编辑部?|律师|专家|医生)(?:答复?|回复|查询|解答|点评|跑腿)?[：:]|(?:本报)?记者(?:已|即|随即|就此|随后|将来?信|把来?信|带着))/u;
/** Characters of a name, and how far into an answer whom it is to may stand. */
const NAME = 2;
const LONGEST_ADDRESS = 10;

/** Right below who signed a letter: what answers it, or speaks to whom signed. */
function isAnswer(document: Document, index: number): boolean {
  const { blocks } = document;
  if (blocks[index]!.role !== 'body' || blocks[index - 1]?.role !== 'byline' || blocks[index - 2]?.role !== 'body') return false;
  const text = blockText(document, blocks[index]!);
  if (ANSWERS.test(text)) return true;
  const name = drawnTogether(blockText(document, blocks[index - 1]!)).replace(/[\s\u3000）)]+/gu, '');
  const address = /^[^：:，。]{2,10}(?=[：:])/u.exec(text.slice(0, LONGEST_ADDRESS + 1))?.[0];
  return address !== undefined && address.includes(name.slice(-NAME));
}

/** Rows that make a table, and characters of a text that is none of its rows. */
const LEAST_ROWS = 2;
const LONGER_THAN_ROWS = 60;

/** A table, or the list of what other pages hold, is over where running text begins. */
function isBehindTable(document: Document, { paragraphs }: Gathering, index: number): boolean {
  const isRowAt = (block: number): boolean =>
    document.blocks[block]!.judgement.rule === ROW || isTableRow(blockText(document, document.blocks[block]!));
  return (
    paragraphs.length >= LEAST_ROWS &&
    paragraphs.every(({ blocks }) => blocks.every(isRowAt)) &&
    !isRowAt(index) &&
    blockText(document, document.blocks[index]!).length > LONGER_THAN_ROWS
  );
}

/** A column over texts with no headline stands over briefs where it is called so or the texts are marked; one that is called so, also over briefs with headlines. */
function isOverBriefs(document: Document, index: number): boolean {
  const { blocks } = document;
  const called = namesBriefs(blockText(document, blocks[index]!));
  // A running head may have strayed between the column and what it stands over.
  let first = index + 1;
  while (blocks[first]?.role === 'furniture') first++;
  const below = blocks[first];
  if (below?.role === 'headline') return called || isRowOfTitledBriefs(document, first);
  return (
    below?.role === 'body' &&
    (called ||
      BRIEF_MARK.test(blockText(document, below)) ||
      (!namesSection(blockText(document, blocks[index]!)) && isRowOfBriefs(document, first)) ||
      (signs(document, first + 1) && isOneOfSignatures(document, first + 1)))
  );
}

/** Nothing else in the heading, be it on one line or two; who sent the brief above may stand between them. */
function standsOverBrief(document: Document, index: number): boolean {
  const { blocks } = document;
  return (
    blocks[index]!.judgement.rule === 'title-over-text' ||
    (signs(document, index - 1) && blocks[index + 1]?.role === 'body') ||
    (blocks[index]!.judgement.rule === 'headline-goes-on' && blocks[index + 2]?.role === 'body')
  );
}

/** Pieces of a headline and one paragraph that must follow each other to be briefs, whatever the column over them is called; and how long these may be. */
const LEAST_TITLED_BRIEFS = 3;
const LONGEST_TITLED_BRIEF = 300;

function isRowOfTitledBriefs(document: Document, first: number): boolean {
  const { blocks } = document;
  let at = first;
  for (let piece = 0; piece < LEAST_TITLED_BRIEFS; piece++) {
    if (blocks[at]?.role !== 'headline') return false;
    at += blocks[at]!.judgement.rule === 'headline-goes-on' ? 2 : 1;
    if (blocks[at]?.role !== 'body') return false;
    const text = blockText(document, blocks[at]!);
    if (text.length > LONGEST_TITLED_BRIEF || DATELINE.test(text) || !endsFinished(text)) return false;
    at++;
  }
  return true;
}

/** Nats of shared matter above which a paragraph goes on with the text before; far more where the column is called one of briefs, as those of one day are much alike. */
const ONE_MATTER = 6;
const ONE_MATTER_IN_BRIEFS = 45;

function oneMatterUnder({ text, blocks }: Document, columns: readonly number[]): number {
  const called = columns.some((index) => namesBriefs(blockText({ text }, blocks[index]!)));
  return called ? ONE_MATTER_IN_BRIEFS : ONE_MATTER;
}

/** Texts that follow each other, each finished and each about something else. */
function isRowOfBriefs(document: Document, first: number): boolean {
  const second = document.blocks[first + 1];
  return second?.role === 'body' && isAnotherBrief(document, [{ role: 'body', blocks: [first], joins: [] }], first + 1, ONE_MATTER);
}

/** Set in brackets below what it ends. */
function signs(document: Document, index: number): boolean {
  const block = document.blocks[index];
  return block?.role === 'byline' && document.blocks[index - 1]?.role === 'body' && /^[（(〔].*[）)〕]$/u.test(blockText(document, block));
}

/** The next text, or the one before, is signed as well: each name stands for its own. */
function isOneOfSignatures(document: Document, index: number): boolean {
  return signs(document, index) && (signs(document, index + 2) || signs(document, index - 2));
}

/** Where briefs are marked, a marked paragraph; else one that neither goes on with the sentence before nor with its matter. */
function isAnotherBrief(document: Document, paragraphs: readonly ParagraphDraft[], index: number, oneMatter: number): boolean {
  const { blocks, language } = document;
  const first = blockText(document, blocks[paragraphs[0]!.blocks[0]!]!);
  const last = blockText(document, blocks[paragraphs.at(-1)!.blocks.at(-1)!]!);
  const text = blockText(document, blocks[index]!);
  if (BRIEF_MARK.test(first)) return BRIEF_MARK.test(text);
  if (!endsFinished(last)) return false;
  return !language || language.topicSimilarity(last.slice(0, 300), text.slice(0, 300)) < oneMatter;
}

/** Behind marked briefs, which have been closed by a name or a picture, stands a text without a mark. */
function areBriefsOver(document: Document, gatherings: readonly Gathering[], index: number): boolean {
  const last = gatherings.findLast(({ kind }) => kind === 'brief')?.paragraphs[0];
  const isMarked = (block: number): boolean => BRIEF_MARK.test(blockText(document, document.blocks[block]!));
  return last !== undefined && isMarked(last.blocks[0]!) && !isMarked(index);
}

/** A piece with a headline of its own, several paragraphs or a dateline that the first has not is no longer one of the briefs that the column before stands over. */
function withoutForeignColumn(document: Document, gathering: Gathering, all: readonly Gathering[]): Gathering {
  const { kind, columnBlocks, heading, paragraphs } = gathering;
  const mayBeForeign =
    (kind === 'brief' || kind === 'photo') && columnBlocks.length > 0 && !columnBlocks.some((index) => heading.includes(index));
  if (!mayBeForeign) return gathering;
  const opensDated = ({ paragraphs: [first] }: Gathering): boolean =>
    first !== undefined && DATELINE.test(blockText(document, document.blocks[first.blocks[0]!]!));
  const ownDateline = opensDated(gathering) && !all.some((one) => one.heading.includes(columnBlocks[0]!) && opensDated(one));
  if (kind === 'brief' && paragraphs.length < 2 && !ownDateline && !heading.some((index) => document.blocks[index]!.role === 'credit'))
    return gathering;
  return { ...gathering, kind: kind === 'photo' ? 'photo' : 'feature', columnBlocks: [] };
}

/** Articles without a column of their own, pictures mostly, that may stand between two pieces of a series. */
const MOST_BETWEEN = 2;

/** Signed pieces that follow each other under one standing title share it. */
function columnOfSeries(gatherings: readonly Gathering[], blocks: Document['blocks']): readonly number[] {
  for (let back = 2; back <= 2 + MOST_BETWEEN; back++) {
    const before = gatherings.at(-back);
    if (before?.heading.some((index) => isAuthor(blocks[index]!))) return before.columnBlocks;
    if (!before || before.columnBlocks.length > 0 || before.jump?.from != null) return [];
  }
  return [];
}

function isAuthor({ role, judgement }: Block): boolean {
  return role === 'kicker' && judgement.rule === 'author-kicker';
}
