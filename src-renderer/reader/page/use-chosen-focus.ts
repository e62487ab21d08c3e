/** The keyboard goes along with the article that keys have chosen, over a turn and a new setting too, until the reader takes it elsewhere. */
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { ArticleId } from '../../../src-main/contract/model';

/** Where the article stands on the pages in view: those drawn beforehand are not among them. */
function regionOf(area: HTMLElement | null, article: ArticleId): HTMLElement | null {
  const regions = area?.querySelectorAll<HTMLElement>(`[data-article="${article}"]`) ?? [];
  return [...regions].find((region) => region.closest('.page-turn-unseen') === null) ?? null;
}

/**
 * @param drawn changes with what is on the pages
 * @returns to be called when a key chooses: what had the keyboard before, a button of the bar or the edge of a page, has it no longer
 */
export function useChosenFocus(area: RefObject<HTMLElement | null>, chosen: ArticleId | null, drawn: unknown): () => void {
  const follows = useRef(false);
  useLayoutEffect(() => {
    if (!follows.current || chosen === null) return;
    const holder = document.activeElement;
    if (holder && holder !== document.body && holder.closest('[data-article]') === null) follows.current = false;
    else regionOf(area.current, chosen)?.focus({ preventScroll: true });
    // Looked for again whenever the pages are others.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [area, chosen, drawn]);
  useEffect(() => {
    const element = area.current;
    const onFocus = ({ target }: FocusEvent) => {
      const region = target instanceof Element ? target.closest<HTMLElement>('[data-article]') : null;
      if (region?.dataset['article'] !== String(chosen)) follows.current = false;
    };
    element?.addEventListener('focusin', onFocus);
    return () => element?.removeEventListener('focusin', onFocus);
  }, [area, chosen]);
  return useCallback(() => {
    follows.current = true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);
}
