import { blockText, revised } from '../document';
import type { ArticleDraft, Block, Document, ParagraphDraft } from '../document';
import { firstBlock, orderNotice, titleOf } from '../article-parts';
import { countedOn } from '../count-on';
import { followText } from '../follow-text';
import { beginsHeadless } from '../line-ends';
import { matchBreaks } from '../match-breaks';
import { VERSE } from '../whole-lines';
import type { BreakLink } from '../break-links';
import { markOf } from '../heading-evidence';
import { findRemainders } from '../find-remainders';
import type { PlacedPage } from '../find-remainders';
import { findWoven } from '../find-woven';
import type { WovenArticle } from '../find-woven';
import { untangleArticles } from '../untangle-articles';
import { NO_WORDS, newTopicSpace, sharedWords, wordsOf } from '../topic-index';
import type { Piece } from '../topic-index';
import type { Judgement } from '../../contract/model';
import { labelled } from './label-by-grammar';
import type { ParsedNotice } from '../../contract/parsed';

/**
 * Gives every running text to the article it belongs to: where the rest of one article lies behind another, or two lie interleaved,
 * by what the texts are about, by broken sentences that go on elsewhere, and by the order of the file, weighed together.
 */
export function placeFragments(document: Document): Document {
  const { language } = document;
  if (!language || document.articles.length < 2) return document;
  const labels = new Map<number, number>();
  const woven: WovenArticle[] = [];
  for (const articles of pagesOf(document)) {
    const lines = printedIn(document, articles);
    const { chains, links } = chained(lines, matchBreaks(language, lines));
    const titles = articles.map((article) => titleOf(document, document.articles[article]!.heading));
    const texts = chains.map((chain) => chain.map(({ text }) => text).join(''));
    const space = newTopicSpace(language, lengthOf(titles) + lengthOf(texts), titles.length + texts.length);
    const numbered = texts.map((text) => (text.length >= LEAST_TEXT ? wordsOf(space, text) : null));
    const numberedTitles = titles.map((title) => wordsOf(space, title));
    const pieces = chains.map((chain, order): Piece => {
      const words = numbered[order]!;
      const { block, source, article, paragraph, indent } = chain[0]!;
      const blocks = chain.map((line) => line.block);
      return { block, source, article, paragraph, indent, blocks, order, text: texts[order]!, words: words && sharedWords(space, words) };
    });
    const headings = new Map(articles.map((article, place) => [article, sharedWords(space, numberedTitles[place]!)]));
    const headless = new Set(articles.filter((article) => isHeadless(document.articles[article]!)));
    const page: PlacedPage = { space, pieces, headings, links, headless };
    const placed = findRemainders(page, untangleArticles(document, page));
    const found = findWoven(document, page, placed);
    const settled =
      found.length === 0 ? placed : findRemainders(...withArticles(page, placed, found, document.articles.length + woven.length));
    const given = countedOn(pieces, settled, headless);
    woven.push(...found);
    for (const [index, chain] of chains.entries())
      for (const { block, article } of chain) if (given[index] !== article) labels.set(block, given[index]!);
  }
  if (labels.size === 0) return withFragments(document);
  const parted = withWoven(document, woven);
  for (const { title } of woven) if (title !== null) labels.delete(title);
  return withFragments({
    ...followText(rebuilt(parted, labels, woven, document.articles.length)),
    notices: [...document.notices, ...moves(parted, labels)],
  });
}

/** Nats for a broken sentence going on in a text, and by how much every other way is worse, that leave no doubt. */
const SURE_LINK = 8;
const SURE_MARGIN = 6;

function isSure({ weight, margin }: BreakLink): boolean {
  return weight >= SURE_LINK && margin >= SURE_MARGIN;
}

/**
 * Texts that surely go on in each other are one, standing where the first of them stands. Gives them in file order, and the links
 * that are left, each from the first text of a chain.
 */
function chained(
  lines: readonly Line[],
  links: readonly BreakLink[],
): { readonly chains: readonly (readonly Line[])[]; readonly links: readonly BreakLink[] } {
  const lineOf = new Map(lines.map((line) => [line.block, line]));
  const next = new Map(links.filter(isSure).map((link) => [link.tail, link.head]));
  const goesOn = new Set(next.values());
  const chains = lines
    .filter(({ block }) => !goesOn.has(block))
    .map((first) => {
      const chain = [first];
      for (let block = next.get(first.block); block !== undefined; block = next.get(block)) chain.push(lineOf.get(block)!);
      return chain;
    });
  const firstOf = new Map(chains.flatMap((chain) => chain.map(({ block }) => [block, chain[0]!.block] as const)));
  const left = links
    .filter((link) => !isSure(link))
    .map(({ tail, head, weight, margin, adjacent, gap }) => ({ tail: firstOf.get(tail)!, head, weight, margin, adjacent, gap }));
  return { chains, links: left };
}

/** The page with further articles, each behind the one that its text was taken from; they are numbered from `first` on. */
function withArticles(
  page: PlacedPage,
  labels: readonly number[],
  woven: readonly WovenArticle[],
  first: number,
): readonly [PlacedPage, readonly number[]] {
  const next = [...labels];
  const headless = new Set(page.headless);
  const headings = new Map(
    [...page.headings].flatMap((known) => {
      const place = woven.findIndex(({ from }) => from === known[0]);
      const added = woven[place];
      if (!added) return [known];
      for (const index of added.members) next[index] = first + place;
      if (added.title === null) headless.add(first + place);
      const words = page.pieces.find(({ block }) => block === added.title)?.words ?? NO_WORDS;
      return [known, [first + place, words] as const];
    }),
  );
  return [{ ...page, headings, headless }, next];
}

/** Adds the articles that were found woven into others, with their titles and no text yet. */
function withWoven(document: Document, woven: readonly WovenArticle[]): Document {
  if (woven.length === 0) return document;
  const titles = new Set(woven.flatMap(({ title }) => (title === null ? [] : [title])));
  return revised(document, {
    blocks: document.blocks.map((block, index) =>
      titles.has(index) ? labelled(block, 'headline', 'headline-of-woven-article', 'likely') : block,
    ),
    articles: [
      ...document.articles.map((article) => ({
        ...article,
        paragraphs: article.paragraphs.filter((paragraph) => !titles.has(paragraph.blocks[0]!)),
      })),
      ...woven.map(({ title }): ArticleDraft => ({
        kind: 'feature',
        heading: title === null ? [] : [title],
        paragraphs: [],
        columnBlocks: [],
        jump: null,
        judgement: TOOK_TEXT,
      })),
    ],
  });
}

/** Text without a heading that begins in mid-sentence and that nothing claims stays where it lay, as a fragment. */
function withFragments(document: Document): Document {
  const { language } = document;
  const notices: ParsedNotice[] = [];
  const articles = document.articles.map((article): ArticleDraft => {
    const first = article.paragraphs[0];
    if (article.kind !== 'feature' || article.heading.length > 0 || first?.role !== 'body') return article;
    const block = document.blocks[first.blocks[0]!]!;
    const text = blockText(document, block);
    if (!beginsHeadless(text) && (!language || markOf(text) !== '' || language.startScore(text.slice(0, 12)) > IN_MID_SENTENCE))
      return article;
    const judgement: Judgement = { rule: 'belongs-nowhere', confidence: 'guess' };
    notices.push({ kind: 'orphan', spans: block.spans.slice(0, 1).map(({ start, end }) => ({ start, end })), judgement });
    return { ...article, kind: 'fragment', judgement };
  });
  return notices.length === 0 ? document : revised(document, { articles, notices: [...document.notices, ...notices] });
}

/** Nats for opening a paragraph below which a text is held to begin in the middle of one. */
const IN_MID_SENTENCE = 0;

/** Tells of every run of text that was given to another article than the one it was printed under: where it lay, and the title it went to. */
function moves(document: Document, labels: ReadonlyMap<number, number>): readonly ParsedNotice[] {
  const notices: ParsedNotice[] = [];
  const moved = [...labels].toSorted(([a], [b]) => a - b);
  for (const [place, [block, to]] of moved.entries()) {
    const before = moved[place - 1];
    if (before && before[1] === to && before[0] === block - 1) continue;
    const { heading } = document.articles[to]!;
    const title = heading.find((index) => document.blocks[index]!.role === 'headline') ?? heading[0];
    const shown = title === undefined ? [block] : [title, block];
    notices.push(orderNotice(document, shown, TOOK_TEXT));
  }
  return notices;
}

/** Articles that may exchange text: those between two running heads of a file of many pages, and never more than this many. */
const LARGEST_PAGE = 40;

function pagesOf(document: Document): readonly (readonly number[])[] {
  const folios = document.blocks.flatMap((block, index) => (block.role === 'furniture' ? [index] : []));
  const pages: number[][] = [[]];
  let folio = 0;
  for (const [article, draft] of document.articles.entries()) {
    if (draft.kind === 'furniture') continue;
    let crossed = false;
    for (; folio < folios.length && folios[folio]! < firstBlock(draft); folio++) crossed = true;
    const current = pages.at(-1)!;
    if (current.length >= LARGEST_PAGE || (crossed && current.length >= SMALLEST_PAGE)) pages.push([article]);
    else current.push(article);
  }
  return pages;
}

/** A running head after fewer articles than this may have strayed into the page. */
const SMALLEST_PAGE = 12;

function mayTakeText(article: ArticleDraft): boolean {
  return article.kind !== 'furniture' && article.kind !== 'photo';
}

function isHeadless({ kind, heading, columnBlocks }: ArticleDraft): boolean {
  return kind === 'feature' && heading.length === 0 && columnBlocks.length === 0;
}

function isPrinted(document: Document, block: number): boolean {
  return document.blocks[block]!.spans.some((span) => span.kind === 'text');
}

/** Characters without which a text is too short to tell what it is about. */
const LEAST_TEXT = 8;

/** A running text as it is printed. */
interface Line {
  readonly block: number;
  readonly article: number;
  readonly source: Block;
  readonly paragraph: ParagraphDraft;
  readonly text: string;
  readonly indent: number;
  readonly order: number;
}

/** The running texts of the articles in the order of the file; a poem says too little of what it is about to be told from others. */
function printedIn(document: Document, articles: readonly number[]): readonly Line[] {
  const found: { readonly block: number; readonly article: number; readonly paragraph: ParagraphDraft }[] = [];
  for (const article of articles) {
    const draft = document.articles[article]!;
    if (mayTakeText(draft))
      for (const paragraph of draft.paragraphs)
        if (paragraph.role !== 'caption')
          for (const block of paragraph.blocks)
            if (isPrinted(document, block) && document.blocks[block]!.judgement.rule !== VERSE) found.push({ block, article, paragraph });
  }
  return found
    .toSorted((a, b) => a.block - b.block)
    .map(({ block, article, paragraph }, order) => {
      const source = document.blocks[block]!;
      return { block, source, article, paragraph, text: blockText(document, source), indent: source.indent, order };
    });
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

const TOOK_TEXT: Judgement = { rule: 'placed-by-matter', confidence: 'likely' };

/** Moves the blocks that belong elsewhere; all else stays with the article it stood in. */
function rebuilt(document: Document, labels: ReadonlyMap<number, number>, woven: readonly WovenArticle[], firstWoven: number): Document {
  const given = new Map<number, ParagraphDraft[]>();
  for (const article of document.articles)
    for (const paragraph of article.paragraphs)
      for (const block of paragraph.blocks) {
        const to = labels.get(block);
        if (to === undefined) continue;
        const into = given.get(to) ?? [];
        into.push({ role: paragraph.role, blocks: [block], joins: [] });
        given.set(to, into);
      }
  const order = [...document.articles.keys()].toSorted((a, b) => (woven[a - firstWoven]?.from ?? a) - (woven[b - firstWoven]?.from ?? b));
  const articles = order
    .map((index) => {
      const article = document.articles[index]!;
      const kept = article.paragraphs.filter((paragraph) => !labels.has(paragraph.blocks[0]!));
      const taken = given.get(index) ?? [];
      if (taken.length === 0 && kept.length === article.paragraphs.length) return article;
      const judgement = taken.length > 0 ? TOOK_TEXT : article.judgement;
      return { ...article, judgement, paragraphs: [...kept, ...taken].toSorted((a, b) => a.blocks[0]! - b.blocks[0]!) };
    })
    .filter((article) => article.heading.length > 0 || article.paragraphs.length > 0);
  return revised(document, { articles });
}
