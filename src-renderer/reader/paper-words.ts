/** The interface's words that are printed on a paper's pages: an English paper has them in English, every other in the interface's language. */
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../src-main/contract/model';
import { isLatinText } from '../../src-main/contract/latin-text';

const known = new WeakMap<Edition, boolean>();

/** By most of its articles' words: a Chinese paper may have an English column. */
export function isEnglishPaper(edition: Edition): boolean {
  const found = known.get(edition);
  if (found !== undefined) return found;
  const english = isLatinText(
    edition.contents.map(({ headline, paragraphs }) => `${headline ?? ''} ${paragraphs[0]?.text ?? ''}`).join(' '),
  );
  known.set(edition, english);
  return english;
}

export function usePaperWords(edition: Edition) {
  const { t, i18n } = useTranslation('reader', isEnglishPaper(edition) ? { lng: 'en' } : {});
  return { t, language: isEnglishPaper(edition) ? 'en' : i18n.language };
}
