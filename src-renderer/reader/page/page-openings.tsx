/**
 * The opening that is read, and its neighbours drawn beforehand, unseen: a turn then only shows what is there.
 * Not for deciding which opening that is.
 */
import { startTransition, useEffect, useRef, useState } from 'react';
import { seenSize } from '../compose/geometry';
import { liesAcross, onPaper } from './on-paper';
import { PageSheet } from './page-sheet';
import type { PageSheetProps } from './page-sheet';
import { openingAt } from './use-composition';
import type { Opening } from './use-composition';
import type { Turn } from './use-opening';
import { whenIdle } from './when-idle';

interface PageOpeningsProps extends Omit<PageSheetProps, 'page' | 'pagesKnown' | 'edition'> {
  readonly open: Opening;
  /** Pages side by side. */
  readonly shown: number;
  readonly turn: Turn;
  readonly pagesKnown: number;
}

/** After the last turn: whoever leafs on has the next page before its neighbour, and no slide is disturbed. */
const PAUSE_BEFORE_DRAWING = 200;

/** The openings to be drawn, in page order: the one in view at once, its neighbours once there is time. */
function useDrawn(open: Opening, shown: number): readonly Opening[] {
  const [around, setAround] = useState<Opening | null>(null);
  useEffect(() => {
    let cancel: () => void;
    const look = (): void => {
      // The next one may not have been composed yet.
      if (!open.more || openingAt(open.composition, open.first + shown, shown)) startTransition(() => setAround(open));
      else cancel = whenIdle(look);
    };
    const timer = setTimeout(() => {
      cancel = whenIdle(look);
    }, PAUSE_BEFORE_DRAWING);
    cancel = () => clearTimeout(timer);
    return () => cancel();
  }, [open, shown]);
  if (around?.composition !== open.composition) return [open];
  const neighbours = [-shown, 0, shown].map((by) => (around.first + by < 0 ? null : openingAt(open.composition, around.first + by, shown)));
  const others = neighbours.filter((one) => one !== null && one.pages.length > 0 && one.first !== open.first);
  return [open, ...others].filter((one) => one !== null).sort((one, other) => one.first - other.first);
}

function Sheet({ seen, ...props }: PageSheetProps & { readonly seen: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const { page } = props;
  useEffect(() => {
    if (seen) return undefined;
    // Asked where it is, the browser lays out a page that is not seen, when it has nothing else to do.
    return whenIdle(() => place.current?.querySelector(`[data-page="${page.index}"] *`)?.getBoundingClientRect());
  }, [seen, page]);
  const { width, height } = seenSize(page.geometry);
  const lies = liesAcross(width, height) ? 'page-place-across' : 'page-place-upright';
  return (
    <div
      ref={place}
      className={`page-place ${lies}${seen ? '' : ' page-place-unseen'}`}
      style={{ width, height, ...onPaper(width, height) }}
    >
      <PageSheet {...props} />
    </div>
  );
}

const NONE: PageSheetProps['marks'] = [];

export function PageOpenings({ open, shown, turn, marks, currentMark, pagesKnown, ...rest }: PageOpeningsProps) {
  return useDrawn(open, shown).map((opening) => {
    const seen = opening.first === open.first;
    return (
      <div key={opening.first} className={`page-turn page-turn-${seen ? turn : 'unseen'}`}>
        {opening.pages.map((page) => (
          <Sheet
            key={page.index}
            seen={seen}
            edition={opening.composition.edition}
            page={page}
            marks={seen && marks.length > 0 ? marks : NONE}
            currentMark={seen ? currentMark : null}
            // Only page one speaks of other pages.
            pagesKnown={page.index === 0 ? pagesKnown : 0}
            {...rest}
          />
        ))}
      </div>
    );
  });
}
