import { expect, test } from 'vitest';
import { formatDay } from '../../src-renderer/language/format-date';
import { printedDate } from '../../src-renderer/reader/page/page-head';

test('a day is written with its weekday, as each language does, whatever the time zone', () => {
  expect(formatDay('2023-11-25', 'zh-CN')).toBe('2023年11月25日 星期六');
  expect(formatDay('1946-05-15', 'zh-CN')).toBe('1946年5月15日 星期三');
  expect(formatDay('2023-11-25', 'en')).toBe('Saturday, November 25, 2023');
});

test('in English the bar and the page write a day alike', () => {
  expect(formatDay('2023-11-25', 'en')).toBe(printedDate('2023-11-25', 'en'));
});

test('what is no day stays as it is', () => {
  expect(formatDay('不详', 'zh-CN')).toBe('不详');
  expect(formatDay('2023-13-45', 'en')).toBe('2023-13-45');
});
