/** The newest value for listeners and callbacks that stay the same from one drawing to the next. Not for drawing with it. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
