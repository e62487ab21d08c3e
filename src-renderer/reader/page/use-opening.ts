/**
 * Where the reader is and wants to be: the opening in view, kept until what is wanted has been composed.
 * Not for composing, nor for what a page looks like.
 */
import { useCallback, useEffect, useState } from 'react';
import type { Place } from '../../../src-main/contract/model';
import type { Composition } from '../compose/compose-edition';
import { openingAt, pageWanted, useComposing } from './use-composition';
import type { Opening, Wanted } from './use-composition';
import { useLatest } from '../../app/use-latest';

export type Turn = 'none' | 'on' | 'back';

export interface OpeningInView {
  /** Null until a first page has been composed. */
  readonly open: Opening | null;
  /** What is wanted is not there yet. */
  readonly waiting: boolean;
  readonly known: Composition['known'];
  /** The way that led to the opening in view. */
  readonly turn: Turn;
  readonly next: () => void;
  readonly previous: () => void;
  readonly last: () => void;
  /** From 0. */
  readonly goToPage: (index: number) => void;
  readonly goToPlace: (place: Place) => void;
}

function samePlace(one: Place | null, other: Place | null): boolean {
  return one === other || (one !== null && other !== null && one.source === other.source && one.offset === other.offset);
}

/** `place` is where to be: a new value goes there. `shown` pages stand side by side. */
export function useOpening(
  composition: Composition,
  shown: number,
  place: Place | null,
  onPlaceChange: ((place: Place) => void) | undefined,
): OpeningInView {
  const [wanted, setWanted] = useState<Wanted>({ kind: 'place', place });
  const [asked, setAsked] = useState<Place | null>(place);
  const [turn, setTurn] = useState<{ readonly on: Composition; readonly way: Turn }>({ on: composition, way: 'none' });
  // A page asked for by its number, once it is there, is a place like any other.
  const [arrived, setArrived] = useState<Place | null>(null);
  if (!samePlace(asked, place)) {
    setAsked(place);
    setArrived(null);
    // What was told of here comes back, maybe after the next turn.
    const isOwn = arrived !== null && samePlace(arrived, place);
    if (!isOwn && (wanted.kind !== 'place' || !samePlace(wanted.place, place))) {
      setWanted({ kind: 'place', place });
      setTurn({ on: composition, way: 'none' });
    }
  }
  const { known, opening } = useComposing(composition, wanted, shown);
  const [before, setBefore] = useState<Opening | null>(opening);
  if (opening !== null && opening !== before) setBefore(opening);
  const open = opening ?? before;
  const first = open?.first ?? 0;

  const arriveAt = useCallback(
    (index: number) => {
      const there = composition.placeOfPage(index);
      if (!there) return;
      setWanted({ kind: 'place', place: there });
      onPlaceChange?.(there);
    },
    [composition, onPlaceChange],
  );
  const goTo = useCallback(
    (page: Wanted) => {
      const target = pageWanted(composition, page);
      const ready = target === null ? null : openingAt(composition, target, shown);
      // While another page is awaited, the one still in view may be gone to as well.
      if (ready && ready.first === opening?.first) return;
      const forward = page.kind === 'last' || (page.kind === 'page' && page.index > first);
      setTurn({ on: composition, way: forward ? 'on' : 'back' });
      if (target !== null && ready) arriveAt(target);
      else setWanted(page);
    },
    [composition, opening, first, shown, arriveAt],
  );
  // Turns made while a place is awaited, on less back: they are counted from where it will be.
  const [owed, setOwed] = useState(0);
  const goToPage = useCallback(
    (index: number) => {
      setOwed(0);
      goTo({ kind: 'page', index: Math.max(0, index) });
    },
    [goTo],
  );
  const goToPlace = useCallback(
    (there: Place) => {
      setOwed(0);
      setTurn({ on: composition, way: 'none' });
      setWanted({ kind: 'place', place: there });
      onPlaceChange?.(there);
    },
    [composition, onPlaceChange],
  );

  if (opening !== null && wanted.kind !== 'place') {
    const index = pageWanted(composition, wanted);
    const there = index === null ? null : composition.placeOfPage(index);
    setWanted({ kind: 'place', place: there });
    setArrived(there);
  }
  const report = useLatest(onPlaceChange);
  useEffect(() => {
    if (arrived) report.current?.(arrived);
  }, [arrived, report]);

  if (opening !== null && owed !== 0) {
    setOwed(0);
    setWanted({ kind: 'page', index: Math.max(0, opening.first + owed * shown) });
    setTurn({ on: composition, way: owed > 0 ? 'on' : 'back' });
  }
  const turnBy = (step: 1 | -1): void => {
    if (opening !== null) {
      if (step === 1 ? opening.more : opening.first > 0) goToPage(opening.first + step * shown);
    } else if (wanted.kind === 'place') setOwed((before) => before + step);
    // Turned again before the page is there, it goes on from the page that was wanted.
    else if (wanted.kind === 'page') goToPage(wanted.index - (wanted.index % shown) + step * shown);
  };
  return {
    open,
    waiting: opening === null,
    known,
    turn: turn.on === open?.composition ? turn.way : 'none',
    next: () => turnBy(1),
    previous: () => turnBy(-1),
    last: () => {
      setOwed(0);
      goTo({ kind: 'last' });
    },
    goToPage,
    goToPlace,
  };
}
