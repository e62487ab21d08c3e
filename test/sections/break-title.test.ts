import { expect, test } from 'vitest';
import { breakTitle } from '../../src-renderer/sections/break-title';

test('a long headline stands in the side panel in lines broken at sense', () => {
  expect(breakTitle('快递小哥新货郎 山里山外送货忙')).toEqual(['快递小哥新货郎', '山里山外送货忙']);
  expect(breakTitle('努力实现搬迁群众稳得住逐步能致富')).toEqual(['努力实现搬迁群众', '稳得住逐步能致富']);
});

test('a short one stays on one line; a very long one loses nothing', () => {
  expect(breakTitle('河湾来信')).toEqual(['河湾来信']);
  const long = '县'.repeat(200);
  expect(breakTitle(long).join('')).toBe(long);
});
