/** News that asks nothing of the reader leaves by itself: some time after they have gone on, and never from under pointer or keyboard. */
import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Time enough to read it, in ms. */
const shownFor = 20_000;

export function useLeavingGoodNews(strip: RefObject<HTMLElement | null>, mayLeave: boolean, leave: () => void): void {
  useEffect(() => {
    if (!mayLeave) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const element = strip.current;
        if (element?.matches(':hover') === true || element?.contains(document.activeElement) === true) wait();
        else leave();
      }, shownFor);
    };
    // Who is away from the desk finds it when they come back.
    const goOn = (): void => {
      if (timer === undefined) wait();
    };
    window.addEventListener('pointerdown', goOn);
    window.addEventListener('keydown', goOn);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', goOn);
      window.removeEventListener('keydown', goOn);
    };
  }, [strip, mayLeave, leave]);
}
