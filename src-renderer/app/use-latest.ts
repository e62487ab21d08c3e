/** The newest value for listeners and callbacks that stay the same from one drawing to the next. Not for drawing with it. */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  // Before it is seen: whoever hears a key pressed on what has just come needs what belongs to it.
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
