/**
 * Counts text as read once it has stayed in view: a second, and one more for every thousand characters that are new, at most three: a
 * glance over a page, as who watches the press takes one. So riffling through reads nothing, and nobody has to wait on a page of a few briefs.
 */
import { useEffect, useMemo } from 'react';
import type { SourceSpan } from '../../src-main/contract/model';
import type { ComposedPage } from './compose/composed-page';
import { markRead, textOn, unreadIn } from './read-text';
import type { ReadText } from './read-text';
import { useLatest } from '../app/use-latest';

const leastMs = 1_000;
const mostMs = 3_000;
const charactersPerSecond = 1_000;

export function stayFor(unread: number): number {
  return Math.min(mostMs, leastMs + (unread / charactersPerSecond) * 1_000);
}

/** @param pages in view; the same ones as long as they are the same object */
export function usePagesRead(text: ReadText, pages: readonly ComposedPage[] | null, onRead: () => void): void {
  useTextRead(
    text,
    useMemo(() => (pages ? textOn(pages) : null), [pages]),
    onRead,
  );
}

/** @param spans in view; the same ones as long as they are the same object */
export function useTextRead(text: ReadText, spans: readonly SourceSpan[] | null, onRead: () => void): void {
  const latest = useLatest(onRead);
  useEffect(() => {
    if (!spans) return undefined;
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
  }, [text, spans, latest]);
}
