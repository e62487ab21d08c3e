/** Whether a first page can be drawn in its own faces. Later ones are drawn at once: whoever turns waits for nothing. */
import { useEffect, useState } from 'react';
import type { ComposedPage } from '../compose/composed-page';
import { loadFaces, textOfPages } from './load-faces';

export function useFacesThere(pages: readonly ComposedPage[]): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => {
    if (there || pages.length === 0) return undefined;
    let given = false;
    const show = (): void => {
      if (!given) setThere(true);
    };
    void loadFaces(textOfPages(pages)).then(show);
    return () => {
      given = true;
    };
  }, [there, pages]);
  return there;
}
