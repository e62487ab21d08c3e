/** A list in which nothing is chosen yet shows nothing as chosen: React would have its first row look it. */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** For the `ref` of a `select`. */
export function useNoneChosen(none: boolean): RefObject<HTMLSelectElement | null> {
  const list = useRef<HTMLSelectElement>(null);
  // After every drawing, for in every one React chooses anew.
  useLayoutEffect(() => {
    if (none && list.current) list.current.selectedIndex = -1;
  });
  return list;
}
