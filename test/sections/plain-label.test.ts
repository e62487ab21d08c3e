import { expect, test } from 'vitest';
import { plainLabel } from '../../src-renderer/sections/plain-label';

test.each([
  ['■ 医改进行时', '医改进行时'],
  ['【新思想引领新征程】', '新思想引领新征程'],
  ['◆【山乡来信】', '山乡来信'],
  ['【 ● 山乡来信】', '山乡来信'],
  ['政务简报', '政务简报'],
  ['【短评】看【长篇】', '【短评】看【长篇】'],
  ['“三农”观察', '“三农”观察'],
  ['阿Q·新篇', '阿Q·新篇'],
  ['■', '■'],
  ['【】', '【】'],
])('the label %s is shown as %s', (label, shown) => {
  expect(plainLabel(label)).toBe(shown);
});
