/** Whether the window is too narrow for rail and controls side by side: the same width as in the style sheets. */
import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 1000px)');

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}
