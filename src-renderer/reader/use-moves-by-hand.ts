/**
 * Tells the reader's own scrolling from scrolling that follows something they pointed to, however long a slow machine takes to report it.
 * Not for scrolling: see use-scrolling.ts.
 */
import { useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';

const scrollKeys: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
]);

interface Moves {
  /** The reader has moved in the text since they were last sent somewhere. */
  readonly byHand: () => boolean;
  /** They are sent somewhere: what scrolls now is not their doing. */
  readonly send: () => void;
}

/** The same object as long as the view stands. */
export function useMovesByHand(side: RefObject<HTMLElement | null>, atFirst: boolean): Moves {
  const moved = useRef(atFirst);
  useEffect(() => {
    const element = side.current;
    if (!element) return undefined;
    const move = (): void => {
      moved.current = true;
    };
    // Keys for the text are heard wherever the keyboard is not on something beside it.
    const onKey = ({ key, target }: KeyboardEvent): void => {
      if (scrollKeys.has(key) && (target === document.body || (target instanceof Node && element.contains(target)))) move();
    };
    element.addEventListener('wheel', move, { passive: true });
    element.addEventListener('pointerdown', move);
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      element.removeEventListener('wheel', move);
      element.removeEventListener('pointerdown', move);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [side]);
  return useMemo(
    () => ({
      byHand: () => moved.current,
      send: () => {
        moved.current = false;
      },
    }),
    [],
  );
}
