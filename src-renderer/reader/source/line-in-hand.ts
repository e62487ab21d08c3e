/**
 * The line of the source that the reader is putting right. An article is set anew by every correction, and may then begin elsewhere; the source
 * beside it stays where it was, with that line in it, until the reader moves on. Not for scrolling: see source-view.tsx.
 */
import type { VirtualItem } from '@tanstack/react-virtual';
import type { SourceId } from '../../../src-main/contract/model';

export interface LineInHand {
  readonly source: SourceId;
  readonly row: number;
  /** How far below the upper edge of what is seen of the source it stood; null where it was out of sight. */
  readonly top: number | null;
  readonly scrolled: number;
  /** How high the rows were. */
  readonly measured: readonly VirtualItem[];
}

/** Outlives the view of the source, which is drawn anew where the article in front becomes another. */
export interface Hand {
  readonly line: () => LineInHand | null;
  readonly take: (line: LineInHand) => void;
  /** The reader goes on. */
  readonly letGo: () => void;
}

export function emptyHand(): Hand {
  let line: LineInHand | null = null;
  return {
    line: () => line,
    take: (taken) => {
      line = taken;
    },
    letGo: () => {
      line = null;
    },
  };
}
