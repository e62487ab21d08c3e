/** An edition composed for the room there is; finishes the pages nobody has asked for yet while the browser is idle. */
import { useEffect, useMemo, useState } from 'react';
import type { Edition } from '../../../src-main/contract/model';
import { composeEdition } from '../compose/compose-edition';
import type { Composition } from '../compose/compose-edition';
import { pageGeometry, verticalGeometry } from '../compose/geometry';
import type { Direction } from '../compose/geometry';
import { verticalAdvances } from '../compose/vertical-advances';
import { useAdvances } from './use-advances';

export interface PageSettings {
  /** Body type in CSS pixels. */
  readonly typeSize: number;
  readonly justify: boolean;
  readonly direction: Direction;
}

/** `width` and `height` are of one page, in CSS pixels. */
export function useComposition(edition: Edition, width: number, height: number, settings: PageSettings): Composition {
  const advances = useAdvances();
  const { typeSize, justify, direction } = settings;
  return useMemo(
    () =>
      direction === 'vertical'
        ? composeEdition(edition, verticalGeometry(width, height, typeSize), { justify }, verticalAdvances(advances))
        : composeEdition(edition, pageGeometry(width, height, typeSize), { justify }, advances),
    [edition, width, height, typeSize, justify, direction, advances],
  );
}

const IDLE_PAGES = 3;

/** How many pages are composed, and whether that is all of them. */
export function useKnownPages(composition: Composition): Composition['known'] {
  const [told, setTold] = useState({ composition, known: composition.known });
  useEffect(() => {
    let stopped = false;
    const wait =
      typeof requestIdleCallback === 'function'
        ? (step: () => void) => requestIdleCallback(step, { timeout: 100 })
        : (step: () => void) => setTimeout(step, 16);
    const step = (): void => {
      if (stopped) return;
      composition.page(composition.known.pages + IDLE_PAGES - 1);
      const known = composition.known;
      // Told once, at the end: every telling draws the page again.
      if (known.complete) setTold({ composition, known });
      else wait(step);
    };
    wait(step);
    return () => {
      stopped = true;
    };
  }, [composition]);
  return told.composition === composition ? told.known : { pages: 0, complete: false };
}
