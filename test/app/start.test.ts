// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { firstView } from '../../src-renderer/app/first-view';

test('the app opens with an edition where there is one, an empty library with its shelf', () => {
  expect(firstView(7)).toEqual({ kind: 'edition', edition: 7, place: null, marked: null });
  expect(firstView(null)).toEqual({ kind: 'shelf' });
});
