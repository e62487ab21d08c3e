/** Turning by hand: wheel and trackpad (one turn a gesture), swipe. Not for keys, which are the shell's commands. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Direction } from '../compose/geometry';
import { useLatest } from '../../app/use-latest';

export interface Turning {
  readonly next: () => void;
  readonly previous: () => void;
}

/** A trackpad's momentum goes on after the fingers have left: its events count as one gesture until this pause, in ms. */
const GESTURE_PAUSE = 160;
const WHEEL_STEP = 40;
const SWIPE_STEP = 50;

export function useTurning(stage: RefObject<HTMLElement | null>, turning: Turning, direction: Direction): void {
  const latest = useLatest(turning);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    // Pages of vertical text lie to the left.
    const sense = direction === 'vertical' ? -1 : 1;
    let sum = 0;
    let turned = false;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let strongest = 0;
    const onWheel = (event: WheelEvent): void => {
      // A page taller than its room is scrolled first.
      if (event.ctrlKey || element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1) return;
      event.preventDefault();
      const delta = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX * sense : event.deltaY;
      clearTimeout(pause);
      pause = setTimeout(() => {
        sum = 0;
        turned = false;
        strongest = 0;
      }, GESTURE_PAUSE);
      // A push against fading momentum is a new gesture.
      if (turned && Math.abs(delta) > strongest * 2 + WHEEL_STEP) turned = false;
      strongest = turned ? Math.min(strongest, Math.abs(delta)) : Math.abs(delta);
      if (turned) return;
      sum += event.deltaMode === 0 ? delta : delta * WHEEL_STEP;
      if (Math.abs(sum) < WHEEL_STEP) return;
      latest.current[sum > 0 ? 'next' : 'previous']();
      turned = true;
      sum = 0;
    };
    let began: { readonly x: number; readonly y: number } | null = null;
    const onDown = (event: PointerEvent): void => {
      began = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY };
    };
    const onUp = (event: PointerEvent): void => {
      if (!began) return;
      const across = event.clientX - began.x;
      if (Math.abs(across) > SWIPE_STEP && Math.abs(across) > Math.abs(event.clientY - began.y) * 1.5)
        latest.current[across * sense < 0 ? 'next' : 'previous']();
      began = null;
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointerup', onUp);
    return () => {
      clearTimeout(pause);
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointerup', onUp);
    };
  }, [stage, direction, latest]);
}
