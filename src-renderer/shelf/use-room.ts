/** How many editions stand side by side, and how large, in the width there is. */
import { useCallback, useRef, useState } from 'react';

export interface Room {
  readonly columns: number;
  /** CSS pixels, as are all below. */
  readonly cell: number;
  readonly pageHeight: number;
  readonly rowHeight: number;
}

const narrowestCell = 168;
const gap = 22;
/** A broadsheet's page is taller than the board shows: its foot stands behind the board's edge. */
const pageShape = 1.21;
const belowPage = 108;

export function roomFor(width: number): Room {
  const columns = Math.max(2, Math.floor((width + gap) / (narrowestCell + gap)));
  const cell = Math.max(80, Math.floor((width - (columns - 1) * gap) / columns));
  const pageHeight = Math.round(cell * pageShape);
  return { columns, cell, pageHeight, rowHeight: pageHeight + belowPage };
}

/** The returned function is the `ref` of the element whose width counts. */
export function useRoom(): readonly [room: Room, measured: (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState(972);
  const watching = useRef<ResizeObserver | null>(null);
  const measured = useCallback((element: HTMLElement | null) => {
    watching.current?.disconnect();
    if (!element) return;
    watching.current = new ResizeObserver(() => setWidth(element.clientWidth));
    watching.current.observe(element);
    setWidth(element.clientWidth);
  }, []);
  return [roomFor(width), measured];
}
