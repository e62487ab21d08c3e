import { blockText } from '../document';
import type { ArticleDraft, Document, ParagraphDraft } from '../document';
import { readJump } from '../line-grammar';

interface Gathering {
  heading: number[];
  paragraphs: ParagraphDraft[];
  columnBlocks: number[];
  jump: ArticleDraft['jump'];
}

/** Groups blocks into articles in file order: an article begins at the first line of a heading, at an 上接 line, and after a brief. */
export function groupArticles(document: Document): Document {
  const articles: ArticleDraft[] = [];
  let standing: number[] = [];
  const gatherings: Gathering[] = [];
  let closed = false;
  const begin = (): Gathering => {
    closed = false;
    const fresh: Gathering = { heading: [], paragraphs: [], columnBlocks: [], jump: null };
    gatherings.push(fresh);
    return fresh;
  };
  const furniture: number[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const current = gatherings.at(-1) ?? null;
    const role = block.role ?? 'body';
    if (role === 'furniture') {
      furniture.push(index);
      continue;
    }
    const inHeading = current !== null && current.paragraphs.length === 0;
    if (role === 'jump') {
      const jump = readJump(blockText(document, block));
      if (jump && jump.to === null) {
        const fresh = begin();
        fresh.jump = jump;
        fresh.heading.push(index);
        standing = [];
      } else {
        const here = current ?? begin();
        here.heading.push(index);
        here.jump = { from: here.jump?.from ?? null, to: jump?.to ?? null };
        closed = true;
      }
    } else if (role === 'column') {
      const here =
        inHeading && current && !current.heading.some((other) => document.blocks[other]?.role === 'headline') ? current : begin();
      if (here.heading.length === 0) standing = [];
      here.heading.push(index);
      here.columnBlocks.push(index);
      standing.push(index);
    } else if (role === 'body' || role === 'subhead' || role === 'caption') {
      const here = current && !closed ? current : begin();
      here.paragraphs.push({ role, blocks: [index], joins: [] });
    } else if (role === 'credit') {
      const here = current ?? begin();
      here.heading.push(index);
      if (here.paragraphs.length > 0) closed = true;
    } else {
      const here = inHeading && current ? current : begin();
      here.heading.push(index);
    }
  }
  for (const gathering of gatherings) articles.push(finished(gathering));
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

function finished(gathering: Gathering): ArticleDraft {
  return {
    kind: gathering.jump?.from ? 'jump' : 'feature',
    heading: gathering.heading,
    paragraphs: gathering.paragraphs,
    columnBlocks: gathering.columnBlocks,
    jump: gathering.jump,
    judgement: { rule: 'file-order', confidence: 'likely' },
  };
}
