import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQuiet } from '../../src-main/library/quiet';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('work waits until nothing has been asked for so long, and is done once', () => {
  const quiet = createQuiet(() => Date.now());
  const work = vi.fn<() => void>();
  quiet.after(1000, work);
  for (let asked = 0; asked < 5; asked += 1) {
    vi.advanceTimersByTime(700);
    quiet.disturb();
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(999);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  quiet.disturb();
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('work that is called off is not done', () => {
  const quiet = createQuiet(() => Date.now());
  const work = vi.fn<() => void>();
  const end = quiet.after(1000, work);
  vi.advanceTimersByTime(500);
  quiet.disturb();
  vi.advanceTimersByTime(700);
  end();
  vi.advanceTimersByTime(10_000);
  expect(work).not.toHaveBeenCalled();
});
