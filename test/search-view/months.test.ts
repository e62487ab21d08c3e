import { expect, test } from 'vitest';
import { periodsOf } from '../../src-renderer/search/months';

test('months without hits keep their place in time', () => {
  const periods = periodsOf([
    { value: '2024-02', count: 1 },
    { value: '2023-11', count: 3 },
  ]);
  expect(periods.map(({ label, count }) => `${label} ${count}`)).toEqual(['2023-11 3', '2023-12 0', '2024-01 0', '2024-02 1']);
});

test('ten years are shown as years that still stand for their months', () => {
  const periods = periodsOf([
    { value: '2014-05', count: 2 },
    { value: '2014-01', count: 1 },
    { value: '2023-12', count: 4 },
  ]);
  expect(periods).toHaveLength(10);
  expect(periods[0]).toEqual({ label: '2014', count: 3, months: ['2014-01', '2014-05'] });
  expect(periods[9]?.months).toEqual(['2023-12']);
});

test('what is no month draws nothing', () => {
  expect(periodsOf([{ value: '', count: 9 }])).toEqual([]);
});
