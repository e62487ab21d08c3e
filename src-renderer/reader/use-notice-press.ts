/** A mark at the edge of the text, or doubted words in it, lead to the finding they stand for. By keyboard the list of findings does. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Article, Notice, SourceSpan } from '../../src-main/contract/model';
import { doubtedWords, markedBeside } from './compose/parser-marks';
import { hasSeam, markOfNotice } from './notice-words';
import { useLatest } from '../app/use-latest';

/** Which of the article's findings a stretch of printed text shows; null where none. Pure. */
export function noticeWithin(article: Article, printed: readonly SourceSpan[], marked: 'mark' | 'doubt'): number | null {
  const touches = (span: SourceSpan) => printed.some((one) => one.source === span.source && one.start < span.end && one.end > span.start);
  const shows = (notice: Notice) => {
    const mark = markOfNotice[notice.kind];
    const doubted = doubtedWords(article, notice);
    if (marked === 'doubt') return mark === 'doubt' && doubted.some(touches);
    const [first, second] = notice.spans;
    if (!first) return false;
    if (mark === 'omit') {
      const beside = markedBeside(article, first);
      return beside !== null && touches(beside);
    }
    // What was moved is marked where it begins; of a join it is the seam, not all that it holds together.
    if (mark === 'moved' && second) return touches({ ...second, end: second.start + 1 });
    if (hasSeam(mark) && second) return touches({ ...second, end: second.start + 1 }) || touches({ ...first, start: first.end - 1 });
    return doubted.some(touches);
  };
  const at = article.notices.findIndex(shows);
  return at < 0 ? null : at;
}

function spanOf(element: HTMLElement): SourceSpan {
  const { source, start, end } = element.dataset;
  return { source: Number(source), start: Number(start), end: Number(end) };
}

export function useNoticePress(side: RefObject<HTMLElement | null>, article: Article, onNotice: (notice: number) => void): void {
  const latest = useLatest({ article, onNotice });
  useEffect(() => {
    const element = side.current;
    if (!element) return undefined;
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      const pressed = target.closest<HTMLElement>('.article-mark, .page-doubt');
      if (!pressed) return;
      const marked = pressed.classList.contains('page-doubt') ? 'doubt' : 'mark';
      const within = marked === 'doubt' ? pressed.closest<HTMLElement>('[data-source]') : pressed.closest<HTMLElement>('[data-line]');
      const printed = within?.matches('[data-source]') ? [within] : [...(within?.querySelectorAll<HTMLElement>('[data-source]') ?? [])];
      const notice = noticeWithin(latest.current.article, printed.map(spanOf), marked);
      if (notice !== null) latest.current.onNotice(notice);
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  });
}
