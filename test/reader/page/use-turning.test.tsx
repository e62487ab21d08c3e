// @vitest-environment happy-dom
import { act, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useTurning } from '../../../src-renderer/reader/page/use-turning';

let turns: string[] = [];
let root: Root;
let now = 0;

function Stage() {
  const stage = useRef<HTMLDivElement>(null);
  useTurning(stage, { next: () => void turns.push('next'), previous: () => void turns.push('previous') }, 'horizontal');
  return <div ref={stage} id="stage" />;
}

/** Events made every `every` ms, whenever they are seen. */
function wheel(deltas: readonly number[], every = 16): void {
  for (const deltaY of deltas) {
    now += every;
    const event = new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: now });
    document.querySelector('#stage')?.dispatchEvent(event);
  }
}

/** As long as a page may take to be drawn. */
const slowTurn = () => new Promise((resolve) => setTimeout(resolve, 250));

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  turns = [];
  now = 1000;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector('#root')!);
  await act(async () => root.render(<Stage />));
});

afterEach(async () => {
  await act(async () => root.unmount());
});

describe('one gesture turns one page', () => {
  test('though the page takes longer to be drawn than the pause that ends a gesture', async () => {
    wheel([12, 40]);
    await slowTurn();
    wheel([90, 80, 60, 40, 20, 8]);
    expect(turns).toEqual(['next']);
  });

  test('though it gathers strength after the turn', () => {
    wheel([5, 38, 150, 220, 180, 90, 40, 10]);
    expect(turns).toEqual(['next']);
  });

  test('though what came meanwhile comes in one event', () => {
    wheel([12, 40, 90, 60, 30]);
    wheel([200], 120);
    wheel([20, 10]);
    expect(turns).toEqual(['next']);
  });
});

test('after a pause the next gesture turns the next page', () => {
  wheel([12, 40, 30, 10]);
  wheel([-40], 200);
  expect(turns).toEqual(['next', 'previous']);
});

test('a new push against fading momentum turns the next page, without a pause', () => {
  wheel([12, 40, 90, 60, 30, 12, 6]);
  wheel([120, 90, 40]);
  expect(turns).toEqual(['next', 'next']);
});
