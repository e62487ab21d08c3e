/**
 * Moves focus to a view's heading when another view opens, so that the keyboard and a screen reader arrive where the eye does.
 * Turning a page or typing in a field is no arrival.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { movesMade } from './navigation';
import type { View } from './navigation';

/** Views with the same identity are one place to be. */
export function identityOf(view: View): string {
  switch (view.kind) {
    case 'edition':
      return `edition ${view.edition}`;
    case 'article':
      return `article ${view.article}`;
    default:
      return view.kind;
  }
}

const longestWait = 3000;

let anew = false;

/** The window is about to be drawn anew, as where a backup takes the library's place: what had focus goes, and what comes is arrived at. */
export function arriveAnew(): void {
  anew = true;
}

export function useArrival(main: RefObject<HTMLElement | null>, identity: string): void {
  const arrivedAt = useRef<string | null>(null);
  const lastMove = useRef(movesMade());
  useEffect(() => {
    const before = arrivedAt.current;
    if (before === identity) return undefined;
    arrivedAt.current = identity;
    const moved = movesMade() !== lastMove.current;
    lastMove.current = movesMade();
    // The first view of all leaves focus at the document's start, where the skip link is.
    if (before === null && !anew) return undefined;
    anew = false;
    // Articles are numbered anew when one is put right: the reader is still at the line they put right.
    if (!moved && before?.startsWith('article ') && document.activeElement !== document.body) return undefined;
    const typing = document.activeElement instanceof HTMLInputElement;
    if (typing || !main.current) return undefined;
    const arrive = () => {
      const heading = main.current?.querySelector<HTMLElement>('h1');
      if (!heading) return false;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      return true;
    };
    if (arrive()) return undefined;
    const waiting = new MutationObserver(() => {
      if (arrive()) waiting.disconnect();
    });
    waiting.observe(main.current, { childList: true, subtree: true });
    const timer = setTimeout(() => waiting.disconnect(), longestWait);
    return () => {
      waiting.disconnect();
      clearTimeout(timer);
    };
  }, [identity, main]);
}

/** Views that lie in the main area as they are, and whose places nothing else keeps. */
const lying: readonly string[] = ['shelf', 'bookmarks', 'trash', 'settings'] satisfies readonly View['kind'][];

/** Each begins at its top, wherever the view before it had been scrolled to, and is found again where it was left. */
export function usePlaces(main: RefObject<HTMLElement | null>, identity: string): void {
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const scroller = main.current;
    if (!scroller || !lying.includes(identity)) return undefined;
    scroller.scrollTo({ top: tops.current.get(identity) ?? 0 });
    const note = () => tops.current.set(identity, scroller.scrollTop);
    scroller.addEventListener('scroll', note, { passive: true });
    return () => scroller.removeEventListener('scroll', note);
  }, [identity, main]);
}
