/** Tells the library what is open, and where the reader is: a moment after they stop moving, and at once when the window closes. */
import { useCallback, useEffect, useRef } from 'react';
import type { EditionId, Place } from '../../src-main/contract/model';
import { useMarkOpened, useSavePosition } from '../app/queries';

const pauseMs = 600;

export function useReadingPosition(edition: EditionId): (place: Place) => void {
  const { mutate } = useSavePosition();
  const { mutate: markOpened } = useMarkOpened();
  useEffect(() => markOpened({ edition }), [markOpened, edition]);
  const waiting = useRef<{ readonly edition: EditionId; readonly place: Place } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current) mutate(waiting.current);
    waiting.current = null;
  }, [mutate]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);

  return useCallback(
    (place: Place) => {
      waiting.current = { edition, place };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    [edition, flush],
  );
}
