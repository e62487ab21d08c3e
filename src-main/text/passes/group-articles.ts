import { blockText } from '../document';
import type { ArticleDraft, Document, ParagraphDraft } from '../document';
import { readJump } from '../line-grammar';
import { BRIEFS_COLUMN, DATELINE } from '../lone-title';
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
  /** The rest of a story from another page may have its headline again, but no column, no kicker and no byline. */
  const heading = (index: number): Gathering => {
    const here = gatherings.at(-1);
    const open =
      here &&
      !closed &&
      here.paragraphs.length === 0 &&
      (here.jump?.to ?? null) === null &&
      (here.jump === null || !isSigned(blocks, index));
    return open && here.heading.length < LONGEST_HEADING ? here : begin('feature');
  };
  const has = (gathering: Gathering, role: string): boolean => gathering.heading.some((index) => blocks[index]!.role === role);

  for (const [index, block] of blocks.entries()) {
    const role = block.role ?? 'body';
    if (role === 'furniture') furniture.push(index);
    else if (role === 'jump') {
      const jump = readJump(blockText(document, block));
      if (jump?.to === null) {
        const open = gatherings.at(-1);
        const titled =
          open && !closed && open.paragraphs.length === 0 && open.jump === null && has(open, 'headline') && !has(open, 'byline');
        const fresh = titled ? open : begin('jump');
        fresh.kind = 'jump';
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
      const open = heading(index);
      const here = has(open, 'headline') || has(open, 'kicker') || has(open, 'locality') ? begin('feature') : open;
      here.heading.push(index);
      here.columnBlocks = [...here.columnBlocks, index];
      briefs = isOverBriefs(document, index) ? here.columnBlocks : null;
    } else if (role === 'kicker' || role === 'locality' || role === 'headline') {
      const open = heading(index);
      const goesOn = role === 'headline' && blocks[index - 1]?.judgement.rule === 'headline-goes-on';
      const here = (has(open, 'headline') && !goesOn) || (role === 'locality' && has(open, 'locality')) ? begin('feature') : open;
      if (role === 'kicker' && here.columnBlocks.length === 0) here.columnBlocks = columnOfSeries(gatherings, blocks);
      here.heading.push(index);
      if (role === 'kicker') here.kind = 'signed';
      if (role === 'headline' && briefs && block.judgement.rule === 'title-over-text' && !has(here, 'column')) {
        here.kind = 'brief';
        here.columnBlocks = briefs;
      } else if (role === 'headline' && !has(here, 'column')) briefs = null;
    } else if (role === 'deck') heading(index).heading.push(index);
    else if (role === 'byline') {
      const before = gatherings.at(-1);
      if (block.judgement.rule === 'byline-alone' && before && before.paragraphs.length > 0) {
        const awaited = has(before, 'headline') && !has(before, 'byline') && blocks[index + 1]?.role === 'body';
        before.heading.push(index);
        closed = !awaited;
      } else heading(index).heading.push(index);
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
      if (briefs && role === 'body' && isFirstOfRun(document, index) && isOneMatter(document, index)) briefs = null;
      const marked = role === 'body' && block.judgement.rule === OPENS_BRIEF;
      if (marked && !briefs && before && !closed && before.paragraphs.length > 0) {
        begin('brief').paragraphs.push({ role: 'body', blocks: [index], joins: [] });
      } else if (briefs && before && before.paragraphs.length > 0 && role === 'body' && !has(before, 'headline')) {
        const fresh = begin('brief');
        fresh.columnBlocks = briefs;
        fresh.paragraphs.push({ role, blocks: [index], joins: [] });
      } else {
        const here = current();
        if (briefs) here.kind = 'brief';
        here.paragraphs.push({ role: role === 'subhead' || role === 'caption' ? role : 'body', blocks: [index], joins: [] });
      }
    }
  }
  const articles = gatherings
    .map((gathering) => withoutForeignColumn(document, gathering))
    .filter((gathering) => gathering.heading.length > 0 || gathering.paragraphs.length > 0)
    .map((gathering): ArticleDraft => ({ ...gathering, judgement: { rule: 'file-order', confidence: 'likely' } }));
  if (furniture.length > 0)
    articles.push({
      kind: 'furniture',
      heading: furniture,
      paragraphs: [],
      columnBlocks: [],
      jump: null,
      judgement: { rule: 'running-head', confidence: 'certain' },
    });
  return { ...document, articles };
}

/** Whether the heading that this line belongs to names a column, a kicker or a byline from here on. */
function isSigned(blocks: Document['blocks'], index: number): boolean {
  for (let at = index; at < blocks.length && at < index + LONGEST_HEADING; at++) {
    const { role } = blocks[at]!;
    if (role === 'byline' || role === 'column' || role === 'kicker' || role === 'locality') return true;
    if (role !== 'headline' && role !== 'deck') return false;
  }
  return false;
}

/** A column with no headline under it stands over briefs; one that is called so, also over briefs with headlines. */
function isOverBriefs(document: Document, index: number): boolean {
  const { blocks } = document;
  return (
    blocks[index + 1]?.role === 'body' ||
    (blocks[index + 1]?.role === 'headline' && BRIEFS_COLUMN.test(bare(blockText(document, blocks[index]!))))
  );
}

/** Under other headings than a column that is called so, what follows may be no more briefs. */
function isFirstOfRun(document: Document, index: number): boolean {
  const over = document.blocks[index - 1];
  return over !== undefined && over.role !== 'body' && !(over.role === 'column' && BRIEFS_COLUMN.test(bare(blockText(document, over))));
}

/** Paragraphs that are looked through for what they share. */
const LONGEST_RUN = 12;
/** Nats of shared matter between the halves of a run of paragraphs above which they are one article. */
const ONE_ARTICLE = 8;

/** Whether the running texts from here to the next heading tell of one thing, as briefs do not. */
function isOneMatter(document: Document, from: number): boolean {
  const { blocks, language } = document;
  if (!language) return false;
  const texts: string[] = [];
  for (let at = from; at < blocks.length && texts.length < LONGEST_RUN; at++) {
    const block = blocks[at]!;
    if (block.role === 'body') texts.push(blockText(document, block));
    else if (block.role !== 'subhead' && block.role !== 'caption' && block.role !== 'furniture') break;
  }
  const [odd, even] = [1, 0].map((rest) =>
    language.topicPairs(
      texts
        .filter((_, place) => place % 2 === rest)
        .join('\n')
        .slice(0, 1500),
    ),
  );
  return language.topicScore(odd!, even!) > ONE_ARTICLE;
}

function bare(title: string): string {
  return title.replace(/[^\p{Script=Han}]/gu, '');
}

/** A piece with a headline of its own, several paragraphs or a dateline is no longer one of the briefs that the column before stands over. */
function withoutForeignColumn(document: Document, gathering: Gathering): Gathering {
  const { kind, columnBlocks, heading, paragraphs } = gathering;
  const mayBeForeign =
    (kind === 'brief' || kind === 'photo') && columnBlocks.length > 0 && !columnBlocks.some((index) => heading.includes(index));
  if (!mayBeForeign) return gathering;
  const first = paragraphs[0];
  const ownDateline = first !== undefined && DATELINE.test(blockText(document, document.blocks[first.blocks[0]!]!));
  if (kind === 'brief' && paragraphs.length < 2 && !ownDateline && !heading.some((index) => document.blocks[index]!.role === 'credit'))
    return gathering;
  return { ...gathering, kind: kind === 'photo' ? 'photo' : 'feature', columnBlocks: [] };
}

/** Signed pieces that follow each other under one standing title share it. */
function columnOfSeries(gatherings: readonly Gathering[], blocks: Document['blocks']): readonly number[] {
  const before = gatherings.at(-2);
  return before?.heading.some((index) => blocks[index]!.role === 'kicker') ? before.columnBlocks : [];
}
