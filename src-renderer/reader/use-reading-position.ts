/** Tells the library what is open, and where the reader is: a moment after they stop moving, and at once when the window closes. */
import { useCallback, useEffect, useRef } from 'react';
import type { EditionId, Place } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { useMarkOpened, useSavePosition } from '../app/queries';

const pauseMs = 600;

/** The share that has been read, 0 to 1, is asked for only when it is saved; without it the library works it out from the place. */
export function useReadingPosition(edition: EditionId): (place: Place, share?: () => number) => void {
  const { mutate } = useSavePosition();
  const { mutate: markOpened } = useMarkOpened();
  useEffect(() => markOpened({ edition }), [markOpened, edition]);
  const waiting = useRef<(() => Input<'position.save'>) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current) mutate(waiting.current());
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
    (place: Place, share?: () => number) => {
      waiting.current = () => ({ edition, place, ...(share ? { progress: share() } : {}) });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    [edition, flush],
  );
}
