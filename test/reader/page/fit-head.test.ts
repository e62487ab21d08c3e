import { expect, test } from 'vitest';
import { fitNameplate, fitRunningHead } from '../../../src-renderer/reader/page/fit-head';

const words = { paper: '云岭日报', day: '2023年11月25日', weekday: '星期六' };
const across = (width: number) => ({ width, typeSize: 15, vertical: false });
const down = (width: number) => ({ width, typeSize: 15, vertical: true });

test('on a page with room the nameplate is large and the date stands in one line', () => {
  expect(fitNameplate(words, across(972))).toEqual({ plate: 2.7, date: 'beside' });
  expect(fitNameplate(words, down(690))).toEqual({ plate: 2.7, date: 'beside' });
});

test('a long name is set smaller from the outset', () => {
  expect(fitNameplate({ ...words, paper: '某某自治区农村信息报周末版' }, across(972)).plate).toBe(1.8);
});

test('in a low window the weekday goes below, then the name grows smaller, then less of the date is left', () => {
  const forms = [560, 440, 380, 300, 200, 150].map((width) => fitNameplate(words, down(width)));
  expect(forms).toEqual([
    { plate: 2.7, date: 'beside' },
    { plate: 2.7, date: 'below' },
    { plate: 1.8, date: 'below' },
    { plate: 1.4, date: 'below' },
    { plate: 1.4, date: 'none' },
    { plate: 1.4, date: 'none' },
  ]);
});

test('a running head keeps the name and the folio, and of the date what its one line can hold', () => {
  expect([900, 330, 240, 150].map((width) => fitRunningHead(words, down(width)))).toEqual(['beside', 'beside', 'day', 'none']);
});
