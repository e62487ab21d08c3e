/**
 * Whether the reader has taken up what came in front of them by itself: turned on, pressed something in it, scrolled. What they went to themselves
 * they have. A page nobody has turned to may stay in view for hours and is not read by that.
 */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { nameOfKey } from '../app/keys';
import { onMac } from '../app/use-keyboard';

export function useTakenUp(area: RefObject<HTMLElement | null>, cameByItself: boolean): boolean {
  const [takenUp, setTakenUp] = useState(!cameByItself);
  useEffect(() => {
    const element = area.current;
    if (takenUp || !element) return undefined;
    const take = (): void => setTakenUp(true);
    // Keys for pages are heard wherever the keyboard is not on something else.
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const isHere = target === document.body || (target instanceof Node && document.getElementById('main')?.contains(target));
      if (isHere && nameOfKey(event, onMac) !== null) take();
    };
    element.addEventListener('pointerdown', take);
    element.addEventListener('wheel', take, { passive: true });
    window.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('pointerdown', take);
      element.removeEventListener('wheel', take);
      window.removeEventListener('keydown', onKey);
    };
  }, [area, takenUp]);
  return takenUp;
}
