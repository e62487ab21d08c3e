import { blockText } from '../document';
import type { ArticleDraft, Document, ParagraphDraft } from '../document';
import { beginsHeadless, endsFinished } from '../line-ends';

/** Joins neighbouring body blocks of an article where the first breaks off and the second goes on. */
export function joinParagraphs(document: Document): Document {
  return { ...document, articles: document.articles.map((article) => joined(document, article)) };
}

function joined(document: Document, article: ArticleDraft): ArticleDraft {
  const paragraphs: ParagraphDraft[] = [];
  for (const paragraph of article.paragraphs) {
    const before = paragraphs.at(-1);
    if (before && before.role === 'body' && paragraph.role === 'body' && goesOn(document, before, paragraph))
      paragraphs[paragraphs.length - 1] = {
        ...before,
        blocks: [...before.blocks, ...paragraph.blocks],
        joins: [...before.joins, { rule: 'open-line', confidence: 'likely' }, ...paragraph.joins],
      };
    else paragraphs.push(paragraph);
  }
  return { ...article, paragraphs };
}

function goesOn(document: Document, before: ParagraphDraft, after: ParagraphDraft): boolean {
  const tail = blockText(document, document.blocks[before.blocks.at(-1)!]!);
  const head = blockText(document, document.blocks[after.blocks[0]!]!);
  return !endsFinished(tail) || beginsHeadless(head);
}
