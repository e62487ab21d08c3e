import { expect, test } from 'vitest';
import { takeTurn } from '../../src-renderer/shelf/turns';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

test('one after another, each when the one before has ended', async () => {
  const begun: string[] = [];
  const endFirst = takeTurn(() => begun.push('first'));
  const endSecond = takeTurn(() => begun.push('second'));
  const endThird = takeTurn(() => begun.push('third'));
  await later();
  expect(begun).toEqual(['first']);
  endFirst();
  await later();
  expect(begun).toEqual(['first', 'second']);
  endSecond();
  endThird();
  await later();
});

test('who gives up while waiting is passed over, and ending twice harms nobody', async () => {
  const begun: string[] = [];
  const endFirst = takeTurn(() => begun.push('first'));
  const giveUp = takeTurn(() => begun.push('given up'));
  const endLast = takeTurn(() => begun.push('last'));
  giveUp();
  await later();
  endFirst();
  endFirst();
  await later();
  expect(begun).toEqual(['first', 'last']);
  endLast();
});
