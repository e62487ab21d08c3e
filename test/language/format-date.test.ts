import { expect, test } from 'vitest';
import { formatDay } from '../../src-renderer/language/format-date';

test('a day is written with its weekday, as each language does, whatever the time zone', () => {
  expect(formatDay('2023-11-25', 'zh-CN')).toBe('2023年11月25日 星期六');
  expect(formatDay('1946-05-15', 'zh-CN')).toBe('1946年5月15日 星期三');
  expect(formatDay('2023-11-25', 'en')).toMatch(/^Sat,? 25 November 2023$/);
});

test('what is no day stays as it is', () => {
  expect(formatDay('不详', 'zh-CN')).toBe('不详');
  expect(formatDay('2023-13-45', 'en')).toBe('2023-13-45');
});
