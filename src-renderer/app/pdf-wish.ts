/** An edition that is to be saved as PDF although it is not in front: asked for on the shelf, granted by pdf-desk.tsx. */
import { useEffect } from 'react';
import type { EditionId } from '../../src-main/contract/model';

type Grant = (edition: EditionId | null) => void;
let grant: Grant | null = null;

/** @param edition null where the reader has chosen none: then they are told so */
export function wishForPdf(edition: EditionId | null): void {
  grant?.(edition);
}

export function usePdfWish(granting: Grant): void {
  useEffect(() => {
    grant = granting;
    return () => {
      grant = null;
    };
  }, [granting]);
}
