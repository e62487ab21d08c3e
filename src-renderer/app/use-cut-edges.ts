/**
 * Marks an element that scrolls with the edges at which it is cut (`data-cut`: start, end, both), so that the style sheet can let them fade:
 * where nothing fades there is no more. Both ways of scrolling alike.
 */
import { useEffect } from 'react';
import type { RefObject } from 'react';

/** What is cut off by less is a rounding. */
const slack = 2;

export function useCutEdges(element: RefObject<HTMLElement | null>): void {
  // Whatever has been drawn may have changed what there is to scroll.
  useEffect(() => {
    const scroller = element.current;
    if (!scroller) return undefined;
    const look = () => {
      const across = scroller.scrollWidth > scroller.clientWidth + slack;
      const [at, seen, whole] = across
        ? [Math.abs(scroller.scrollLeft), scroller.clientWidth, scroller.scrollWidth]
        : [scroller.scrollTop, scroller.clientHeight, scroller.scrollHeight];
      const start = at > slack;
      const end = at + seen < whole - slack;
      const cut = start && end ? 'both' : start ? 'start' : end ? 'end' : '';
      scroller.setAttribute('data-cut', cut);
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    const watching = new ResizeObserver(look);
    watching.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      watching.disconnect();
    };
  });
}
