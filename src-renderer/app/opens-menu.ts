import type { KeyboardEvent, MouseEvent } from 'react';

type Opener = MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>;

/**
 * What a button that opens a menu answers to. A key opens it itself: the click that the key would make looks to react-aria like one of assistive
 * technology, and the menu's first entry then has no focus, so that Enter would choose nothing.
 */
export function opensMenu(open: (button: HTMLElement) => void) {
  return {
    onClick: ({ currentTarget }: Opener) => open(currentTarget),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(event.currentTarget);
    },
  };
}
