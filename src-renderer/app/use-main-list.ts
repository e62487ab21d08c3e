/** A long list in the shell's scrolling main area, of which only what is in sight exists. Not for lists that scroll by themselves. */
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';

interface ListOptions {
  readonly count: number;
  readonly estimateSize: (index: number) => number;
  readonly overscan: number;
  readonly getItemKey?: (index: number) => string | number;
}

/** An item lies at `item.start - scrollMargin` from the list's top. */
export function useMainList(
  list: RefObject<HTMLElement | null>,
  options: ListOptions,
): { readonly virtualizer: Virtualizer<HTMLElement, Element>; readonly scrollMargin: number } {
  const [scrollMargin, setScrollMargin] = useState(0);
  // What stands above the list grows and shrinks; its parent then changes its size too.
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest('main');
    if (!element?.parentElement || !scroller) return undefined;
    const measure = () =>
      setScrollMargin(Math.round(element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop));
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element.parentElement);
    return () => watching.disconnect();
  }, [list]);
  // Nothing here is memoized by a compiler, so the virtualizer's own functions are safe to hand on.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    ...options,
    getScrollElement: () => list.current?.closest('main') ?? null,
    scrollMargin,
  });
  return { virtualizer, scrollMargin };
}
