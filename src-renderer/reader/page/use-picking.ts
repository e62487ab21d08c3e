/** Opening the article one points at, at the finding whose mark one points at, and copying what one has selected. One listener for a page of thousands of characters. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { ArticleId } from '../../../src-main/contract/model';
import type { FindingPlace } from '../finding-walk';
import { copiedText } from './copied-text';
import { useLatest } from '../../app/use-latest';

const CONTROLS = 'button, a, input';

function articleOf(target: EventTarget | null): ArticleId | null {
  if (!(target instanceof Element) || target.closest(CONTROLS)) return null;
  const region = target.closest<HTMLElement>('[data-article]');
  return region ? Number(region.dataset.article) : null;
}

/** Which of the article's findings a mark in the margin stands for; null beside marks. */
function findingOf(target: EventTarget | null): number | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-finding]') : null;
  return mark ? Number(mark.dataset.finding) : null;
}

export function usePicking(
  stage: RefObject<HTMLElement | null>,
  open: (article: ArticleId) => void,
  openFinding: (finding: FindingPlace) => void,
): void {
  const latest = useLatest({ open, openFinding });
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const onClick = (event: MouseEvent): void => {
      const article = articleOf(event.target);
      // A click that ends a selection is not meant to leave the page.
      if (article === null || window.getSelection()?.isCollapsed === false) return;
      const index = findingOf(event.target);
      if (index === null) latest.current.open(article);
      else latest.current.openFinding({ article, index });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
      if (!(event.target instanceof HTMLElement) || event.target.dataset.article === undefined) return;
      event.preventDefault();
      latest.current.open(Number(event.target.dataset.article));
    };
    element.addEventListener('click', onClick);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('keydown', onKey);
    };
  }, [stage, latest]);
}

/** Copies paragraphs whole, without the line ends the composer made; all that there is to select is the text, not what stands around it. */
export function useCopying(view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    const onCopy = (event: ClipboardEvent): void => {
      // What is copied has been said already (write-clipboard.ts).
      if (event.defaultPrevented) return;
      const text = copiedText(window.getSelection());
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const onSelect = (event: Event): void => {
      // So it begins for select-all alone, by key or from a menu, and never within a field.
      if (event.target !== document.body) return;
      event.preventDefault();
      window.getSelection()?.selectAllChildren(element);
    };
    element.addEventListener('copy', onCopy);
    document.addEventListener('selectstart', onSelect);
    return () => {
      element.removeEventListener('copy', onCopy);
      document.removeEventListener('selectstart', onSelect);
    };
  }, [view]);
}
