/** How long an article takes to read. */
import type { Article } from '../../src-main/contract/model';

/** Characters an adult reads silently in a minute of Chinese news (Brysbaert 2019: 260 words, about 1.5 characters each). */
const charactersAMinute = 390;

/** Whole minutes, at least one. */
export function readingMinutes(article: Pick<Article, 'characters'>): number {
  return Math.max(1, Math.round(article.characters / charactersAMinute));
}
