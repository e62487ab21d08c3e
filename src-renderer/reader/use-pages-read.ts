/**
 * Counts pages as read once they have stayed in view: two seconds, and one more for every three hundred characters that are new, at most
 * ten. So leafing through reads nothing, and nobody has to wait on a page of a few briefs.
 */
import { useEffect } from 'react';
import type { ComposedPage } from './compose/composed-page';
import { markRead, textOn, unreadIn } from './read-text';
import type { ReadText } from './read-text';
import { useLatest } from '../app/use-latest';

const leastMs = 2_000;
const mostMs = 10_000;
const charactersPerSecond = 300;

export function stayFor(unread: number): number {
  return Math.min(mostMs, leastMs + (unread / charactersPerSecond) * 1_000);
}

/** @param pages in view; the same ones as long as they are the same object */
export function usePagesRead(text: ReadText, pages: readonly ComposedPage[] | null, onRead: () => void): void {
  const latest = useLatest(onRead);
  useEffect(() => {
    if (!pages) return undefined;
    const spans = textOn(pages);
    const unread = unreadIn(text, spans);
    if (unread === 0) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A window that is not seen is not read.
    const wait = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return;
      timer = setTimeout(() => {
        document.removeEventListener('visibilitychange', wait);
        markRead(text, spans);
        latest.current();
      }, stayFor(unread));
    };
    wait();
    document.addEventListener('visibilitychange', wait);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
    };
  }, [text, pages, latest]);
}
