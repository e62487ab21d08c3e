/** What an article is called where it has to be called something. Not for setting headlines. */
import type { Article } from '../../src-main/contract/model';
import { openingWords } from './compose/opening-words';

const opening = 24;

/** The first words of the text, whole, with an ellipsis where they stop short. */
export function openingOf(article: Article, characters = opening): string {
  return openingWords(article.paragraphs.find((paragraph) => paragraph.text.trim() !== '')?.text ?? '', characters, '…');
}

/** The headline; for a jump its own line （上接第一版）; else the first words; where there is no text, what stands over it. */
export function titleOf(article: Article, jumpLine: (from: string) => string): string {
  if (article.headline !== null) return article.headline;
  if (article.jump !== null && article.jump.from !== null) return jumpLine(article.jump.from);
  return openingOf(article) || (article.locality ?? article.column ?? article.byline ?? article.credit ?? '');
}
