/** An edition composed for the room there is, a little at a time: first as far as the reader wants, then to its end while idle. */
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Edition, Place } from '../../../src-main/contract/model';
import { composeEdition } from '../compose/compose-edition';
import type { Composition } from '../compose/compose-edition';
import type { ComposedPage } from '../compose/composed-page';
import { pageGeometry, verticalGeometry } from '../compose/geometry';
import type { Direction } from '../compose/geometry';
import { verticalAdvances } from '../compose/vertical-advances';
import { fitKey, rememberedFit, rememberFit } from './fit-memory';
import { useAdvances } from './use-advances';
import { useLatest } from '../../app/use-latest';
import { afterOthers, whenIdle } from './when-idle';

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
  return useMemo(() => {
    const vertical = direction === 'vertical';
    const geometry = vertical ? verticalGeometry(width, height, typeSize) : pageGeometry(width, height, typeSize);
    const key = fitKey(edition, geometry, justify);
    const lineHeight = rememberedFit(key);
    const widths = vertical ? verticalAdvances(advances) : advances;
    const composition = composeEdition(edition, geometry, { justify, ...(lineHeight === null ? {} : { lineHeight }) }, widths);
    fitKeys.set(composition, key);
    return composition;
  }, [edition, width, height, typeSize, justify, direction, advances]);
}

const fitKeys = new WeakMap<Composition, string>();

/** The line height that its first page came out with is the one to begin with another time. */
function keepFit(composition: Composition): void {
  const key = fitKeys.get(composition);
  const fitted = composition.page(0)?.geometry;
  if (key !== undefined && fitted?.columns === composition.geometry.columns) rememberFit(key, fitted.lineHeight);
}

/** Where the reader wants to be; null as a place is the beginning. */
export type Wanted =
  | { readonly kind: 'place'; readonly place: Place | null }
  /** From 0; past the last page it is the last. */
  | { readonly kind: 'page'; readonly index: number }
  | { readonly kind: 'last' };

/** The page that is wanted, from 0; null while it has not been composed. */
export function pageWanted(composition: Composition, wanted: Wanted): number | null {
  const { pages, complete } = composition.known;
  const upTo = (index: number): number | null => (index < pages ? index : complete ? Math.max(0, pages - 1) : null);
  switch (wanted.kind) {
    case 'place':
      return wanted.place === null ? upTo(0) : composition.knownPageOfPlace(wanted.place);
    case 'page':
      return upTo(wanted.index);
    case 'last':
      return upTo(Infinity);
  }
}

/** Pages that stand side by side. */
export interface Opening {
  readonly composition: Composition;
  /** Of the left-hand, or the only page, from 0. */
  readonly first: number;
  readonly pages: readonly ComposedPage[];
  readonly more: boolean;
}

/** The opening that holds a page; null while not all of it has been composed. */
export function openingAt(composition: Composition, index: number, shown: number): Opening | null {
  const first = index - (index % shown);
  const { pages: known, complete } = composition.known;
  if (known < first + shown && !complete) return null;
  const pages = Array.from({ length: shown }, (_, at) => composition.page(Math.min(first + at, known))).filter((page) => page !== null);
  return { composition, first, pages, more: !complete || known > first + shown };
}

/** Of the main thread, in ms: less than a frame, so that keys and scrolling are answered in between. */
const SLICE = 6;
const WHILE_WAITED_FOR = 4;

interface Told {
  readonly composition: Composition;
  readonly known: Composition['known'];
  readonly opening: Opening | null;
}

/** Composes until `wanted` is there and on to the end; tells of both, and of nothing between: every telling draws the page again. */
export function useComposing(composition: Composition, wanted: Wanted, shown: number): Told {
  const [told, setTold] = useState({ composition, known: composition.known, arrived: 0 });
  const current = useMemo(() => {
    const index = pageWanted(composition, wanted);
    return index === null ? null : openingAt(composition, index, shown);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `told` says that more has been composed
  }, [composition, wanted, shown, told]);
  const waiting = current === null;
  useEffect(() => {
    const step = (): void => {
      if (composition.known.complete) return;
      composition.work(waiting ? SLICE : WHILE_WAITED_FOR);
      const index = waiting ? pageWanted(composition, wanted) : null;
      const there = index !== null && openingAt(composition, index, shown) !== null;
      if (there || composition.known.complete) setTold(({ arrived }) => ({ composition, known: composition.known, arrived: arrived + 1 }));
      else wait();
    };
    let cancel = (): void => {};
    const wait = (): void => {
      cancel = waiting ? afterOthers(step) : whenIdle(step);
    };
    wait();
    return () => cancel();
  }, [composition, wanted, shown, waiting]);
  useEffect(() => {
    if (!waiting) keepFit(composition);
  }, [composition, waiting]);
  // What goes to paper is set for the room there is now: there is no later.
  const arrive = useLatest(() => {
    if (!waiting) return;
    while (!composition.known.complete) {
      const index = pageWanted(composition, wanted);
      if (index !== null && openingAt(composition, index, shown) !== null) break;
      composition.work(SLICE);
    }
    flushSync(() => setTold(({ arrived }) => ({ composition, known: composition.known, arrived: arrived + 1 })));
  });
  useEffect(() => {
    const beforePrint = (): void => arrive.current();
    window.addEventListener('beforeprint', beforePrint);
    return () => window.removeEventListener('beforeprint', beforePrint);
  }, [arrive]);
  const known = told.composition === composition ? told.known : { pages: 0, complete: false };
  return { composition, known, opening: current };
}
