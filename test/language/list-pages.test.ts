import { expect, test } from 'vitest';
import { listPages } from '../../src-renderer/language/list-pages';

test.each([
  [['4'], '4', '4'],
  [['1', '2'], '1、2', '1, 2'],
  [['1', '2', '3', '4'], '1至4', '1–4'],
  [['2', '8'], '2、8', '2, 8'],
  [['1', '2', '3', '8', '10', '11', '12'], '1至3、8、10至12', '1–3, 8, 10–12'],
  [['1', 'A02', 'A03', 'A04', 'B01'], '1、A02至A04、B01', '1, A02–A04, B01'],
  [['一', '二', '周末'], '一、二、周末', '1, 2, 周末'],
  [[], '', ''],
])('%j', (pages, chinese, english) => {
  expect([listPages(pages, 'zh-CN'), listPages(pages, 'en')]).toEqual([chinese, english]);
});
