/** Turning by hand: wheel and trackpad (one turn a gesture), swipe. Not for keys, which are the shell's commands. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Direction } from '../compose/geometry';
import { useLatest } from '../../app/use-latest';

export interface Turning {
  readonly next: () => void;
  readonly previous: () => void;
}

/**
 * A trackpad's momentum goes on after the fingers have left: its events count as one gesture until this pause, in ms. It is told by when the events
 * were made: while a page is being drawn they wait, and a clock of ours would count that as a pause.
 */
const GESTURE_PAUSE = 160;
/** Events of one gesture come at least this often where nothing keeps them waiting, in ms. */
const FRAME = 17;
const WHEEL_STEP = 40;
const SWIPE_STEP = 50;

export function useTurning(stage: RefObject<HTMLElement | null>, turning: Turning, direction: Direction): void {
  const latest = useLatest(turning);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    // Pages of vertical text lie to the left.
    const sense = direction === 'vertical' ? -1 : 1;
    let last = Number.NEGATIVE_INFINITY;
    let sum = 0;
    let turned = false;
    let strongest = 0;
    let weakest = 0;
    const onWheel = (event: WheelEvent): void => {
      // A page taller than its room is scrolled first.
      if (event.ctrlKey || element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1) return;
      event.preventDefault();
      const delta = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX * sense : event.deltaY;
      const gap = event.timeStamp - last;
      last = event.timeStamp;
      if (gap > GESTURE_PAUSE) {
        sum = 0;
        turned = false;
      }
      // What was done while a page was being drawn comes as one event.
      const push = Math.abs(delta) * Math.min(1, FRAME / gap);
      // A push against fading momentum is a new gesture; one that is still gathering strength is not.
      if (turned && weakest * 2 < strongest && push > weakest * 2 + WHEEL_STEP) turned = false;
      if (!turned || push > strongest) strongest = weakest = push;
      else weakest = Math.min(weakest, push);
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
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointerup', onUp);
    };
  }, [stage, direction, latest]);
}
