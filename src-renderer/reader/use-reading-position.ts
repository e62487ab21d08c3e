/** Tells the library what is open, and where the reader is: a moment after they stop moving, and at once when the window closes. */
import { useCallback, useEffect, useRef } from 'react';
import type { Edition, EditionId, Place } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { useMarkOpened, useSavePosition } from '../app/queries';
import { shareRead } from './read-text';
import type { ReadText } from './read-text';

const pauseMs = 600;

/** Of this run: an edition that is opened again has not been read from the library again. */
const left = new Map<EditionId, Place>();

/** The library keeps another place of it from now on; what was still to be saved is saved no more. */
export function forgetPlaceLeft(edition: EditionId): void {
  left.delete(edition);
}

/** Where an edition opens again. */
export function placeLeft({ id, position }: Pick<Edition, 'id' | 'position'>): Place | null {
  return left.get(id) ?? position;
}

/** What is saved with the place is the share that has been read by then, which the place itself says nothing of. */
export function useReadingPosition(
  { id: edition }: Pick<Edition, 'id'>,
  text: ReadText,
  /** Where the next start finds it again. */
  openAs: 'pages' | 'article',
): (place: Place) => void {
  const { mutate } = useSavePosition();
  const { mutate: markOpened } = useMarkOpened();
  useEffect(() => markOpened({ edition, inArticle: openAs === 'article' }), [markOpened, edition, openAs]);
  const waiting = useRef<(() => Input<'position.save'>) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current && left.has(edition)) mutate(waiting.current());
    waiting.current = null;
  }, [mutate, edition]);

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
      left.set(edition, place);
      waiting.current = () => ({ edition, place, progress: shareRead(text) });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    [edition, text, flush],
  );
}
