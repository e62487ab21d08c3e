/** Page keys in an article: a screenful down, or to the left where lines run down; first and last words. Not for turning pages. */
import type { RefObject } from 'react';
import type { Settings } from '../../src-main/contract/model';
import { useCommand } from '../app/use-command';

/** Share of the view that stays in sight when a screenful goes by. */
const kept = 0.1;

function behaviour(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** `side` holds the element that scrolls. */
export function useScrolling(side: RefObject<HTMLElement | null>, direction: Settings['direction']): void {
  const view = () => side.current?.querySelector<HTMLElement>('.article-view') ?? null;
  const down = direction === 'vertical';
  const by = (screens: number) => {
    const element = view();
    if (!element) return false;
    // Each spread of vertical tiers fills the view exactly; text across keeps a line or two in sight.
    element.scrollBy(
      down
        ? { left: -screens * element.clientWidth, behavior: behaviour() }
        : { top: screens * element.clientHeight * (1 - kept), behavior: behaviour() },
    );
    return true;
  };
  const to = (end: boolean) => {
    const element = view();
    if (!element) return false;
    const far = end ? element.scrollWidth : 0;
    element.scrollTo(down ? { left: -far, behavior: behaviour() } : { top: end ? element.scrollHeight : 0, behavior: behaviour() });
    return true;
  };
  // Lines that run down go on to the left: there the left arrow is the way forward.
  const sense = (key: string | undefined) => (down && (key === 'ArrowLeft' || key === 'ArrowRight') ? -1 : 1);
  useCommand('page.next', (key) => by(sense(key)));
  useCommand('page.previous', (key) => by(-sense(key)));
  useCommand('page.first', () => to(false));
  useCommand('page.last', () => to(true));
}
