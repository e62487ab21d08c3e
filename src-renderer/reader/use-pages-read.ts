/**
 * Counts text as read once it has stayed in view: some seconds, and more the more of it is new, up to ten. So riffling through reads nothing, nor
 * does a look at the front page, and nobody has to wait on a page of a few briefs.
 */
import { useEffect, useMemo } from 'react';
import type { SourceSpan } from '../../src-main/contract/model';
import type { ComposedPage } from './compose/composed-page';
import { markRead, textOn, unreadIn } from './read-text';
import type { ReadText } from './read-text';
import { useLatest } from '../app/use-latest';

const leastMs = 4_000;
const mostMs = 10_000;
const charactersPerSecond = 500;

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
    let rest = stayFor(unread);
    let since: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A window that is not seen, or stands beside the one that is worked in, is not read.
    const wait = () => {
      clearTimeout(timer);
      const now = performance.now();
      if (since !== null) rest -= now - since;
      since = document.visibilityState !== 'hidden' && document.hasFocus() ? now : null;
      if (since === null) return;
      timer = setTimeout(() => {
        stop();
        markRead(text, spans);
        latest.current();
      }, rest);
    };
    const stop = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
      window.removeEventListener('focus', wait);
      window.removeEventListener('blur', wait);
    };
    wait();
    document.addEventListener('visibilitychange', wait);
    window.addEventListener('focus', wait);
    window.addEventListener('blur', wait);
    return stop;
  }, [text, spans, latest]);
}
