import { blockText, revised } from '../document';
import type { ArticleDraft, Document, LanguageScores, ParagraphDraft } from '../document';
import { mendBreaks } from '../mend-breaks';
import type { BreakLink, Stretch } from '../break-links';
import { inOrder } from '../order-fragments';
import type { Judgement } from '../../contract/model';
import type { ParsedNotice } from '../../contract/parsed';

/**
 * Puts paragraphs together across the breaks of their article, and with them the article's fragments into the order
 * that the broken sentences demand. Where nothing demands another order, the file's order stays.
 */
export function joinParagraphs(document: Document): Document {
  const stretches = runningTexts(document);
  const links = new Map(breaksOf(document.language, stretches).map((link) => [link.tail, link]));
  const inFile = stretches.toSorted((a, b) => a.article - b.article || a.block - b.block);
  const printedNext = new Map(inFile.map(({ block }, place) => [block, inFile[place + 1]?.block] as const));
  const judge = (link: BreakLink): Judgement => judgementOf(link, printedNext.get(link.tail) === link.head);
  return revised(document, {
    articles: document.articles.map((article) => joined(document, article, links, judge)),
    notices: [...document.notices, ...lostCharacters(document, links)],
  });
}

/** The running texts in the order of their articles. */
export function runningTexts(document: Document): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [article, draft] of document.articles.entries())
    for (const paragraph of draft.paragraphs)
      for (const block of paragraph.blocks)
        if (paragraph.role === 'body' && !isDuplicate(document, block)) {
          const source = document.blocks[block]!;
          const text = blockText(document, source);
          stretches.push({ block, source, article, order: stretches.length, text, indent: source.indent });
        }
  return stretches;
}

/** Running texts that are weighed together; so much is known of each that those of a file of thousands of pages would take most of the parse's memory. */
const TOGETHER = 4000;

/** Those of many pages in parts, none of which ends within an article. */
function breaksOf(language: LanguageScores | null, stretches: readonly Stretch[]): readonly BreakLink[] {
  const links: BreakLink[] = [];
  for (let from = 0, to: number; from < stretches.length; from = to) {
    to = Math.min(stretches.length, from + TOGETHER);
    while (stretches[to]?.article === stretches[to - 1]!.article) to++;
    const part = stretches.slice(from, to).map((stretch) => ({ ...stretch, order: stretch.order - from }));
    for (const link of mendBreaks(language, part)) links.push(link);
  }
  return links;
}

function lostCharacters(document: Document, links: ReadonlyMap<number, BreakLink>): readonly ParsedNotice[] {
  return [...links.values()].flatMap((link): readonly ParsedNotice[] => {
    const before = document.blocks[link.tail]!.spans.at(-1)!;
    const after = document.blocks[link.head]!.spans[0]!;
    if (link.gap === null) return [];
    const spans = [before, after].map(({ start, end }) => ({ start, end }));
    return [
      { kind: 'lost-characters', spans, judgement: { rule: 'one-character-mends', confidence: 'guess' }, values: { lost: link.gap } },
    ];
  });
}

function isDuplicate(document: Document, block: number): boolean {
  return document.blocks[block]!.spans.every((span) => span.kind === 'duplicate');
}

/** A passage pasted twice goes with the paragraph it was pasted behind: unprinted, it must not stand between the two halves of another. */
function joined(document: Document, article: ArticleDraft, links: ReadonlyMap<number, BreakLink>, judge: Judge): ArticleDraft {
  const copies = article.paragraphs.filter(
    (paragraph) => paragraph.role === 'body' && paragraph.blocks.every((block) => isDuplicate(document, block)),
  );
  const unprinted = new Set(copies);
  const originals = copies.length === 0 ? article.paragraphs : article.paragraphs.filter((paragraph) => !unprinted.has(paragraph));
  const sequence = inOrder(document, article, originals, links);
  const { kind, heading, columnBlocks, jump, judgement } = article;
  return { kind, heading, paragraphs: withCopies(joinAlong(sequence, links, judge), copies), columnBlocks, jump, judgement };
}

function withCopies(paragraphs: readonly ParagraphDraft[], copies: readonly ParagraphDraft[]): readonly ParagraphDraft[] {
  const whole = [...paragraphs];
  for (const copy of copies) {
    const block = copy.blocks[0]!;
    let home = whole.findIndex((paragraph) => paragraph.blocks.includes(block - 1));
    if (home < 0) home = whole.findLastIndex((paragraph) => paragraph.blocks[0]! < block);
    const paragraph = whole[home];
    if (!paragraph) {
      whole.unshift(copy);
      continue;
    }
    const place = paragraph.blocks.includes(block - 1) ? paragraph.blocks.indexOf(block - 1) + 1 : paragraph.blocks.length;
    whole[home] = {
      ...paragraph,
      blocks: [...paragraph.blocks.slice(0, place), ...copy.blocks, ...paragraph.blocks.slice(place)],
      joins: [
        ...paragraph.joins.slice(0, place - 1),
        { rule: 'passage-pasted-twice', confidence: 'certain' },
        ...paragraph.joins.slice(place - 1),
      ],
    };
  }
  return whole;
}

/** Why two texts are put together. */
type Judge = (link: BreakLink) => Judgement;

function joinAlong(sequence: readonly ParagraphDraft[], links: ReadonlyMap<number, BreakLink>, judge: Judge): readonly ParagraphDraft[] {
  const paragraphs: { readonly role: ParagraphDraft['role']; readonly blocks: number[]; readonly joins: Judgement[] }[] = [];
  const floating: ParagraphDraft[] = [];
  const add = (paragraph: ParagraphDraft): void => {
    paragraphs.push({ role: paragraph.role, blocks: [...paragraph.blocks], joins: [...paragraph.joins] });
  };
  for (const paragraph of sequence) {
    const before = paragraphs.at(-1);
    const link = before && links.get(before.blocks.at(-1)!);
    if (link && link.head === paragraph.blocks[0] && before.role === 'body') {
      before.blocks.push(...paragraph.blocks);
      before.joins.push(judge(link), ...paragraph.joins);
      floating.splice(0).forEach(add);
    } else if (link && (paragraph.role === 'caption' || paragraph.role === 'subhead')) floating.push(paragraph);
    else [...floating.splice(0), paragraph].forEach(add);
  }
  return [...paragraphs, ...floating];
}

/** Nats by which a link is better than none, and than what else its two texts could be put to. */
const CERTAIN = 3;
const LIKELY = 0.5;

function judgementOf(link: BreakLink, printedNext: boolean): Judgement {
  const sure = Math.min(link.weight, link.margin);
  const confidence = sure > CERTAIN ? 'certain' : sure > LIKELY ? 'likely' : 'guess';
  return { rule: printedNext ? 'sentence-goes-on' : 'sentence-goes-on-elsewhere', confidence };
}
