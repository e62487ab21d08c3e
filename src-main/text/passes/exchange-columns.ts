import { blockText, revised } from '../document';
import type { ArticleDraft, Document, LanguageScores, ParagraphDraft } from '../document';
import { readingOrder } from '../exchanged-columns';
import type { ArticleText } from '../exchanged-columns';

/** Columns of an article that were printed in each other's place change back; what stands between texts goes with the text below it. */
export function exchangeColumns(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  let changed = false;
  const articles = document.articles.map((article) => {
    const paragraphs = inReadingOrder(document, language, article);
    if (!paragraphs) return article;
    changed = true;
    const { kind, heading, columnBlocks, jump, judgement } = article;
    return { kind, heading, paragraphs, columnBlocks, jump, judgement };
  });
  return changed ? revised(document, { articles }) : document;
}

/** Null where the file's order is the order of reading. */
function inReadingOrder(document: Document, language: LanguageScores, { paragraphs }: ArticleDraft): readonly ParagraphDraft[] | null {
  const runs: ParagraphDraft[][] = [[]];
  const texts: ArticleText[] = [];
  for (const paragraph of paragraphs) {
    runs.at(-1)!.push(paragraph);
    const [block, ...others] = paragraph.blocks;
    if (paragraph.role !== 'body' || block === undefined || others.length > 0) continue;
    const source = document.blocks[block]!;
    const text = blockText(document, source);
    if (text === '') continue;
    texts.push({ source, text });
    runs.push([]);
  }
  const order = readingOrder(language, texts);
  return order && [...order.flatMap((place) => runs[place]!), ...runs.at(-1)!];
}
