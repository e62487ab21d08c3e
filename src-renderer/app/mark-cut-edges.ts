/**
 * Marks an element that scrolls with the edges at which it is cut (`data-cut`: start, end, both), so that the style sheet can let them fade:
 * where nothing fades there is no more. Both ways of scrolling alike.
 */

/** What is cut off by less is a rounding. */
const slack = 2;

/** To be given as `ref`. What there is to scroll are the element's children, which may grow and shrink, but stay. */
export function markCutEdges(scroller: HTMLElement | null): (() => void) | undefined {
  if (!scroller) return undefined;
  const look = () => {
    const across = scroller.scrollWidth > scroller.clientWidth + slack;
    const [at, seen, whole] = across
      ? [Math.abs(scroller.scrollLeft), scroller.clientWidth, scroller.scrollWidth]
      : [scroller.scrollTop, scroller.clientHeight, scroller.scrollHeight];
    const start = at > slack;
    const end = at + seen < whole - slack;
    scroller.dataset['cut'] = start && end ? 'both' : start ? 'start' : end ? 'end' : '';
  };
  scroller.addEventListener('scroll', look, { passive: true });
  // Told after a layout that was made anyway: to ask at every drawing would have one made.
  const watching = new ResizeObserver(look);
  watching.observe(scroller);
  for (const child of scroller.children) watching.observe(child);
  return () => {
    scroller.removeEventListener('scroll', look);
    watching.disconnect();
  };
}
