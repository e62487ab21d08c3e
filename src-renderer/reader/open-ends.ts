/**
 * Where a story says that it goes on, or began, on another page, and that part of it is not here: what is said of it at the edge of its text.
 * Pure. Not for how it looks.
 */
import type { Article, Edition } from '../../src-main/contract/model';
import { pageLetters, pageNumber } from '../../src-main/contract/page-number';

export interface OpenEnd {
  /** The end that is missed: what came before the text, or what comes after it. */
  readonly direction: 'from' | 'to';
  /** As printed; null where the text names none. */
  readonly page: string | null;
  /** Among the article's findings. */
  readonly finding: number;
}

/** None once the other part is there, nor where the reader has dismissed the finding. */
export function openEnds(article: Article): readonly OpenEnd[] {
  const ends = article.notices.flatMap(({ kind, judgement }, finding): OpenEnd[] => {
    if (kind !== 'jump-open') return [];
    const direction = judgement.rule === 'comes-from-elsewhere' ? 'from' : 'to';
    return [{ direction, page: article.jump?.[direction] ?? null, finding }];
  });
  return ends.filter(({ direction }, at) => ends.findIndex((one) => one.direction === direction) === at);
}

/** "下转4版" on page A1 means A4. */
function isPage(one: string, other: string): boolean {
  const letters = [pageLetters(one), pageLetters(other)];
  return pageNumber(one) === pageNumber(other) && (letters[0] === letters[1] || letters.includes(''));
}

/** Whether that page is not in the edition; it is, but what goes on there was not found; or no page is named. */
export function missedPage({ pages }: Pick<Edition, 'pages'>, { page }: OpenEnd): 'missing' | 'there' | 'elsewhere' {
  if (page === null) return 'elsewhere';
  return pages.some((one) => isPage(one, page)) ? 'there' : 'missing';
}
