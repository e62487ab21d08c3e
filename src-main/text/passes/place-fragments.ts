import { blockText } from '../document';
import type { ArticleDraft, Document, ParagraphDraft } from '../document';
import { matchBreaks } from '../match-breaks';
import { findRemainders } from '../find-remainders';
import { untangleArticles } from '../untangle-articles';
import type { Piece } from '../topic-index';

/**
 * Gives every running text to the article it belongs to: where the rest of one article lies behind another, or two lie interleaved,
 * by what the texts are about, by broken sentences that go on elsewhere, and by the order of the file, weighed together.
 */
export function placeFragments(document: Document): Document {
  const { language } = document;
  if (!language || document.articles.length < 2) return document;
  const pieces = piecesOf(document);
  const links = matchBreaks(language, pieces);
  const labels = findRemainders(document, pieces, links, untangleArticles(document, pieces, links));
  return labels.every((label, index) => label === pieces[index]!.article) ? document : rebuilt(document, pieces, labels);
}

function mayTakeText(article: ArticleDraft): boolean {
  return article.kind !== 'furniture' && article.kind !== 'photo';
}

function isPrinted(document: Document, block: number): boolean {
  return document.blocks[block]!.spans.some((span) => span.kind === 'text');
}

function piecesOf(document: Document): readonly Piece[] {
  const { language, articles } = document;
  const found: { block: number; article: number; paragraph: ParagraphDraft }[] = [];
  for (const [article, draft] of articles.entries())
    if (mayTakeText(draft))
      for (const paragraph of draft.paragraphs)
        if (paragraph.role !== 'caption')
          for (const block of paragraph.blocks) if (isPrinted(document, block)) found.push({ block, article, paragraph });
  found.sort((a, b) => a.block - b.block);
  return found.map((piece, order) => {
    const text = blockText(document, document.blocks[piece.block]!);
    return { ...piece, order, text, words: language && text.length >= 8 ? language.topicProfile(text) : null };
  });
}

/** Moves the pieces; what is no piece (captions, passages pasted twice) stays with the article it stood in. */
function rebuilt(document: Document, pieces: readonly Piece[], labels: readonly number[]): Document {
  const isPiece = new Set(pieces.map((piece) => piece.block));
  const paragraphsOf = new Map<number, ParagraphDraft[]>();
  for (const [index, piece] of pieces.entries()) {
    const into = paragraphsOf.get(labels[index]!) ?? [];
    into.push({ role: piece.paragraph.role, blocks: [piece.block], joins: [] });
    paragraphsOf.set(labels[index]!, into);
  }
  const articles = document.articles
    .map((article, index) => {
      if (!mayTakeText(article)) return article;
      const rest = article.paragraphs.filter((paragraph) => !paragraph.blocks.some((block) => isPiece.has(block)));
      const paragraphs = [...(paragraphsOf.get(index) ?? []), ...rest].toSorted((a, b) => a.blocks[0]! - b.blocks[0]!);
      return { ...article, paragraphs };
    })
    .filter((article) => article.heading.length > 0 || article.paragraphs.length > 0);
  return { ...document, articles };
}
