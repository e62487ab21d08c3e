/** Copies what is selected, or else the whole article in front, and below it where that was printed. */
import { useTranslation } from 'react-i18next';
import type { Article, Edition } from '../../src-main/contract/model';
import { tellDone, tellProblem } from '../app/undo';
import { useCommand } from '../app/use-command';
import { writeClipboard } from '../app/write-clipboard';
import { citation } from './citation';
import type { QuotedLine } from './citation';
import { selectedLines, textOfLines } from './page/copied-text';
import { articleWithId } from './reading-order';

/** @param inFront what is copied where nothing is selected; null where there is none */
export function useCopyCitation(edition: Edition, inFront: Article | null): void {
  const { t, i18n } = useTranslation('reader');
  const copy = (text: string, citations: readonly string[], said: 'cited-passage' | 'cited-whole') =>
    void writeClipboard([text, ...citations].join('\n')).then(() => tellDone(t(said, { citation: citations.join(' ') })), tellProblem);
  useCommand(
    'copy.citation',
    () => {
      const lines = selectedLines(window.getSelection());
      const quoted = [...quotedOf(lines.map(({ line }) => line))].flatMap(([id, of]) => {
        const article = articleWithId(edition, id);
        return article ? [citation(t, i18n.language, edition, article, of)] : [];
      });
      // A passage may go over several articles: each is cited.
      if (quoted.length > 0) copy(textOfLines(lines), quoted, 'cited-passage');
      else if (inFront) copy(wordsOf(inFront), [citation(t, i18n.language, edition, inFront)], 'cited-whole');
      else return false;
      return true;
    },
    edition.contents.length > 0,
  );
}

function wordsOf({ headline, paragraphs }: Article): string {
  return [...(headline === null ? [] : [headline]), ...paragraphs.map(({ text }) => text)].join('\n');
}

/** The lines that are quoted of each article, in the order in which they stand. */
function quotedOf(lines: readonly HTMLElement[]): ReadonlyMap<number, readonly QuotedLine[]> {
  const quoted = new Map<number, QuotedLine[]>();
  for (const line of lines) {
    const article = Number(line.closest<HTMLElement>('[data-article]')?.dataset['article']);
    if (Number.isNaN(article)) continue;
    const of = quoted.get(article) ?? [];
    quoted.set(article, of);
    const paragraph = Number(line.dataset['line']?.split(':')[0] ?? Number.NaN);
    const source = line.dataset['source'] ?? line.querySelector<HTMLElement>('[data-source]')?.dataset['source'];
    of.push({ paragraph: paragraph >= 0 ? paragraph : null, source: Number(source) });
  }
  return quoted;
}
