/**
 * The keyboard, brought to a part of a list that draws only what is in sight: at once where it is drawn, else with the drawing that brings it.
 * Not for scrolling there.
 */
import { useCallback, useLayoutEffect, useRef } from 'react';

interface Wish {
  readonly find: () => HTMLElement | null | undefined;
  /** What had the keyboard when the wish was made: whoever has gone elsewhere since is left there. */
  readonly from: Element | null;
}

/** Of the component that draws the list. A later wish takes the place of one that still waits; true where the keyboard is there already. */
export function useFocusWhenDrawn(): (find: Wish['find']) => boolean {
  const waiting = useRef<Wish | null>(null);
  useLayoutEffect(() => {
    const wish = waiting.current;
    if (!wish) return;
    const { activeElement } = document;
    const stays = activeElement === wish.from || activeElement === document.body;
    const found = stays ? wish.find() : null;
    if (!stays || found) waiting.current = null;
    found?.focus({ preventScroll: true });
  });
  return useCallback((find) => {
    const found = find();
    waiting.current = found ? null : { find, from: document.activeElement };
    found?.focus({ preventScroll: true });
    return Boolean(found);
  }, []);
}
