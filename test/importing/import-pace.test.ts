import { expect, test } from 'vitest';
import type { JobSnapshot } from '../../src-main/contract/model';
import { secondsLeft, shareDone } from '../../src-renderer/importing/import-pace';

const startedAt = '2026-11-23T09:00:00.000Z';
const after = (seconds: number) => Date.parse(startedAt) + seconds * 1000;

function job(done: number, total: number | null): JobSnapshot {
  return {
    id: 'a',
    kind: 'import',
    state: 'running',
    done,
    total,
    bytes: 0,
    articles: 0,
    current: null,
    startedAt,
    outcomes: [],
    firstOutcome: 0,
  };
}

test('a quarter done in ten seconds leaves thirty', () => {
  expect(secondsLeft(job(250, 1000), after(10))).toBe(30);
});

test('no time is told before it can be known', () => {
  expect(secondsLeft(job(2, 1000), after(10))).toBeNull();
  expect(secondsLeft(job(250, 1000), after(1))).toBeNull();
  expect(secondsLeft(job(250, null), after(10))).toBeNull();
});

test('the share done stays between nothing and all', () => {
  expect(shareDone(job(0, 10))).toBe(0);
  expect(shareDone(job(12, 10))).toBe(1);
  expect(shareDone(job(0, 0))).toBe(1);
  expect(shareDone(job(5, null))).toBeNull();
});

test('after waiting, the time left is told by what was done since; while it waits none is', () => {
  const since = { at: after(100), done: 200 };
  expect(secondsLeft(job(300, 1000), after(110), since)).toBe(70);
  expect(secondsLeft(job(202, 1000), after(110), since)).toBeNull();
  expect(secondsLeft({ ...job(300, 1000), paused: true }, after(110))).toBeNull();
});
