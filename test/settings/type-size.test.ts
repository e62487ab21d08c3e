// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { stepTypeSize, typeSizes } from '../../src-renderer/app/use-settings-commands';

test('plus and minus walk the sizes and stop at the ends', () => {
  const up: number[] = [];
  for (let size = typeSizes[0] ?? 0; up.at(-1) !== size; size = stepTypeSize(size, 1)) up.push(size);
  expect(up).toEqual(typeSizes);
  expect(stepTypeSize(typeSizes.at(-1) ?? 0, 1)).toBe(typeSizes.at(-1));
  expect(stepTypeSize(typeSizes[0] ?? 0, -1)).toBe(typeSizes[0]);
});

test('a size between two steps goes to its neighbours', () => {
  expect(stepTypeSize(19, 1)).toBe(20);
  expect(stepTypeSize(19, -1)).toBe(18);
});
