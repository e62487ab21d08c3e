// @vitest-environment happy-dom
import { act, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Place } from '../../../src-main/contract/model';
import { plainAdvances } from '../../../src-renderer/reader/compose/advances';
import { composeEdition } from '../../../src-renderer/reader/compose/compose-edition';
import type { Composition } from '../../../src-renderer/reader/compose/compose-edition';
import { pageGeometry } from '../../../src-renderer/reader/compose/geometry';
import { useOpening } from '../../../src-renderer/reader/page/use-opening';
import type { OpeningInView } from '../../../src-renderer/reader/page/use-opening';
import { inventPaper } from '../invented-edition';

const edition = inventPaper(40, 5);
const begun = (): Composition => composeEdition(edition, pageGeometry(1040, 732, 15), { justify: true }, plainAdvances);

let root: Root;
let opening: OpeningInView;
let composition: Composition;

const told = vi.fn<(place: Place) => void>();

function Reader({ place }: { readonly place: Place | null }) {
  const now = useOpening(composition, 1, place, told);
  useLayoutEffect(() => {
    opening = now;
  });
  return null;
}

const open = (place: Place | null): void => act(() => root.render(<Reader place={place} />));
/** At once: nothing is composed meanwhile. */
const press = (way: 'first' | 'last' | 'next'): void =>
  act(() => {
    if (way === 'first') opening.goToPage(0);
    else opening[way]();
  });
const arrival = (): Promise<void> =>
  vi.waitFor(async () => {
    await act(async () => {});
    expect(opening.waiting).toBe(false);
  }, 10_000);

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector('#root') ?? document.body);
  composition = begun();
  composition.page(0);
});

afterEach(() => act(async () => root.unmount()));

/** The place that the fifth page begins with. */
function onPageFive(): Place {
  const whole = begun();
  whole.page(4);
  const place = whole.placeOfPage(4);
  if (!place) throw new Error('the paper has fewer than five pages');
  return place;
}

test('who opens a paper in its middle and goes to its beginning before that page is there comes to the beginning', async () => {
  open(onPageFive());
  expect(opening.waiting).toBe(true);
  press('first');
  press('next');
  press('next');
  await arrival();
  expect(opening.open?.first).toBe(2);
});

test('who goes to the end and, before it is there, back to the page still in view stays on it', async () => {
  open(null);
  expect(opening.waiting).toBe(false);
  press('last');
  expect(opening.waiting).toBe(true);
  press('first');
  await arrival();
  expect(opening.open?.first).toBe(0);
});

test('a turn made before the place told of comes back is not forgotten for it', async () => {
  open(null);
  await arrival();
  press('next');
  await arrival();
  const second = told.mock.lastCall?.[0] ?? null;
  expect(opening.open?.first).toBe(1);
  press('next');
  open(second);
  await arrival();
  expect(opening.open?.first).toBe(2);
});
