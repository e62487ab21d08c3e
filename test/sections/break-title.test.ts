import { expect, test } from 'vitest';
import { breakTitle } from '../../src-renderer/sections/break-title';

test('a long headline stands in the side panel in lines broken at sense', () => {
  expect(breakTitle('快递小哥新货郎 山里山外送货忙')).toEqual(['快递小哥新货郎', '山里山外送货忙']);
  expect(breakTitle('努力实现搬迁群众稳得住逐步能致富')).toEqual(['努力实现搬迁群众', '稳得住逐步能致富']);
});

test('no word of it is parted', () => {
  const lines = [...breakTitle('长三角加快迈向一体化高质量发展'), ...breakTitle('深化政治巡视 把“严”的主基调长期坚持下去')];
  for (const word of ['迈向', '一体化', '高质量', '主基调', '坚持']) expect(lines.some((line) => line.includes(word))).toBe(true);
});

test('a short one stays on one line; a very long one loses nothing', () => {
  expect(breakTitle('河湾来信')).toEqual(['河湾来信']);
  const long = '县'.repeat(200);
  expect(breakTitle(long).join('')).toBe(long);
});
