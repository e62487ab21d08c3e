/**
 * What stands in the text without being text goes where the text around it went: a picture with its caption and credit, a jump line, who signed it.
 * A credit left without a picture goes to the picture story beside. Not for running text (find-remainders.ts, untangle-articles.ts).
 */
import { revised } from './document';
import type { ArticleDraft, Document, ParagraphDraft } from './document';

export function followText(document: Document): Document {
  const { blocks } = document;
  const holder = new Map<number, number>();
  for (const [article, { paragraphs }] of document.articles.entries())
    for (const paragraph of paragraphs) if (paragraph.role !== 'caption') for (const block of paragraph.blocks) holder.set(block, article);
  const articles = [...document.articles];
  for (const [article, { heading, paragraphs, kind }] of document.articles.entries()) {
    if (kind === 'photo' || kind === 'furniture') continue;
    for (const index of heading) {
      const { role, judgement } = blocks[index]!;
      if (role === 'byline' && SIGNS_TEXT_ABOVE.has(judgement.rule)) {
        const to = holder.get(index - 1);
        if (to !== undefined && to !== article && holder.get(index + 1) !== article) moveLine(articles, index, article, to);
      } else if (role === 'jump' && judgement.rule === 'jump-to') {
        const to = holder.get(index - 1);
        if (to !== undefined && to !== article && articles[to]!.jump?.to == null) moveJump(articles, index, article, to);
      } else if (role === 'credit' && judgement.rule !== 'author-note') {
        const caption = paragraphs.find((paragraph) => paragraph.role === 'caption' && paragraph.blocks.includes(index - 1)) ?? null;
        const picture = caption
          ? undefined
          : [article, article - 1, article + 1].find((near) => isBarePicture(document, articles[near], index));
        const to = picture ?? around(holder, caption ? caption.blocks[0]! : index, index);
        if (to !== null && to !== article && (picture === undefined || paragraphs.length > 1))
          moveCredit(articles, index, caption, article, to);
        if (picture !== undefined && articles[picture]!.heading.includes(index)) articles[picture] = asPicture(articles[picture]!);
      }
    }
  }
  return revised(document, { articles: articles.filter(({ heading, paragraphs }) => heading.length > 0 || paragraphs.length > 0) });
}

/** Rules by which a line is known for who signed the text above it. */
const SIGNS_TEXT_ABOVE: ReadonlySet<string> = new Set(['byline-alone', 'signature']);

/** Blocks looked at on either side for running text. */
const SIGHT = 3;

/** The article that has both the text before and the text after; null where they are of two. */
function around(holder: ReadonlyMap<number, number>, first: number, last: number): number | null {
  let before: number | undefined;
  let after: number | undefined;
  for (let step = 1; step <= SIGHT; step++) {
    before ??= holder.get(first - step);
    after ??= holder.get(last + step);
  }
  return before !== undefined && before === after ? before : null;
}

/** A headline over one paragraph that lies before the credit, and nobody has signed. */
function isBarePicture({ blocks }: Document, article: ArticleDraft | undefined, credit: number): boolean {
  if (!article || article.kind !== 'feature' || article.jump !== null || article.paragraphs.length !== 1) return false;
  const roles = new Set(article.heading.map((index) => blocks[index]!.role));
  const others = article.heading.some((index) => index !== credit && blocks[index]!.role === 'credit');
  return roles.has('headline') && !roles.has('byline') && !others && article.paragraphs[0]!.blocks[0]! < credit;
}

function moveLine(articles: ArticleDraft[], index: number, from: number, to: number): void {
  const [giver, taker] = [articles[from]!, articles[to]!];
  articles[from] = { ...giver, heading: giver.heading.filter((block) => block !== index) };
  articles[to] = { ...taker, heading: [...taker.heading, index] };
}

function moveJump(articles: ArticleDraft[], index: number, from: number, to: number): void {
  moveLine(articles, index, from, to);
  const [giver, taker] = [articles[from]!, articles[to]!];
  articles[from] = { ...giver, jump: giver.jump?.from == null ? null : { ...giver.jump, to: null } };
  articles[to] = { ...taker, jump: { from: taker.jump?.from ?? null, to: giver.jump?.to ?? null } };
}

function moveCredit(articles: ArticleDraft[], index: number, caption: ParagraphDraft | null, from: number, to: number): void {
  moveLine(articles, index, from, to);
  if (!caption) return;
  const [giver, taker] = [articles[from]!, articles[to]!];
  articles[from] = { ...giver, paragraphs: giver.paragraphs.filter((paragraph) => paragraph !== caption) };
  articles[to] = { ...taker, paragraphs: [...taker.paragraphs, caption].toSorted((a, b) => a.blocks[0]! - b.blocks[0]!) };
}

function asPicture(article: ArticleDraft): ArticleDraft {
  return { ...article, kind: 'photo', paragraphs: article.paragraphs.map((paragraph) => ({ ...paragraph, role: 'caption' })) };
}
