// @vitest-environment happy-dom
import { act, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLeavingGoodNews } from '../../src-renderer/importing/use-leaving-good-news';

const seconds = (count: number): void => void vi.advanceTimersByTime(count * 1000);
const press = (): void => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
let left = 0;
let root: ReturnType<typeof createRoot>;

function leave(): void {
  left += 1;
}

function News({ mayLeave }: { readonly mayLeave: boolean }) {
  const strip = useRef<HTMLDivElement>(null);
  useLeavingGoodNews(strip, mayLeave, leave);
  return (
    <div ref={strip}>
      <button type="button">…</button>
    </div>
  );
}

const show = (mayLeave: boolean) => act(() => root.render(<News mayLeave={mayLeave} />));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  left = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('good news leaves twenty seconds after the reader has gone on, and waits for one who is away', () => {
  show(true);
  seconds(600);
  expect(left).toBe(0);
  press();
  seconds(19);
  press();
  expect(left).toBe(0);
  seconds(2);
  expect(left).toBe(1);
});

test('news that asks for something stays, and so does what has the keyboard', () => {
  show(false);
  press();
  seconds(60);
  expect(left).toBe(0);

  show(true);
  document.querySelector('button')?.focus();
  press();
  seconds(60);
  expect(left).toBe(0);
  document.querySelector('button')?.blur();
  seconds(21);
  expect(left).toBe(1);
});
