/** How long an article is, and how long it takes to read. */
import type { Article } from '../../src-main/contract/model';
import { isLatinText } from '../../src-main/contract/latin-text';

export interface ReadingLength {
  readonly unit: 'characters' | 'words';
  readonly count: number;
}

/** What an adult reads silently in a minute (Brysbaert 2019): of Chinese news 260 words, about 1.5 characters each; of English 238 words. */
const aMinute = { characters: 390, words: 238 };

/** In the words of its script: characters, or words where it is in Latin letters. */
export function readingLength({ characters, paragraphs }: Pick<Article, 'characters' | 'paragraphs'>): ReadingLength {
  const text = paragraphs.map((paragraph) => paragraph.text).join(' ');
  return isLatinText(text)
    ? { unit: 'words', count: text.match(/[\p{L}\p{N}][^\s—]*/gu)?.length ?? 0 }
    : { unit: 'characters', count: characters };
}

/** Whole minutes, at least one. */
export function readingMinutes({ unit, count }: ReadingLength): number {
  return Math.max(1, Math.round(count / aMinute[unit]));
}
